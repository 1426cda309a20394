import type { ByteSource } from '../text/byteSource.ts';
import { GrowingNumbers } from '../text/growingNumbers.ts';
import { isLineEnd, lineFeed } from '../text/characters.ts';
import { textAgain, type TextPieces } from '../text/textPieces.ts';
import { slackUnits, UnitWindow, type UnitEncoding } from '../text/unitWindow.ts';
import type { RegistryArtefact } from './artefact.ts';
import { plainEntries } from './plainEntriesModule.ts';
import { RegistryFileReading } from './registryFileReading.ts';
import { RegistryFileScanner } from './registryFileScanner.ts';
import { KeySelection, type KeyFilter } from './keySelection.ts';

/**
 * Reads a registry file in UTF-16LE window by window, with the same result as `registryFileReader.parse` has for the
 * whole text, save that no text is kept: the artefact's is empty, `pieces` tells how to read it again, and of the keys
 * those are held as objects that `filter` wants. `windowLength` in units, for tests of what happens at the borders of
 * windows; at least two.
 */
export function readRegistryFilePieces(
  source: ByteSource,
  encoding: UnitEncoding,
  filter: KeyFilter | null,
  windowLength = plainEntries().windowLength,
): { readonly artefact: RegistryArtefact; readonly pieces: TextPieces } {
  const home = plainEntries().units.subarray(0, windowLength + slackUnits);
  const window = new UnitWindow(source, encoding, home);
  const reader = new WindowReader(source.size / 2);
  const wanted = filter === null ? null : new KeySelection(filter);
  const starts = new GrowingNumbers();
  const positions: number[] = [];
  for (;;) {
    if (positions.at(-1) !== window.position) {
      starts.add(window.base);
      positions.push(window.position);
    }
    const read = reader.read(window);
    wanted?.addFrom(reader.reading.table, window);
    if (window.isLast) break;
    window.moveBy(read);
  }
  const pieces: TextPieces = {
    encoding,
    length: window.base + window.length,
    lineStarts: reader.lines.finish(),
    pieceStarts: starts.finish(),
    pieceBytes: Float64Array.from(positions),
  };
  const columns = reader.reading.table.finish();
  const again = (start: number, end: number): string => textAgain(source, pieces, start, end);
  const table =
    wanted === null ? columns : { ...columns, held: wanted.finish(columns, pieces.lineStarts, again) };
  const problems = reader.reading.problems.finish();
  return { artefact: { type: 'registry', kind: 'registry-file', text: '', table, problems }, pieces };
}

/** Reads the entries of one window after the other, and where lines begin. */
class WindowReader {
  readonly reading: RegistryFileReading;
  readonly lines: GrowingNumbers;
  readonly #scanner: RegistryFileScanner;
  #hasBegun = false;

  /** `length` of the whole text. */
  constructor(length: number) {
    this.reading = new RegistryFileReading(length);
    this.lines = new GrowingNumbers(length / usualLineLength);
    this.lines.add(0);
    this.#scanner = new RegistryFileScanner(this.reading, this.lines);
  }

  /** Answers where the first entry begins that goes on behind the window. */
  read(window: UnitWindow): number {
    const { units, length, base, isLast } = window;
    let at = this.#hasBegun ? 0 : this.#byRules(window, 0);
    while (this.#hasBegun && at < length) {
      at = this.#scanner.scan(units, at, length, base);
      if (at >= length || (this.#scanner.isCut && !isLast)) break;
      const next = this.#byRules(window, at);
      if (next === at) break;
      at = next;
    }
    return at;
  }

  /** Behind the header or an entry that is read by the rules; where it began if it goes on behind the window. */
  #byRules(window: UnitWindow, from: number): number {
    const next = this.#hasBegun ? this.reading.readEntry(window, from) : this.reading.begin(window);
    if (next < 0) return from;
    this.#hasBegun = true;
    this.#addLines(window, from, next);
    return next;
  }

  /** Where lines begin behind the line ends in a stretch, which ends behind one, or at the end of the text. */
  #addLines({ units, base }: UnitWindow, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const unit = units[at] ?? 0;
      if (!isLineEnd(unit)) continue;
      if (unit !== lineFeed && at + 1 < to && units[at + 1] === lineFeed) at++;
      this.lines.add(base + at + 1);
    }
  }
}

/** Characters of a line, or somewhat less. */
const usualLineLength = 40;
