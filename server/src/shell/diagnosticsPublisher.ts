import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { noteDiagnosticsOf } from '../analysis/index.ts';
import type { CaseAnalysis, EditorFeatures, Finding, ShownNote } from '../analysis/index.ts';
import type { LinesInSight } from './excerptDiagnostics.ts';
import type { LinesOfFile } from './excerpts.ts';
import type { KnownCase, KnownFile, Snapshot } from './knownCase.ts';
import type { Pause } from './pause.ts';
import { uriKey } from './uris.ts';

/** The worst of a file that is not open; the rest shows when it is opened. */
const mostForClosedFile = 100;

/** Sends the findings of every file of every case, and only where they changed. */
export class DiagnosticsPublisher {
  readonly #features: EditorFeatures;
  readonly #send: (params: PublishDiagnosticsParams) => void;
  readonly #pause: Pause;
  #sent = new Map<string, Sent>();

  /** `pause` lets others have their turn. */
  constructor(
    features: EditorFeatures,
    send: (params: PublishDiagnosticsParams) => void,
    pause: Pause = () => null,
  ) {
    this.#features = features;
    this.#send = send;
    this.#pause = pause;
  }

  /**
   * `notes` are those of the cases that have any; the same list means that nothing changed. What stands in the lines
   * `inSight` is told of the excerpts that show them, and not a second time of their file. One call at a time.
   */
  async publish(
    snapshot: Snapshot,
    notes: ReadonlyMap<KnownCase, readonly ShownNote[]> = new Map<KnownCase, readonly ShownNote[]>(),
    inSight: LinesInSight = new Map<string, readonly LinesOfFile[]>(),
  ): Promise<void> {
    const before = this.#sent;
    this.#sent = new Map();
    for (const known of snapshot.cases) {
      const own = notes.get(known) ?? noNotes;
      const findings = byFile(known);
      for (const file of known.files) {
        const key = uriKey(file.uri);
        this.#publishFile(known, file, findings, own, inSight.get(key) ?? noLines, before.get(key));
        await this.#pause();
      }
    }
    for (const [key, { uri, isEmpty }] of before) {
      if (!this.#sent.has(key) && !isEmpty) this.#send({ uri, diagnostics: [] });
    }
  }

  #publishFile(
    known: KnownCase,
    file: KnownFile,
    findings: () => ReadonlyMap<string, readonly Finding[]>,
    notes: readonly ShownNote[],
    inSight: readonly LinesOfFile[],
    before: Sent | undefined,
  ): void {
    const { uri, open, document } = file;
    const { analysis } = known;
    if (
      before?.analysis === analysis &&
      before.open === open &&
      before.uri === uri &&
      before.notes === notes &&
      isSame(before.inSight, inSight)
    ) {
      this.#sent.set(uriKey(uri), before);
      return;
    }
    // Its lines are others by now. What changed it brings the next call.
    if (open && file.version !== document.version) {
      if (before !== undefined) this.#sent.set(uriKey(uri), before);
      return;
    }
    const found = this.#features.diagnostics({
      file: file.reading.path,
      document,
      artefact: file.reading.artefact,
      findings: findings().get(file.reading.path) ?? [],
      documents: known.documents,
      ...(open ? {} : { leastSeverity: 'warning', limit: mostForClosedFile }),
    });
    // Also those that are resolved, in files that nobody has open: they are few, and somebody wrote them.
    const diagnostics = [...found, ...noteDiagnosticsOf(notes, document.uri)].filter(
      ({ range: { start } }) => !inSight.some((lines) => isIn(lines, start.line)),
    );
    const isEmpty = diagnostics.length === 0;
    if (!isEmpty || before?.isEmpty === false) {
      this.#send(open ? { uri, version: document.version, diagnostics } : { uri, diagnostics });
    }
    this.#sent.set(uriKey(uri), { uri, analysis, notes, inSight, open, isEmpty });
  }
}

/** The findings of a case, sorted into its files when somebody asks. */
function byFile({ analysis }: KnownCase): () => ReadonlyMap<string, readonly Finding[]> {
  let sorted: Map<string, Finding[]> | undefined;
  return () => {
    if (sorted !== undefined) return sorted;
    sorted = new Map();
    for (const finding of analysis.findings) {
      const { file } = finding.place;
      const others = sorted.get(file);
      if (others === undefined) sorted.set(file, [finding]);
      else others.push(finding);
    }
    return sorted;
  };
}

function isIn({ firstLine, lastLine }: LinesOfFile, line: number): boolean {
  return line >= firstLine && line < lastLine;
}

function isSame(left: readonly LinesOfFile[], right: readonly LinesOfFile[]): boolean {
  return (
    left.length === right.length &&
    left.every(
      ({ firstLine, lastLine }, index) =>
        firstLine === right[index]?.firstLine && lastLine === right[index].lastLine,
    )
  );
}

const noNotes: readonly ShownNote[] = [];
const noLines: readonly LinesOfFile[] = [];

interface Sent {
  readonly uri: string;
  readonly analysis: CaseAnalysis;
  readonly notes: readonly ShownNote[];
  readonly inSight: readonly LinesOfFile[];
  readonly open: boolean;
  readonly isEmpty: boolean;
}
