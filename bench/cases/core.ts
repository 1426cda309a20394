import { closeSync, copyFileSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAnalyser, decode, type Analyser } from '../../server/src/analysis/index.ts';
import { readArtefactText } from '../../server/src/analysis/artefacts/index.ts';
import { readCcmPieces } from '../../server/src/analysis/artefacts/ccmPieces.ts';
import { condense } from '../../server/src/analysis/condense.ts';
import { withPieces } from '../../server/src/analysis/text/pieceReader.ts';
import { createCatalogue, lazyCodeTable } from '../../server/src/catalogue/index.ts';
import { buildCodeTable } from '../../server/src/catalogue/codes/generate.ts';
import type { MessageEntry } from '../../server/src/catalogue/types.ts';
import { withFileSource } from '../../server/src/shell/fileSource.ts';
import { FollowedFile } from '../../server/src/shell/followedFile.ts';
import { nodeFiles } from '../../server/src/shell/nodeFiles.ts';
import { benchFolder, type BenchData } from '../data.ts';
import { hostileTexts } from '../hostileTexts.ts';
import { measured, median, quantile, timed, type Measurement } from '../measurement.ts';
import { growingSizes, timeFigure } from '../sizes.ts';

const codes = new URL('../../server/src/catalogue/codes/error-codes.tsv', import.meta.url);
export const catalogue = createCatalogue(lazyCodeTable(() => buildCodeTable(readFileSync(codes, 'utf8'))));

/** The reference that needs nothing but the engine: openers counted in a text that is ready. */
export function countOpeners({ log }: BenchData): Measurement {
  const text = readFileSync(log, 'latin1');
  const count = (): number => {
    let found = 0;
    for (let at = text.indexOf('<![LOG['); at >= 0; at = text.indexOf('<![LOG[', at + 7)) found++;
    return found;
  };
  count();
  return measured(count);
}

/** From the file to columns: everything but the catalogue. */
export function indexLog({ log, openLog }: BenchData): Measurement {
  warmUp(() => indexFile(openLog));
  return measured(() => indexFile(log));
}

/** The same for an open document, whose text is there already. */
export function indexText({ log, openLog }: BenchData): Measurement {
  const text = decode(readFileSync(log)).text;
  readArtefactText(decode(readFileSync(openLog)).text, 'a.log');
  return measured(() => readArtefactText(text, 'a.log'));
}

/** From the file to a reading: columns, the whole catalogue and the codes, the evidence quoted. */
export function readLog(data: BenchData): Measurement {
  return readWith(data, createAnalyser(catalogue));
}

/** The catalogue's size alone differs between the two: entries that match nothing here are left out or added. */
export function readWith120(data: BenchData): Measurement {
  return readWith(data, createAnalyser({ ...catalogue, messages: catalogueOf(120) }));
}

export function readWith500(data: BenchData): Measurement {
  return readWith(data, createAnalyser({ ...catalogue, messages: catalogueOf(500) }));
}

/** Bytes that a record keeps: columns and line starts, and an object for each record for comparison. */
export async function memory({ log, openLog }: BenchData): Promise<Measurement> {
  indexFile(openLog);
  const before = await usedBytes();
  const index = indexFile(log);
  const { count } = index.artefact.records;
  const columns = (await usedBytes()) - before;
  const text = readFileSync(openLog, 'latin1');
  const objectsBefore = await usedBytes();
  const objects = recordObjects(text);
  const perObject = ((await usedBytes()) - objectsBefore) / objects.length;
  const perRecord = columns / count;
  return {
    milliseconds: 0,
    figures: {
      'bytes a record': perRecord,
      'bytes an object': perObject,
      'object / record': perObject / perRecord,
      // Asked for here, so that the columns are not collected before they are measured.
      records: index.artefact.records.count,
    },
  };
}

/** Every log of a folder, read on one thread, as the command line does; the text of none is kept. */
export function folder({ folder: path, openLog }: BenchData): Measurement {
  const analyser = createAnalyser(catalogue);
  readFile(analyser, openLog);
  const readings: unknown[] = [];
  let first = 0;
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (const name of readdirSync(path)) {
    const reading = readFile(analyser, join(path, name));
    if (reading.dropped === undefined) throw new Error(`${name} was read as a whole`);
    readings.push(condense(reading, reading.dropped, analyser.snapshotEntries));
    if (readings.length === 1) first = performance.now() - started;
  }
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const figures = {
    'cpu ms': (user + system) / 1000,
    'first file ms': first,
    'RSS MB': process.resourceUsage().maxRSS / 1024,
    files: readings.length,
  };
  return { milliseconds, figures };
}

