import type { Artefact, ArtefactKind } from '../artefacts/artefact.ts';
import { artefactReaders } from '../artefacts/index.ts';
import type { Reading } from '../caseAnalysis.ts';
import { markLength, type EncodingId } from '../text/decode.ts';
import { detached } from '../text/detached.ts';
import { lastNotAbove } from '../text/sortedNumbers.ts';
import { lineStartIn, positionIn, type TextPieces } from '../text/textPieces.ts';
import { bytesOf } from './byteOffset.ts';

/** A part of a file, or all of it, in which notes are tied to lines and lines are found again. */
export interface Stretch {
  /** What was read of this part; path, encoding and size are those of the file. */
  readonly reading: Reading;
  /** Where its text begins in the file: in characters, in bytes (null where the encoding is unknown) and in lines. */
  readonly start: number;
  readonly startByte: number | null;
  readonly firstLine: number;
  /** The first lines of the file. */
  readonly head: string;
}

/** A file whose text was let go, and a way to read parts of it again. */
export interface FileInParts {
  readonly reading: Reading;
  readonly pieces: TextPieces;
  readonly textBetween: (start: number, end: number) => string;
}

/** A file whose text is there, as one. */
export function wholeFile(reading: Reading): Stretch {
  const { encoding, artefact } = reading;
  // `Reading` keeps the id as a text, because the command line prints it.
  const startByte = encoding === null ? null : markLength(encoding as EncodingId);
  return { reading, start: 0, startByte, firstLine: 0, head: artefact.text };
}

/** The part between two offsets, widened to whole lines. */
export function stretchBetween(file: FileInParts, from: number, to: number): Stretch {
  const { reading, pieces, textBetween } = file;
  const start = lineStartIn(pieces, positionIn(pieces, Math.max(0, from)).line);
  const end = Math.min(lineStartIn(pieces, positionIn(pieces, to).line + 1), to + longestTail);
  const text = detached(textBetween(start, end));
  const piece = Math.max(0, lastNotAbove(pieces.pieceStarts, start));
  const before = textBetween(pieces.pieceStarts[piece] ?? 0, start);
  return {
    reading: { ...reading, artefact: readAs(reading.artefact.kind, text), observations: [], unexplained: [] },
    start,
    startByte: (pieces.pieceBytes[piece] ?? 0) + bytesOf(before, before.length, pieces.encoding),
    firstLine: positionIn(pieces, start).line,
    head: detached(textBetween(0, Math.min(pieces.length, headCharacters))),
  };
}

/** The part around an offset. */
export function stretchAround(file: FileInParts, offset: number): Stretch {
  return stretchBetween(
    file,
    offset - charactersAround,
    Math.min(offset + charactersAround, file.pieces.length),
  );
}

/** Far enough for the neighbours of a record, and for the key above a value. */
export const charactersAround = 256 * 1024;
/** A file can be one line; a part of it is not. */
const longestTail = 64 * 1024;
const headCharacters = 16 * 1024;

/** Parts are read as what the file is, as they may not begin like it. */
function readAs(kind: ArtefactKind, text: string): Artefact {
  const reader = artefactReaders.find((one) => one.kind === kind);
  return reader?.parse(text) ?? { type: 'unread', kind: 'unknown', text, problems: [] };
}
