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

  /** Reads the document as it is now. `path` is the name to read it under; by default that of its uri. */
  of(document: TextDocument, path = baseName(document.uri)): Reading {
    const kept = this.#kept.get(document);
    if (kept?.version === document.version) return kept.reading;
    const text = document.getText();
    // Its encoding and size on disk are not known here; the text is what counts.
    const reading = this.#analyser.read(path, text, null, text.length);
    this.#kept.set(document, { version: document.version, reading });
    return reading;
  }
}
