import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { CaseAnalysis, EditorFeatures } from '../analysis/index.ts';
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

  publish(snapshot: Snapshot): void {
    const before = this.#sent;
    this.#sent = new Map();
    for (const known of snapshot.cases) {
      for (const file of known.files) this.#publishFile(known, file, before.get(uriKey(file.uri)));
    }
    for (const [key, { uri, isEmpty }] of before) {
      if (!this.#sent.has(key) && !isEmpty) this.#send({ uri, diagnostics: [] });
    }
  }

  #publishFile(known: KnownCase, file: KnownFile, before: Sent | undefined): void {
    const { uri, open, document } = file;
    const { analysis } = known;
    if (before?.analysis === analysis && before.open === open && before.uri === uri) {
      this.#sent.set(uriKey(uri), before);
      return;
    }
    const diagnostics = this.#features.diagnostics({
      file: file.reading.path,
      document,
      artefact: file.reading.artefact,
      findings: analysis.findings,
      documents: known.documents,
      ...(open ? {} : { leastSeverity: 'warning', limit: mostForClosedFile }),
    });
    const isEmpty = diagnostics.length === 0;
    if (!isEmpty || before?.isEmpty === false) {
      this.#send(open ? { uri, version: document.version, diagnostics } : { uri, diagnostics });
    }
    this.#sent.set(uriKey(uri), { uri, analysis, open, isEmpty });
  }
}

interface Sent {
  readonly uri: string;
  readonly analysis: CaseAnalysis;
  readonly open: boolean;
  readonly isEmpty: boolean;
}
