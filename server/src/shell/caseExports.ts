import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';
import {
  createReporter,
  exportFormats,
  lineMarkdown,
  noChoices,
  readablePseudonyms,
  redactCase,
  reportNoteOf,
  verdictReportMarkdown,
  wordsOf,
  type Analyser,
  type AnalysisOptions,
  type Anchor,
  type Place,
  type RedactedCase,
  type RedactionChoices,
  type Report,
  type Reporter,
  type NoteThread,
} from '../analysis/index.ts';
import type {
  ExportParams,
  ExportResult,
  ImportParams,
  ImportResult,
  LineEvidence,
  LineParams,
  OpenLinkParams,
  OpenLinkResult,
  RedactionParams,
  RedactionPreview,
  RedactionPreviewCase,
  VerdictParams,
} from '../protocol.ts';
import { caseAtHand } from './caseAnswers.ts';
import { CaseTexts } from './caseTexts.ts';
import type { CaseWithTexts } from './caseTexts.ts';
import { importAnswer } from './importAnswer.ts';
import type { KnownCase, KnownFile, Snapshot } from './knownCase.ts';
import { lineLinkQuery, readLineLink } from './lineLink.ts';
import type { NotesStore } from './notesStore.ts';
import type { FileSystem } from './runtime.ts';

/** What leaves the editor as a file, over the clipboard or in a link, and what comes back. */
export class CaseExports {
  readonly #analyser: Analyser;
  readonly #files: FileSystem;
  readonly #notes: NotesStore;
  readonly #options: () => AnalysisOptions;
  readonly #redacts: () => boolean;

  constructor(
    analyser: Analyser,
    files: FileSystem,
    notes: NotesStore,
    options: () => AnalysisOptions,
    redacts: () => boolean,
  ) {
    this.#analyser = analyser;
    this.#files = files;
    this.#notes = notes;
    this.#options = options;
    this.#redacts = redacts;
  }

