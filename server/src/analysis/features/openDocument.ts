import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { carriageReturn, isLineEnd, lineFeed } from '../text/characters.ts';
import { LineStarts } from '../text/lineStarts.ts';
import { lastNotAbove } from '../text/sortedNumbers.ts';
import type { TextEdit } from '../text/textEdit.ts';

/** What an editor says that was changed in a document; without a range all of its text. */
export interface DocumentChange {
  readonly range?: Range;
  readonly text: string;
}

/**
 * A document that an editor has open. It answers as the document of the library does, at less cost for a large log:
 * lines are found by searching for their ends and not character by character, and an edit moves numbers in place.
 */
export class OpenDocument implements TextDocument {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #text: string;
  /** Offsets at which lines begin, and behind them room for more; null until somebody asks for a line. */
  #starts: Uint32Array | null = null;
  #count = 0;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#text = text;
  }

  get version(): number {
    return this.#version;
  }

  get lineCount(): number {
    return this.#lines().length;
  }

  getText(range?: Range): string {
    return range === undefined
      ? this.#text
      : this.#text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  positionAt(offset: number): Position {
    const lines = this.#lines();
    const within = Math.max(0, Math.min(offset, this.#text.length));
    const line = lastNotAbove(lines, within);
    const start = lines[line] ?? 0;
    return { line, character: this.#beforeLineEnd(within, start) - start };
  }

  offsetAt({ line, character }: Position): number {
    const lines = this.#lines();
    if (line >= lines.length) return this.#text.length;
    if (line < 0) return 0;
    const start = lines[line] ?? 0;
    if (character <= 0) return start;
    return this.#beforeLineEnd(Math.min(start + character, this.#endOfLine(line)), start);
  }

  getLineRange(line: number): Range {
    const within = Math.max(0, Math.min(line, this.lineCount - 1));
    const start = this.#lines()[within] ?? 0;
    const character = line < 0 ? 0 : this.#beforeLineEnd(this.#endOfLine(within), start) - start;
    return { start: { line: within, character: 0 }, end: { line: within, character } };
  }

  getEOLCharacters(line: number): string {
    if (line < 0 || line >= this.lineCount) return '';
    const end = this.#endOfLine(line);
    return this.#text.slice(this.#beforeLineEnd(end, this.#lines()[line] ?? 0), end);
  }

  /** Changes the text, and answers what of it is another one now; null where that is all of it. */
  change({ range, text }: DocumentChange): TextEdit | null {
    if (range === undefined) {
      this.#text = text;
      this.#starts = null;
      return null;
    }
    const [from, to] = [this.offsetAt(range.start), this.offsetAt(range.end)];
    const start = Math.min(from, to);
    const oldEnd = Math.max(from, to);
    const edit = { start, oldEnd, newEnd: start + text.length };
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(oldEnd);
    this.#moveLines(edit);
    return edit;
  }

  /** Says that the text is now that of another version. */
  isNow(version: number): void {
    this.#version = version;
  }

  #lines(): Uint32Array {
    if (this.#starts === null) {
      const lines = new LineStarts();
      lines.add(this.#text);
      this.#starts = lines.finish();
      this.#count = this.#starts.length;
    }
    return this.#starts.subarray(0, this.#count);
  }

  #endOfLine(line: number): number {
    return this.#lines()[line + 1] ?? this.#text.length;
  }

  #beforeLineEnd(offset: number, start: number): number {
    let at = offset;
    while (at > start && isLineEnd(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }

  /** Whether a line begins at an offset is told by the characters on both of its sides, so those in the edit are asked. */
  #moveLines({ start, oldEnd, newEnd }: TextEdit): void {
    const before = this.#lines();
    const kept = Math.max(1, lastNotAbove(before, start - 1) + 1);
    const behind = Math.max(kept, lastNotAbove(before, oldEnd) + 1);
    const between: number[] = [];
    for (let at = Math.max(1, start); at <= newEnd; at++) if (this.#beginsLine(at)) between.push(at);
    const count = kept + between.length + this.#count - behind;
    const starts = this.#withRoomFor(count);
    starts.copyWithin(kept + between.length, behind, this.#count);
    starts.set(between, kept);
    const shift = newEnd - oldEnd;
    if (shift !== 0) {
      for (let i = kept + between.length; i < count; i++) starts[i] = (starts[i] ?? 0) + shift;
    }
    this.#count = count;
  }

  #beginsLine(offset: number): boolean {
    const before = this.#text.charCodeAt(offset - 1);
    return before === lineFeed || (before === carriageReturn && this.#text.charCodeAt(offset) !== lineFeed);
  }

  #withRoomFor(count: number): Uint32Array {
    const starts = this.#starts ?? new Uint32Array(0);
    if (count <= starts.length) return starts;
    const wider = new Uint32Array(Math.ceil(count * 1.25));
    wider.set(starts.subarray(0, this.#count));
    this.#starts = wider;
    return wider;
  }
}
