import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ShownNote } from '../analysis/index.ts';
import type { Excerpts, LinesOfFile } from './excerpts.ts';
import type { KnownCase, Snapshot } from './knownCase.ts';
import { uriKey } from './uris.ts';

/** Lines of files that excerpts show, by `uriKey` of the file. */
export type LinesInSight = ReadonlyMap<string, readonly LinesOfFile[]>;

/**
 * Sends the findings in the excerpts that somebody sees, and takes them back when nobody does any more: VS Code keeps
 * a document for minutes after its editor was closed, and so long each finding would be counted again.
 */
export class ExcerptDiagnostics {
  readonly #excerpts: Pick<Excerpts, 'diagnostics'>;
  readonly #inSight: () => readonly TextDocument[];
  readonly #send: (params: PublishDiagnosticsParams) => Promise<void>;
  /** Those that have findings at the client. */
  #sent: ReadonlySet<string> = new Set();

  /** `inSight`: the excerpts that are open and that somebody sees. */
  constructor(
    excerpts: Pick<Excerpts, 'diagnostics'>,
    inSight: () => readonly TextDocument[],
    send: (params: PublishDiagnosticsParams) => Promise<void>,
  ) {
    this.#excerpts = excerpts;
    this.#inSight = inSight;
    this.#send = send;
  }

  /** Answers which lines the findings were sent of, so that they are not sent with the file as well. One call at a time. */
  async publish(
    snapshot: Snapshot,
    notes: ReadonlyMap<KnownCase, readonly ShownNote[]>,
  ): Promise<LinesInSight> {
    const before = this.#sent;
    const sent = new Set<string>();
    const lines = new Map<string, LinesOfFile[]>();
    for (const document of this.#inSight()) {
      const { uri, version } = document;
      const found = await this.#excerpts.diagnostics(snapshot, document, notes);
      if (found === null) continue;
      const { diagnostics, shown } = found;
      await this.#send({ uri, version, diagnostics: [...diagnostics] });
      sent.add(uri);
      const key = uriKey(shown.uri);
      lines.set(key, [...(lines.get(key) ?? []), shown]);
    }
    for (const uri of before) if (!sent.has(uri)) await this.#send({ uri, diagnostics: [] });
    this.#sent = sent;
    return lines;
  }
}
