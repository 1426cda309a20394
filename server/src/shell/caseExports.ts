import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  createReporter,
  decode,
  exportFormats,
  lineMarkdown,
  noChoices,
  redactCase,
  reportNoteOf,
  verdictReportMarkdown,
  type Analyser,
  type AnalysisOptions,
  type Anchor,
  type CaseAnalysis,
  type Place,
  type Reading,
  type RedactedCase,
  type RedactionChoices,
  type Report,
  type Reporter,
  type ReportNote,
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
import { importAnswer } from './importAnswer.ts';
import type { KnownCase, KnownFile, Snapshot } from './knownCase.ts';
import { lineLinkQuery, readLineLink } from './lineLink.ts';
import type { NotesStore } from './notesStore.ts';
import type { FileSystem } from './runtime.ts';

/** A case with the whole text of its files, and what was judged from them. */
interface WholeCase {
  readonly analysis: CaseAnalysis;
  readonly readings: readonly Reading[];
}

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
  ): Promise<ExportResult | null> {
    const known = caseAtHand(snapshot, uri);
    const cases = known === null ? snapshot.cases : [known];
    if (cases.length === 0) return null;
    const reporter = this.#reporter(version);
    const reports: Report[] = [];
    const scans: Scan[] = [];
    for (const one of cases) {
      const { report, scan } = await this.#report(reporter, one, choices);
      reports.push(report);
      scans.push(scan);
    }
    const name = known === null ? 'cases' : fileNameOf(reports[0]?.name ?? '');
    const text = reporter.render(reports, format);
    for (const scan of scans) scan(text);
    return { text, fileName: `${name}.${exportFormats[format]}` };
  }

  async verdictMarkdown(snapshot: Snapshot, { uri, choices }: VerdictParams): Promise<string | null> {
    const known = caseAtHand(snapshot, uri);
    if (known === null) return null;
    const { report, scan } = await this.#report(this.#reporter(), known, choices);
    return scan(verdictReportMarkdown(report));
  }

  /** What pseudonyms would stand for, in the case at hand or in all cases, if nothing was kept. */
  async redactionPreview(snapshot: Snapshot, { uri, choices }: VerdictParams): Promise<RedactionPreview> {
    const known = caseAtHand(snapshot, uri);
    const cases: RedactionPreviewCase[] = [];
    for (const one of known === null ? snapshot.cases : [known]) {
      const { name } = one.analysis;
      const add = choices?.[name]?.add ?? [];
      const copy = this.#copyOf(await this.#whole(one), await this.#notesOf(one), { keep: [], add });
      cases.push({ name, items: copy.identifiers });
    }
    return { isRedacted: this.#redacts(), cases };
  }

  async lineEvidence(
    snapshot: Snapshot,
    { uri, position, choices }: LineParams,
  ): Promise<LineEvidence | null> {
    const found = snapshot.fileOf(uri);
    if (found === null) return null;
    const start = found.file.document.offsetAt(position);
    const place = { file: found.file.reading.path, start, end: start };
    const { report, scan } = await this.#report(this.#reporter(), found.known, choices, [place]);
    const [line] = report.lines;
    if (line === undefined) return null;
    const link = { caseName: report.name, file: line.place.file, line: line.place.line, anchor: line.anchor };
    return { markdown: scan(lineMarkdown(line)), link: scan(lineLinkQuery(link)) };
  }

  /** Looks in the files of the cases only; nothing that a link says becomes an address. */
  async openLink(snapshot: Snapshot, { link }: OpenLinkParams): Promise<OpenLinkResult> {
    const wanted = readLineLink(link);
    if (wanted === null) return { caseName: '', file: '', location: null };
    const { caseName, file, line, anchor } = wanted;
    const named = snapshot.cases.filter(({ analysis }) => analysis.name === caseName);
    const others = snapshot.cases.filter(({ analysis }) => analysis.name !== caseName);
    for (const known of [...named, ...others]) {
      if (anchor === null || !mayHold(known, anchor)) continue;
      const [place] = this.#place([anchor], await this.#whole(known));
      const document = place === null || place === undefined ? null : known.documents(place.file);
      if (place === null || place === undefined || document === null) continue;
      const range = { start: document.positionAt(place.start), end: document.positionAt(place.end) };
      return { caseName, file, location: { uri: document.uri, range } };
    }
    // Without what it says, only the same line of the same file of the same case will do.
    for (const { documents } of anchor === null ? named : []) {
      const document = documents(file);
      if (document === null || line > document.lineCount) continue;
      const start = { line: line - 1, character: 0 };
      return { caseName, file, location: { uri: document.uri, range: { start, end: start } } };
    }
    return { caseName, file, location: null };
  }

  async import(snapshot: Snapshot, { uri, text }: ImportParams): Promise<ImportResult> {
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
    const whole = await this.#whole(known);
    const { analysis, readings } = whole;
    const own = reporter.summary(reporter.report(analysis, readings));
    const theirs = imported.cases.find(({ name }) => name === own.name) ?? imported.cases[0];
    if (theirs === undefined)
      return { problem: 'It holds no case.', title: '', markdown: '', diagnostics: [] };
    const anchors = [...theirs.findings, ...theirs.notes].map(({ anchor }) => anchor);
    return importAnswer(theirs, own, this.#place(anchors, whole), known.documents);
  }

  /** Anchors of a redacted line are those of the same line in a redacted copy of ours. */
  #place(anchors: readonly (Anchor | null)[], whole: WholeCase): readonly (Place | null)[] {
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
    choices: RedactionParams['choices'],
    lines: readonly Place[] = [],
  ): Promise<{ readonly report: Report; readonly scan: Scan }> {
    const whole = await this.#whole(known);
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
    { analysis, readings }: WholeCase,
    notes: readonly ReportNote[],
    choices: RedactionChoices,
  ): RedactedCase {
    const texts = notes.flatMap(({ author, text }) => [author, text]);
    return redactCase(analysis.name, readings, texts, choices, this.#analyser);
  }

  async #notesOf(known: KnownCase): Promise<readonly ReportNote[]> {
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

  /** Of files that nobody has open only what the judgement needs is kept. A report quotes: so they are read again. */
  async #whole(known: KnownCase): Promise<WholeCase> {
    if (known.files.every(({ reading }) => reading.dropped === undefined)) {
      return { analysis: known.analysis, readings: known.files.map(({ reading }) => reading) };
    }
    const readings: Reading[] = [];
    for (const file of known.files) readings.push(await this.#withText(file));
    return { analysis: this.#analyser.analyse(known.analysis.name, readings, this.#options()), readings };
  }

  async #withText({ uri, reading }: KnownFile): Promise<Reading> {
    if (reading.dropped === undefined || reading.bytes > largestReadAgain) return reading;
    try {
      const bytes = await this.#files.readFile(uri);
      const { text, encoding } = decode(bytes);
      return this.#analyser.read(reading.path, text, encoding, bytes.length);
    } catch {
      // Gone or locked meanwhile: then what was kept of it has to do.
      return reading;
    }
  }
}

/** Whether it is worth reading the files of a case again to look for a line. */
function mayHold({ files }: KnownCase, { time }: Anchor): boolean {
  if (time === null) return true;
  const moment = Date.parse(`${time}Z`);
  return files.some(
    ({ reading: { artefact } }) => artefact.type === 'log' && artefact.records.localTime.includes(moment),
  );
}

/** Files above this are not read again: their texts together have to fit into memory. */
const largestReadAgain = 256 * 1024 * 1024;

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
