import type { Analyser } from './analyser.ts';
import type { Reading } from './caseAnalysis.ts';
import { condense } from './condense.ts';
import { readStretch, type ByteSource } from './text/byteSource.ts';
import { decode } from './text/decode.ts';
import { indexPieces } from './text/indexPieces.ts';
import { withPieces } from './text/pieceReader.ts';

/** Reads a file as `Analyser.read` does. `keepText: false` drops its text afterwards, see `condense`. */
export function readSource(analyser: Analyser, path: string, source: ByteSource, keepText: boolean): Reading {
  if (keepText) {
    const bytes = readStretch(source, 0, source.size);
    const { text, encoding } = decode(bytes);
    return analyser.read(path, text, encoding, bytes.length);
  }
  const reading = analyser.readBytes(path, source);
  return condense(reading, reading.dropped ?? withPieces(source, indexPieces), analyser.snapshotEntries);
}
