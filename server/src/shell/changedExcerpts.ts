import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { excerptsChangedNotification } from '../protocol.ts';
import type { Excerpts } from './excerpts.ts';
import type { Snapshot } from './knownCase.ts';

/** Tells the client which open excerpts are to be asked for again, as their file has become another one. */
export class ChangedExcerpts {
  readonly #connection: Pick<Connection, 'sendNotification'>;
  readonly #excerpts: Pick<Excerpts, 'isOutdated'>;
  readonly #open: () => readonly TextDocument[];

  /** `open`: the excerpts that are open. */
  constructor(
    connection: Pick<Connection, 'sendNotification'>,
    excerpts: Pick<Excerpts, 'isOutdated'>,
    open: () => readonly TextDocument[],
  ) {
    this.#connection = connection;
    this.#excerpts = excerpts;
    this.#open = open;
  }

  async tell(snapshot: Snapshot): Promise<void> {
    const uris: string[] = [];
    for (const document of this.#open()) {
      if (await this.#excerpts.isOutdated(snapshot, document)) uris.push(document.uri);
    }
    if (uris.length > 0) await this.#connection.sendNotification(excerptsChangedNotification, { uris });
  }
}
