import type { Analyser } from './analyser.ts';
import type { Reading } from './caseAnalysis.ts';
import { condense } from './condense.ts';
import { readStretch, type ByteSource } from './text/byteSource.ts';
import { decode } from './text/decode.ts';
import { indexPieces } from './text/indexPieces.ts';
import { withPieces } from './text/pieceReader.ts';

/** Reads a file as `Analyser.read` does. `keepText: false` lets go of its text, see `condense`. */
export function readSource(analyser: Analyser, path: string, source: ByteSource, keepText: boolean): Reading {
  if (keepText) {
    const { text, encoding } = decode(readStretch(source, 0, source.size));
    return analyser.read(path, text, encoding, source.size);
  }
  const reading = analyser.readBytes(path, source);
  const pieces = reading.dropped ?? withPieces(source, indexPieces);
  return condense(reading, pieces, analyser.snapshotEntries);
}
