import type { ByteSource } from '../text/byteSource.ts';
import { GrowingNumbers } from '../text/growingNumbers.ts';
import { isLineEnd, lineFeed } from '../text/characters.ts';
import { textAgain, type TextPieces } from '../text/textPieces.ts';
import { UnitWindow, type UnitEncoding } from '../text/unitWindow.ts';
import type { RegistryArtefact } from './artefact.ts';
import { RegistryFileReading } from './registryFileReading.ts';
import { RegistryFileScanner } from './registryFileScanner.ts';
import { KeySelection, type KeyFilter } from './keySelection.ts';

/**
 * Reads a registry file in UTF-16LE window by window, with the same result as `registryFileReader.parse` has for the
 * whole text, save that no text is kept: the artefact's is empty, `pieces` tells how to read it again, and of the keys
 * those are held as objects that `filter` wants. `bytes` is the size of a window, for tests.
 */
export function readRegistryFilePieces(
  source: ByteSource,
  encoding: UnitEncoding,
  filter: KeyFilter | null,
  bytes?: number,
): { readonly artefact: RegistryArtefact; readonly pieces: TextPieces } {
  const window = new UnitWindow(source, encoding, bytes);
  const reading = new RegistryFileReading(source.size / 2);
  const lines = new GrowingNumbers(source.size / 2 / usualLineLength);
  const scanner = new RegistryFileScanner(reading, lines);
  const wanted = filter === null ? null : new KeySelection(filter);
  const starts = new GrowingNumbers();
  const positions: number[] = [];
  lines.add(0);
  let hasBegun = false;
  for (;;) {
    const { base, length, isLast } = window;
    if (positions.at(-1) !== window.position) {
      starts.add(base);
      positions.push(window.position);
    }
    let at = 0;
    const readByRules = (
      read: (stretch: { text: string; base: number; isLast: boolean }) => number,
    ): boolean => {
      const next = read({ text: window.text(), base, isLast });
      if (next < 0) return false;
      addLines(lines, window, at, next);
      at = next;
      return true;
    };
    hasBegun ||= readByRules((stretch) => reading.begin(stretch));
    while (hasBegun && at < length) {
      at = scanner.scan(window.units, at, length, base);
      if (at >= length || (scanner.isCut && !isLast)) break;
      const from = at;
      if (!readByRules((stretch) => reading.readEntry(stretch, from))) break;
    }
    wanted?.addFrom(reading.table, window);
    if (isLast) break;
    window.moveBy(at);
  }
  const pieces: TextPieces = {
    encoding,
    length: window.base + window.length,
    lineStarts: lines.finish(),
    pieceStarts: starts.finish(),
    pieceBytes: Float64Array.from(positions),
  };
  const table = reading.table.finish();
  const held = wanted?.finish(table, pieces.lineStarts, (start, end) =>
    textAgain(source, pieces, start, end),
  );
  return {
    artefact: {
      type: 'registry',
      kind: 'registry-file',
      text: '',
      table: held === undefined ? table : { ...table, held },
      problems: reading.problems.finish(),
    },
    pieces,
  };
}

/** Characters of a line, or somewhat less. */
const usualLineLength = 40;

/** Where lines begin behind the line ends in a stretch, which ends behind one, or at the end of the text. */
function addLines(lines: GrowingNumbers, { units, base }: UnitWindow, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const unit = units[at] ?? 0;
    if (!isLineEnd(unit)) continue;
    if (unit !== lineFeed && at + 1 < to && units[at + 1] === lineFeed) at++;
    lines.add(base + at + 1);
  }
}
