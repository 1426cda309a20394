import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { noteDiagnosticsOf } from '../analysis/index.ts';
import type { CaseAnalysis, EditorFeatures, ShownNote } from '../analysis/index.ts';
import type { KnownCase, KnownFile, Snapshot } from './knownCase.ts';
import { uriKey } from './uris.ts';

/** The worst of a file that is not open; the rest shows when it is opened. */
const mostForClosedFile = 100;

/** Sends the findings of every file of every case, and only where they changed. */
export class DiagnosticsPublisher {
  readonly #features: EditorFeatures;
  readonly #send: (params: PublishDiagnosticsParams) => void;
  #sent = new Map<string, Sent>();

  constructor(features: EditorFeatures, send: (params: PublishDiagnosticsParams) => void) {
    this.#features = features;
    this.#send = send;
  }

  /** `notes` are those of the cases that have any; the same list means that nothing changed. */
  publish(
    snapshot: Snapshot,
    notes: ReadonlyMap<KnownCase, readonly ShownNote[]> = new Map<KnownCase, readonly ShownNote[]>(),
  ): void {
    const before = this.#sent;
    this.#sent = new Map();
    for (const known of snapshot.cases) {
      const own = notes.get(known) ?? noNotes;
      for (const file of known.files) this.#publishFile(known, file, own, before.get(uriKey(file.uri)));
    }
    for (const [key, { uri, isEmpty }] of before) {
      if (!this.#sent.has(key) && !isEmpty) this.#send({ uri, diagnostics: [] });
    }
  }

  #publishFile(
    known: KnownCase,
    file: KnownFile,
    notes: readonly ShownNote[],
    before: Sent | undefined,
  ): void {
    const { uri, open, document } = file;
    const { analysis } = known;
    if (
      before?.analysis === analysis &&
      before.open === open &&
      before.uri === uri &&
      before.notes === notes
    ) {
      this.#sent.set(uriKey(uri), before);
      return;
    }
    const found = this.#features.diagnostics({
      file: file.reading.path,
      document,
      artefact: file.reading.artefact,
      findings: analysis.findings,
      documents: known.documents,
      ...(open ? {} : { leastSeverity: 'warning', limit: mostForClosedFile }),
    });
    // Also those that are resolved, in files that nobody has open: they are few, and somebody wrote them.
    const diagnostics = [...found, ...noteDiagnosticsOf(notes, document.uri)];
    const isEmpty = diagnostics.length === 0;
    if (!isEmpty || before?.isEmpty === false) {
      this.#send(open ? { uri, version: document.version, diagnostics } : { uri, diagnostics });
    }
    this.#sent.set(uriKey(uri), { uri, analysis, notes, open, isEmpty });
  }
}

const noNotes: readonly ShownNote[] = [];

interface Sent {
  readonly uri: string;
  readonly analysis: CaseAnalysis;
  readonly notes: readonly ShownNote[];
  readonly open: boolean;
  readonly isEmpty: boolean;
}
