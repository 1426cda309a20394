import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyser, Reading } from '../analysis/index.ts';
import type { EditedDocuments } from './editedDocuments.ts';
import { baseName } from './uris.ts';

/** Readings of open documents: one per version, made when first asked for. */
export class OpenReadings {
  readonly #analyser: Analyser;
  readonly #kept = new WeakMap<TextDocument, { readonly version: number; readonly reading: Reading }>();

  readonly #edited: EditedDocuments;

  constructor(analyser: Analyser, edited: EditedDocuments) {
    this.#analyser = analyser;
    this.#edited = edited;
  }

  /** Reads the document as it is now, under the name of its uri. */
  of(document: TextDocument): Reading {
    const kept = this.#kept.get(document);
    if (kept?.version === document.version) return kept.reading;
    const path = baseName(document.uri);
    const text = document.getText();
    const edit = kept === undefined ? null : this.#edited.since(document, kept.version);
    // Its encoding and size on disk are not known here; the text is what counts.
    const reading =
      kept === undefined || edit === null
        ? this.#analyser.read(path, text, null, text.length)
        : this.#analyser.reread(kept.reading, text, edit);
    this.#keep(document, reading);
    return reading;
  }

  /** The same, unless the document still says what the file on disk says: then the reading of that stays good. */
  ofUnlessAs(onDisk: Reading, document: TextDocument): Reading {
    const kept = this.#kept.get(document);
    if (kept?.version === document.version && kept.reading !== onDisk) return kept.reading;
    if (onDisk.artefact.text !== document.getText()) return this.of(document);
    this.#keep(document, onDisk);
    return onDisk;
  }

  #keep(document: TextDocument, reading: Reading): void {
    this.#kept.set(document, { version: document.version, reading });
    this.#edited.wasRead(document);
  }
}