/** Ten records that a log of 10 MB grows by, seen by what follows it, against reading the whole of it again. */
export async function tail({ openLog }: BenchData): Promise<Measurement> {
  const analyser = createAnalyser(catalogue);
  const whole = median(Array.from({ length: 7 }, () => timed(() => readFile(analyser, openLog))));
  const text = readFileSync(openLog, 'latin1');
  const path = join(benchFolder, 'growing.log');
  copyFileSync(openLog, path);
  const followed = new FollowedFile(pathToFileURL(path).href, 'CoManagementHandler.log', nodeFiles, analyser);
  await followed.look();
  const writer = openSync(path, 'a');
  const times: number[] = [];
  // As everywhere, the engine compiles everything for good before it is measured.
  const warmUpLooks = 1000;
  for (let i = -warmUpLooks, at = 0; i < 2000; i++) {
    const end = endOfRecords(text, at, 10);
    writeSync(writer, text.slice(at, end), null, 'latin1');
    at = end;
    const started = performance.now();
    const { kind } = await followed.look();
    if (i >= 0) times.push(performance.now() - started);
    if (kind !== 'changed') throw new Error(`The follower saw nothing new: ${kind}`);
    // As in life, something else happens in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  closeSync(writer);
  await followed.close();
  rmSync(path);
  return {
    milliseconds: median(times),
    figures: {
      'p99 ms': quantile(times, 0.99),
      'whole log ms': whole,
      'whole / tail': whole / median(times),
    },
  };
}

/** Twice the text may take twice as long. */
export function linearity(): Measurement {
  const size = 2_000_000;
  const figures: Record<string, number> = {};
  for (const [name, make] of Object.entries(hostileTexts)) {
    const [small, large] = [make(size), make(size * 2)];
    const least = (text: string): number =>
      Math.min(...Array.from({ length: 4 }, () => timed(() => readArtefactText(text, 'a.log'))));
    least(small);
    figures[name] = least(large) / least(small);
  }
  figures['a message of 50 MB, ms'] = timed(() =>
    readArtefactText(hostileTexts['one long message']?.(50_000_000) ?? '', 'a.log'),
  );
  return { milliseconds: 0, figures };
}

/** Time of reading logs of four sizes, each ten times the one before. */
export function growth({ growing, openLog, scale }: BenchData): Measurement {
  const analyser = createAnalyser(catalogue);
  readFile(analyser, openLog);
  const times = growing.map((path) => timed(() => readFile(analyser, path)));
  const figures = Object.fromEntries(
    times.map((time, i) => [timeFigure((growingSizes[i] ?? 0) * scale), time]),
  );
  return { milliseconds: times.at(-1) ?? 0, figures };
}

function readWith(data: BenchData, analyser: Analyser): Measurement {
  warmUp(() => readFile(analyser, data.openLog));
  return measured(() => readFile(analyser, data.log));
}

/** Some passes over 10 MB, until the engine has compiled everything for good. */
function warmUp(pass: () => unknown): void {
  for (let i = 0; i < 3; i++) pass();
}

function readFile(analyser: Analyser, path: string): ReturnType<Analyser['readBytes']> {
  return withFileSource(path, (source) => analyser.readBytes('CoManagementHandler.log', source));
}

/** Where so many records end that begin at an offset. */
function endOfRecords(text: string, from: number, count: number): number {
  let at = from;
  for (let i = 0; i < count; i++) at = text.indexOf('<![LOG[', at + 1);
  return at;
}

function indexFile(path: string): ReturnType<typeof readCcmPieces> {
  return withFileSource(path, (source) =>
    withPieces(source, (reader, encoding) => readCcmPieces(reader, encoding, () => undefined)),
  );
}

/** The catalogue cut or made longer by entries with wording of their own, which no log has. */
function catalogueOf(count: number): readonly MessageEntry[] {
  const [pattern] = catalogue.messages;
  if (pattern === undefined) throw new Error('The catalogue is empty');
  const entries = [...catalogue.messages.slice(0, count)];
  for (let i = entries.length; i < count; i++) {
    const words = ['Reconciling', 'Postponing', 'Verifying', 'Archiving', 'Collating'][i % 5] ?? '';
    const templates = [`${words} the assignment of subsystem ${i} with result {code:code}`];
    entries.push({ ...pattern, id: `bench.entry-${i}`, templates, samples: [] });
  }
  return entries;
}

/** What readers of these logs keep as a rule: an object with a text for each field. The whole text comes on top. */
function recordObjects(text: string): readonly object[] {
  const form =
    /<!\[LOG\[([^]*?)\]LOG\]!><time="([^"]*)" date="([^"]*)" component="([^"]*)" context="([^"]*)" type="(\d)" thread="(\d+)" file="([^"]*)">/g;
  return Array.from(
    text.matchAll(form),
    ([, message, time, date, component, context, type, thread, file]) => {
      const written = new Date(`${date ?? ''} ${(time ?? '').slice(0, 12)}`);
      return { message, written, component, context, type: Number(type), thread: Number(thread), file };
    },
  );
}

/** Memory of buffers is given back some time after they were collected, so it is asked for twice. */
export async function usedBytes(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
