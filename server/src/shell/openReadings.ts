import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyser, Reading } from '../analysis/index.ts';
import { baseName } from './uris.ts';

/** Readings of open documents: one per version, made when first asked for. */
export class OpenReadings {
  readonly #analyser: Analyser;
  readonly #kept = new WeakMap<TextDocument, { readonly version: number; readonly reading: Reading }>();

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
  }

  /** Reads the document as it is now, under the name of its uri. */
  of(document: TextDocument): Reading {
    const kept = this.#kept.get(document);
    if (kept?.version === document.version) return kept.reading;
    const path = baseName(document.uri);
    const text = document.getText();
    // Its encoding and size on disk are not known here; the text is what counts.
    const reading = this.#analyser.read(path, text, null, text.length);
    this.#kept.set(document, { version: document.version, reading });
    return reading;
  }

  /** The same, unless the document still says what the file on disk says: then the reading of that stays good. */
  ofUnlessAs(onDisk: Reading, document: TextDocument): Reading {
    const kept = this.#kept.get(document);
    if (kept?.version === document.version && kept.reading !== onDisk) return kept.reading;
    if (onDisk.artefact.text !== document.getText()) return this.of(document);
    this.#kept.set(document, { version: document.version, reading: onDisk });
    return onDisk;
  }
}
