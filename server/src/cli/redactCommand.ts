import { mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import {
  createNotesRedactor,
  decode,
  encode,
  redactCase,
  wordsOfNotes,
  type Analyser,
  type EncodingId,
  type LeftOver,
  type NotesText,
  type Reading,
  type RedactedCase,
  type RedactionChoices,
} from '../analysis/index.ts';
import { readCaseFolder, type CaseFolder } from './caseFolder.ts';
import type { Console } from './console.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import { createProgress, tellOfRedaction } from './progress.ts';
import { writeReasonOf } from './writeReason.ts';

export interface RedactRequest {
  readonly path: string;
  /** Folder of the copy; it is made. */
  readonly output: string;
  readonly choices: RedactionChoices;
  /** Where to write what stands for what; null: nowhere. */
  readonly map: string | null;
}

/**
 * `comgmt-lens redact CASE OUT`: writes a copy of a case with pseudonyms, in the same folders and encodings, and scans
 * what it wrote. Says what was replaced by kind and count, never the originals.
 */
export async function redactCommand(
  request: RedactRequest,
  analyser: Analyser,
  console: Console,
): Promise<ExitCode> {
  const refusal = await refusalOf(request);
  if (refusal !== null) {
    console.error(`comgmt-lens: ${refusal}\n`);
    return exitCodes.wrongUsage;
  }
  const progress = createProgress(console);
  const folder = await readCaseFolder(request.path, analyser, progress.show);
  progress.end();
  for (const { path, reason } of folder.unreadable) {
    console.error(`comgmt-lens: cannot read ${path}: ${reason}.\n`);
  }
  const known = folder.readings.filter(isKnown);
  tellOfRedaction(folder.readings, console);
  const copy = redactCase(folder.name, known, wordsOfNotes(folder.notes), request.choices, analyser);
  const failures = await writeCopy(copy, request.output, console);
  const redactNotes = createNotesRedactor(known, copy, analyser.catalogue.logs);
  const notes = await writeNotes(folder.notes, redactNotes, copy, request.output, console);
  const mapWritten = request.map === null || (await writeMap(copy, request.map, console));
  const notRedacted = failures.notRedacted + notes.notRedacted;
  const unwritten = failures.unwritten + notes.unwritten;
  const unknown = folder.readings.filter((reading) => !isKnown(reading)).map(({ path }) => path);
  const files = copy.files.length + folder.notes.length;
  const written = files - notRedacted - unwritten;
  if (written > 0 || unknown.length > 0) console.out(reportOf(copy, written, files, unknown));
  else console.out(`Nothing was copied: ${whyNothing(request, folder, failures, notes)}\n`);
  if (notRedacted > 0) return exitCodes.notRedacted;
  const complete = unwritten === 0 && mapWritten && folder.unreadable.length === 0;
  return complete ? exitCodes.analysed : exitCodes.unreadable;
}

/** What is of no known kind may hold anything in any form: it is not copied. */
function isKnown({ artefact }: Reading): boolean {
  return artefact.type !== 'unread';
}

/** A copy in the case itself would be a part of the case; the map beside the copy would undo it. */
async function refusalOf({ path, output, map }: RedactRequest): Promise<string | null> {
  const [from, to] = [await real(path), await real(output)];
  if (isInside(to, from)) return 'the copy must not lie in the case itself: give a folder outside of it.';
  if (isInside(from, to)) return 'the case must not lie in the folder of the copy: give another folder.';
  if (map !== null && isInside(await real(map), to)) {
    return 'the map holds the originals and must not lie in the folder of the copy: give another path.';
  }
  return null;
}

/** The path with links resolved, as far as it exists. */
async function real(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    const parent = dirname(whole);
    return parent === whole ? whole : join(await real(parent), whole.slice(parent.length));
  }
}

function isInside(path: string, folder: string): boolean {
  const fold = (one: string): string => (sep === '\\' ? one.toLowerCase() : one);
  return (
    fold(path) === fold(folder) || fold(path).startsWith(fold(folder.endsWith(sep) ? folder : folder + sep))
  );
}

interface Failures {
  notRedacted: number;
  unwritten: number;
  /** Of the unwritten, those that were there before. */
  existed: number;
}

/** A file of the copy, made and not yet written. `left` is what the scan of it found. */
interface MadeFile {
  readonly from: string;
  readonly path: string;
  /** What was scanned, and stands in the bytes. */
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly left: readonly LeftOver[];
}

async function writeCopy(copy: RedactedCase, output: string, console: Console): Promise<Failures> {
  const failures: Failures = { notRedacted: 0, unwritten: 0, existed: 0 };
  for (const { from, path, text, encoding, scan } of copy.files) {
    const bytes = encode(text, (encoding ?? 'utf-8') as EncodingId);
    await writeMade({ from, path, text, bytes, left: scan() }, copy, output, console, failures);
  }
  return failures;
}

