import {
  createReporter,
  decode,
  exportFormats,
  lineMarkdown,
  reportNoteOf,
  verdictReportMarkdown,
  type Analyser,
  type AnalysisOptions,
  type Anchor,
  type CaseAnalysis,
  type Place,
  type Reading,
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

  constructor(analyser: Analyser, files: FileSystem, notes: NotesStore, options: () => AnalysisOptions) {
    this.#analyser = analyser;
    this.#files = files;
    this.#notes = notes;
    this.#options = options;
  }

  /** The case at hand, or all cases where none is, as a file. */
  async export(snapshot: Snapshot, { uri, format, version }: ExportParams): Promise<ExportResult | null> {
    const known = caseAtHand(snapshot, uri);
    const cases = known === null ? snapshot.cases : [known];
    if (cases.length === 0) return null;
    const reporter = this.#reporter(version);
    const reports: Report[] = [];
    for (const one of cases) reports.push(await this.#report(reporter, one));
    const name = known === null ? 'cases' : fileNameOf(reports[0]?.name ?? '');
    return { text: reporter.render(reports, format), fileName: `${name}.${exportFormats[format]}` };
  }

  async verdictMarkdown(snapshot: Snapshot, uri: string | null): Promise<string | null> {
    const known = caseAtHand(snapshot, uri);
    return known === null ? null : verdictReportMarkdown(await this.#report(this.#reporter(), known));
  }

  async lineEvidence(snapshot: Snapshot, { uri, position }: LineParams): Promise<LineEvidence | null> {
    const found = snapshot.fileOf(uri);
    if (found === null) return null;
    const start = found.file.document.offsetAt(position);
    const place = { file: found.file.reading.path, start, end: start };
    const report = await this.#report(this.#reporter(), found.known, [place]);
    const [line] = report.lines;
    if (line === undefined) return null;
    const link = { caseName: report.name, file: line.place.file, line: line.place.line, anchor: line.anchor };
    return { markdown: lineMarkdown(line), link: lineLinkQuery(link) };
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
      const { analysis, readings } = await this.#whole(known);
      const [place] = this.#reporter().place([anchor], analysis, readings);
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
    const { analysis, readings } = await this.#whole(known);
    const own = reporter.summary(reporter.report(analysis, readings));
    const theirs = imported.cases.find(({ name }) => name === own.name) ?? imported.cases[0];
    if (theirs === undefined)
      return { problem: 'It holds no case.', title: '', markdown: '', diagnostics: [] };
    const anchors = [...theirs.findings, ...theirs.notes].map(({ anchor }) => anchor);
    return importAnswer(theirs, own, reporter.place(anchors, analysis, readings), known.documents);
  }

  #reporter(version = ''): Reporter {
    return createReporter(this.#analyser.catalogue, { name: 'Co-management Lens', version });
  }

  async #report(reporter: Reporter, known: KnownCase, lines: readonly Place[] = []): Promise<Report> {
    const { analysis, readings } = await this.#whole(known);
    return reporter.report(analysis, readings, await this.#notesOf(known), lines);
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

/** A name that every file system takes. */
function fileNameOf(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return plain === '' ? 'case' : plain.slice(0, 80);
}
