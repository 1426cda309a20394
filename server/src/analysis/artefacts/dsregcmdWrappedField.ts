import type { DsregcmdField } from './artefact.ts';
import type { FieldPiece, TextPiece } from './dsregcmdPieces.ts';

/** Consoles break lines at 80 or 120 columns, mail programs a little above 70. */
const narrowestWrap = 72;

/** Lines that Microsoft Entra ID itself puts below the first line of its error descriptions. */
const descriptionLabels: ReadonlySet<string> = new Set(['trace id', 'correlation id', 'timestamp']);

interface Part {
  readonly start: number;
  readonly end: number;
}

/** A field whose value may go on over the following lines. */
export class WrappedField {
  readonly #first: FieldPiece;
  readonly #more: Part[] = [];
  #lastLine: number;
  #lastWidth: number;

  constructor(first: FieldPiece) {
    this.#first = first;
    this.#lastLine = first.line;
    this.#lastWidth = first.width;
  }

  /** Whether this line, which has no label, continues the value. */
  takesText(text: string, piece: TextPiece): boolean {
    if (!this.#isNextLine(piece.line) || piece.decoration || piece.crowded) return false;
    if (this.#holdsFreeText(text)) return true;
    if (piece.indent > 0) return false;
    if (this.#first.valueStart === this.#first.valueEnd) return text.startsWith('http', piece.start);
    return this.#lastWidth >= narrowestWrap;
  }

  /** Whether this line, though it looks like a field, belongs to the value: server messages hold colons. */
  takesField(text: string, piece: FieldPiece): boolean {
    if (!this.#isNextLine(piece.line) || piece.crowded || !piece.glued || !this.#holdsFreeText(text))
      return false;
    const name = text.slice(piece.nameStart, piece.nameEnd).toLowerCase();
    return piece.origin === 'unknown' || descriptionLabels.has(name);
  }

  append(piece: FieldPiece | TextPiece): void {
    this.#more.push({ start: piece.start, end: piece.end });
    this.#lastLine = piece.line;
    this.#lastWidth = piece.kind === 'field' ? piece.width : piece.indent + piece.end - piece.start;
  }

  finish(text: string): DsregcmdField {
    const { start, nameStart, nameEnd } = this.#first;
    const last = this.#more.at(-1);
    const valueStart =
      this.#first.valueStart === this.#first.valueEnd && last !== undefined
        ? (this.#more[0]?.start ?? this.#first.valueStart)
        : this.#first.valueStart;
    return {
      name: text.slice(nameStart, nameEnd),
      value: this.#value(text),
      start,
      end: last?.end ?? this.#first.end,
      nameStart,
      nameEnd,
      valueStart,
      valueEnd: last?.end ?? this.#first.valueEnd,
    };
  }

  /** Broken addresses and keys are put together again without a blank, words with one. */
  #value(text: string): string {
    const first = text.slice(this.#first.valueStart, this.#first.valueEnd);
    if (this.#more.length === 0) return first;
    const rest = this.#more.map((part) => text.slice(part.start, part.end));
    const separator = first.includes(' ') || this.#holdsFreeText(text) ? ' ' : '';
    return [first, ...rest].join(separator).trim();
  }

  #isNextLine(line: number): boolean {
    return line === this.#lastLine + 1 && !this.#first.crowded;
  }

  #holdsFreeText(text: string): boolean {
    const name = text.slice(this.#first.nameStart, this.#first.nameEnd);
    return /^server (?:error description|message)$/i.test(name);
  }
}
