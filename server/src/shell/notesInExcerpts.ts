import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import type { ExcerptNotes } from '../protocol.ts';
import { fileOfExcerpt, isExcerpt } from './excerpts.ts';
import type { Excerpts } from './excerpts.ts';
import type { KnownCase, Snapshot } from './knownCase.ts';
import type { ShownNotes } from './notesStore.ts';
import { uriKey } from './uris.ts';

/** A line of a document. */
export interface LineAt {
  readonly uri: string;
  readonly position: Position;
}

/** Notes of files that are too large to be open: they stand in excerpts, and are made there. */
export class NotesInExcerpts {
  readonly #excerpts: Excerpts;
  readonly #open: () => readonly TextDocument[];

  /** `open`: the excerpts that are open. */
  constructor(excerpts: Excerpts, open: () => readonly TextDocument[]) {
    this.#excerpts = excerpts;
    this.#open = open;
  }

  /** The excerpts around the lines of notes, and those that are open, with the notes in each. */
  async of(snapshot: Snapshot, known: KnownCase, { notes }: ShownNotes): Promise<readonly ExcerptNotes[]> {
    const own = new Set(known.files.map(({ uri }) => uriKey(uri)));
    const uris = new Set<string>();
    for (const { location } of notes) {
      const place =
        location === null ? null : await this.#excerpts.place(snapshot, location.uri, location.range);
      if (place !== null) uris.add(place.uri);
    }
    for (const { uri } of this.#open()) {
      const file = fileOfExcerpt(uri);
      // An editor may write the same address in another way than the server did.
      const isThere = [...uris].some((one) => uriKey(one) === uriKey(uri));
      if (file !== null && own.has(uriKey(file)) && !isThere) uris.add(uri);
    }
    return Promise.all([...uris].map((uri) => this.#notesIn(snapshot, uri, notes)));
  }

  /**
   * The line of the file that a line of a document shows. Null where it is an excerpt that shows another text than the
   * file has now.
   */
  async lineInFile(snapshot: Snapshot, line: LineAt): Promise<LineAt | null> {
    if (!isExcerpt(line.uri)) return line;
    const document = this.#open().find(({ uri }) => uriKey(uri) === uriKey(line.uri));
    return this.#excerpts.lineInFile(snapshot, line, document ?? null);
  }

  async #notesIn(snapshot: Snapshot, uri: string, notes: ShownNotes['notes']): Promise<ExcerptNotes> {
    const file = fileOfExcerpt(uri);
    const inFile = notes.filter(
      ({ location }) => location !== null && file !== null && uriKey(location.uri) === uriKey(file),
    );
    const lines = await this.#excerpts.linesOf(
      snapshot,
      uri,
      inFile.map(({ location }) => location?.range.start.line ?? 0),
    );
    return {
      uri,
      notes: inFile.flatMap(({ id }, index) => {
        const line = lines[index] ?? null;
        return line === null ? [] : [{ id, line }];
      }),
    };
  }
}