  /** The case at hand, or all cases where none is, as a file. */
  async export(
    snapshot: Snapshot,
    { uri, format, version, choices }: ExportParams,
    token: CancellationToken,
  ): Promise<ExportResult | null> {
    const known = caseAtHand(snapshot, uri);
    const cases = known === null ? snapshot.cases : [known];
    if (cases.length === 0) return null;
    const reporter = this.#reporter(version);
    const reports: Report[] = [];
    const scans: Scan[] = [];
    for (const one of cases) {
      const { report, scan } = await this.#report(
        reporter,
        one,
        await this.#texts(token).whole(one),
        choices,
      );
      reports.push(report);
      scans.push(scan);
    }
    const name = known === null ? 'cases' : fileNameOf(reports[0]?.name ?? '');
    const text = reporter.render(reports, format);
    for (const scan of scans) scan(text);
    return { text, fileName: `${name}.${exportFormats[format]}` };
  }

  async verdictMarkdown(
    snapshot: Snapshot,
    { uri, choices }: VerdictParams,
    token: CancellationToken,
  ): Promise<string | null> {
    const known = caseAtHand(snapshot, uri);
    if (known === null) return null;
    const whole = await this.#texts(token).whole(known);
    const { report, scan } = await this.#report(this.#reporter(), known, whole, choices);
    return scan(verdictReportMarkdown(report));
  }

  /** What pseudonyms would stand for, in the case at hand or in all cases, if nothing was kept. */
  async redactionPreview(
    snapshot: Snapshot,
    { uri, choices }: VerdictParams,
    token: CancellationToken,
  ): Promise<RedactionPreview> {
    const known = caseAtHand(snapshot, uri);
    const cases: RedactionPreviewCase[] = [];
    for (const one of known === null ? snapshot.cases : [known]) {
      const { name } = one.analysis;
      const add = choices?.[name]?.add ?? [];
      const whole = await this.#texts(token).whole(one);
      const copy = this.#copyOf(whole, await this.#notesOf(one), { keep: [], add });
      // As exports say it, not as the copy does that they are made of.
      const items = copy.identifiers.map((item) => ({
        ...item,
        pseudonym: readablePseudonyms(item.pseudonym),
      }));
      const isThere = (text: string): boolean =>
        items.some(({ original }) => original.toLowerCase() === text.trim().toLowerCase());
      for (const original of add.filter((text) => !isThere(text)))
        items.push({ kind: 'other', original, pseudonym: '', count: 0 });
      // What the user added comes first: that is what they look for when the list comes back.
      const isAdded = ({ kind }: { readonly kind: string }): number => Number(kind === 'other');
      cases.push({ name, items: items.toSorted((left, right) => isAdded(right) - isAdded(left)) });
    }
    return { isRedacted: this.#redacts(), cases };
  }

  async lineEvidence(
    snapshot: Snapshot,
    { uri, position, choices }: LineParams,
    token: CancellationToken,
  ): Promise<LineEvidence | null> {
    const found = snapshot.fileOf(uri);
    if (found === null) return null;
    const start = found.file.document.offsetAt(position);
    const place = { file: found.file.reading.path, start, end: start };
    const { known, file } = found;
    const texts = this.#texts(token);
    // That a word of the line names somebody may be told by any other file of the case.
    const whole = this.#redacts() ? await texts.whole(known) : await texts.some(known, [file]);
    const { report, scan } = await this.#report(this.#reporter(), known, whole, choices, [place]);
    const [line] = report.lines;
    if (line === undefined) return null;
    const link = { caseName: report.name, file: line.place.file, line: line.place.line, anchor: line.anchor };
    return { markdown: scan(lineMarkdown(line)), link: scan(lineLinkQuery(link)) };
  }

  /** Looks in the files of the cases only; nothing that a link says becomes an address. */
  async openLink(
    snapshot: Snapshot,
    { link }: OpenLinkParams,
    token: CancellationToken,
  ): Promise<OpenLinkResult> {
    const wanted = readLineLink(link);
    if (wanted === null) return { caseName: '', file: '', location: null };
    const { caseName, file, line, anchor } = wanted;
    const named = snapshot.cases.filter(({ analysis }) => analysis.name === caseName);
    const others = snapshot.cases.filter(({ analysis }) => analysis.name !== caseName);
    // One limit for all cases: a link comes from anybody.
    const texts = this.#texts(token);
    const refusals: Error[] = [];
    for (const known of [...named, ...others]) {
      const files = anchor === null ? [] : known.files.filter((each) => mayHold(each, anchor));
      if (files.length === 0) continue;
      const whole = await texts.some(known, files).catch((error: unknown) => {
        if (!(error instanceof ResponseError)) throw error;
        refusals.push(error);
        return null;
      });
      if (whole === null) continue;
      const [place] = this.#place([anchor], whole);
      const document = place === null || place === undefined ? null : known.documents(place.file);
      if (place === null || place === undefined || document === null) continue;
      const range = { start: document.positionAt(place.start), end: document.positionAt(place.end) };
      return { caseName, file, location: { uri: document.uri, range } };
    }
    // It may be in what was not looked into.
    const [refusal] = refusals;
    if (refusal !== undefined) throw refusal;
    // Without what it says, only the same line of the same file of the same case will do.
    for (const { documents } of anchor === null ? named : []) {
      const document = documents(file);
      if (document === null || line > document.lineCount) continue;
      const start = { line: line - 1, character: 0 };
      return { caseName, file, location: { uri: document.uri, range: { start, end: start } } };
    }
    return { caseName, file, location: null };
  }

  async import(
    snapshot: Snapshot,
    { uri, text }: ImportParams,
    token: CancellationToken,
  ): Promise<ImportResult> {
    const reporter = this.#reporter();
    const imported = reporter.readExport(text);
    if ('problem' in imported) return { problem: imported.problem, title: '', markdown: '', diagnostics: [] };
    const names = imported.cases.map(({ name }) => name);
    const known =
      caseAtHand(snapshot, uri) ?? snapshot.cases.find(({ analysis }) => names.includes(analysis.name));
    if (known === undefined) {
      const problem = 'Open the folder with your copy of the logs first, or a file of it.';
      return { problem, title: '', markdown: '', diagnostics: [] };
    }
    const whole = await this.#texts(token).whole(known);
    const { analysis, readings } = whole;
    const own = reporter.summary(reporter.report(analysis, readings));
    const theirs = imported.cases.find(({ name }) => name === own.name) ?? imported.cases[0];
    if (theirs === undefined)
      return { problem: 'It holds no case.', title: '', markdown: '', diagnostics: [] };
    const anchors = [...theirs.findings, ...theirs.notes].map(({ anchor }) => anchor);
    return importAnswer(theirs, own, this.#place(anchors, whole), known.documents);
  }

  /** Anchors of a redacted line are those of the same line in a redacted copy of ours. */
  #place(anchors: readonly (Anchor | null)[], whole: CaseWithTexts): readonly (Place | null)[] {
    const { analysis, readings } = whole;
    const places = this.#reporter().place(anchors, analysis, readings);
    if (places.every((place) => place !== null)) return places;
    const copy = this.#copyOf(whole, [], noChoices);
    const inCopy = this.#reporter().place(anchors, copy.analysis(this.#options()), copy.readings);
    return places.map((place, i) => {
      const found = inCopy[i] ?? null;
      return place ?? (found === null ? null : copy.originalOf(found));
    });
  }

  #reporter(version = ''): Reporter {
    return createReporter(this.#analyser.catalogue, { name: 'Co-management Lens', version });
  }

  async #report(
    reporter: Reporter,
    known: KnownCase,
    whole: CaseWithTexts,
    choices: RedactionParams['choices'],
    lines: readonly Place[] = [],
  ): Promise<{ readonly report: Report; readonly scan: Scan }> {
    const notes = await this.#notesOf(known);
    const { analysis, readings } = whole;
    if (!this.#redacts()) {
      return { report: reporter.report(analysis, readings, notes, lines), scan: (text) => text };
    }
    const copy = this.#copyOf(whole, notes, choices?.[analysis.name] ?? noChoices);
    const report = reporter.report(analysis, readings, notes, lines, { copy, options: this.#options() });
    return { report, scan: (text) => scanned(text, copy) };
  }

  #copyOf(
    { analysis, readings }: CaseWithTexts,
    notes: readonly NoteThread[],
    choices: RedactionChoices,
  ): RedactedCase {
    return redactCase(analysis.name, readings, wordsOf(notes), choices, this.#analyser);
  }

  async #notesOf(known: KnownCase): Promise<readonly NoteThread[]> {
    const { notes } = await this.#notes.of(known);
    const { stages } = known.analysis;
    return notes.map((note) => {
      const at = note.location;
      const file = at === null ? undefined : known.files.find(({ uri }) => uri === at.uri);
      if (at === null || file === undefined) return reportNoteOf(note, null, stages);
      const line = at.range.start.line + 1;
      return reportNoteOf(note, { file: file.reading.path, line, endLine: line }, stages);
    });
  }

  #texts(token: CancellationToken): CaseTexts {
    return new CaseTexts(this.#analyser, this.#files, this.#options(), token);
  }
}

/** Whether it is worth reading a file again to look for a line. */
function mayHold({ reading: { artefact, dropped } }: KnownFile, { time }: Anchor): boolean {
  if (artefact.type !== 'log') return time === null;
  const moment = time === null ? Number.NaN : Date.parse(`${time}Z`);
  const { localTime } = artefact.records;
  if (dropped === undefined) return localTime.includes(moment);
  // Only some of its records were kept, the first and the last among them.
  return localTime.some((kept) => kept <= moment) && localTime.some((kept) => kept >= moment);
}

/** Answers the text, or throws where an identifier of the case is still in it. */
type Scan = (text: string) => string;

function scanned(text: string, copy: RedactedCase): string {
  const left = copy.leftIn(text);
  if (left.length === 0) return text;
  const kinds = [...new Set(left.map(({ kind }) => kind))].join(', ');
  throw new ResponseError(
    LSPErrorCodes.RequestFailed,
    `Nothing left the editor: the scan of the redacted result still found ${kinds}.`,
  );
}

/** A name that every file system takes. */
function fileNameOf(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return plain === '' ? 'case' : plain.slice(0, 80);
}