/** The notes go along, tied to the lines of the copy. */
async function writeNotes(
  notes: readonly NotesText[],
  redactNotes: ReturnType<typeof createNotesRedactor>,
  copy: RedactedCase,
  output: string,
  console: Console,
): Promise<Failures> {
  const failures: Failures = { notRedacted: 0, unwritten: 0, existed: 0 };
  for (const { uri: from, text } of notes) {
    const redacted = redactNotes(text);
    if (redacted === null) {
      failures.unwritten++;
      console.error(`comgmt-lens: not copied, as a newer version wrote it: ${from}.\n`);
      continue;
    }
    for (const problem of redacted.problems) console.error(`comgmt-lens: notes in ${from}: ${problem}\n`);
    if (redacted.problems.length > 0)
      console.error(`comgmt-lens: the copy of ${from} holds the notes that could be read of it.\n`);
    const path = copy.pathOf(from);
    const left = [...copy.leftIn(redacted.text), ...copy.leftIn(path)];
    const bytes = new TextEncoder().encode(redacted.text);
    await writeMade({ from, path, text: redacted.text, bytes, left }, copy, output, console, failures);
  }
  return failures;
}

async function writeMade(
  { from, path, text, bytes, left }: MadeFile,
  copy: RedactedCase,
  output: string,
  console: Console,
  failures: Failures,
): Promise<void> {
  const target = join(output, ...path.split('/'));
  if (left.length > 0) {
    failures.notRedacted++;
    console.error(`comgmt-lens: not written, as the scan still found ${leftWords(left)}: ${from}.\n`);
    return;
  }
  try {
    if (!isInside(resolve(target), resolve(output))) throw new Error('its name leads out of the folder');
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes, { flag: 'wx' });
    if (await isAsMade(target, text, copy)) return;
    await rm(target);
    failures.notRedacted++;
    console.error(`comgmt-lens: removed again, as the scan of the written file failed: ${from}.\n`);
  } catch (error) {
    failures.unwritten++;
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') failures.existed++;
    console.error(`comgmt-lens: cannot write ${target}: ${writeReasonOf(error)}.\n`);
  }
}

/** Reads back what was written. It was scanned before; where it reads otherwise now, it is scanned again. */
async function isAsMade(target: string, scanned: string, copy: RedactedCase): Promise<boolean> {
  const { text } = decode(await readFile(target));
  return text === scanned || copy.leftIn(text).length === 0;
}

function leftWords(left: readonly LeftOver[]): string {
  const kinds = [...new Set(left.map(({ kind }) => kind))].join(', ');
  const lines = [...new Set(left.flatMap(({ line }) => (line === null ? [] : [line])))].slice(0, 5);
  return lines.length === 0 ? kinds : `${kinds} (line ${lines.join(', ')})`;
}

/** What stands for what, for those who may know. */
async function writeMap(copy: RedactedCase, map: string, console: Console): Promise<boolean> {
  try {
    await stat(dirname(resolve(map)));
    await writeFile(map, `${JSON.stringify({ identifiers: copy.identifiers }, null, 2)}\n`, { mode: 0o600 });
    return true;
  } catch (error) {
    console.error(`comgmt-lens: cannot write ${map}: ${writeReasonOf(error)}.\n`);
    return false;
  }
}

/** Why there is no copy, and what to do, for people. */
function whyNothing(
  { path, output }: RedactRequest,
  { readings, notes, unreadable }: CaseFolder,
  files: Failures,
  ofNotes: Failures,
): string {
  if (readings.length + notes.length === 0) {
    return unreadable.length > 0
      ? `${path} could not be read. Check how it is written.`
      : `${path} holds no files. Give the folder that the logs lie in.`;
  }
  if (files.existed + ofNotes.existed > 0) {
    return `${output} holds these files already, and nothing in it was overwritten. Give a new folder, or remove that one first.`;
  }
  return files.notRedacted + ofNotes.notRedacted > 0
    ? 'the scan still found identifiers in every file.'
    : `nothing could be written to ${output}; see above why.`;
}

function reportOf(copy: RedactedCase, written: number, of: number, unknown: readonly string[]): string {
  const kinds = new Map<RedactedCase['identifiers'][number]['kind'], number>();
  for (const { kind } of copy.identifiers) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const rows = [...kinds].map(([kind, different]) => {
    const places = copy.counts.get(kind) ?? 0;
    return `  ${kind.padEnd(12)} ${String(different).padStart(6)} in ${places.toLocaleString('en')} ${places === 1 ? 'place' : 'places'}\n`;
  });
  const count = written === of ? `${written}` : `${written} of ${of}`;
  const head = `${count} ${of === 1 ? 'file' : 'files'} copied. Replaced${rows.length === 0 ? ' nothing.' : ':'}\n`;
  const notCopied =
    unknown.length === 0
      ? ''
      : `Not copied, as they are of no known kind and could hold anything:\n${unknown.map((path) => `  ${copy.pathOf(path)}\n`).join('')}`;
  return head + rows.join('') + notCopied;
}
