import { evidentEncoding, markLength, type EncodingId } from './decode.ts';
import { NoUtf8 } from './pieceReader.ts';

/** Decodes a file that grows: what is added may end in the middle of a character, which then waits for its rest. */
export class TailDecoder {
  readonly encoding: EncodingId;
  readonly #decoder: TextDecoder;
  /** Bytes of the mark at the start of the file that are still to be passed over. */
  #mark: number;

  constructor(encoding: EncodingId) {
    this.encoding = encoding;
    this.#mark = markLength(encoding);
    this.#decoder = new TextDecoder(labels[encoding], { ignoreBOM: true, fatal: encoding === 'utf-8' });
  }

  /** The text of what was added. Throws `NoUtf8` where the file was taken for UTF-8 and is not. */
  add(bytes: Uint8Array): string {
    const skipped = Math.min(this.#mark, bytes.length);
    this.#mark -= skipped;
    try {
      return this.#decoder.decode(bytes.subarray(skipped), { stream: true });
    } catch {
      throw new NoUtf8();
    }
  }
}

/** The encoding of a file by its start; UTF-8 unless something else is evident. */
export function likelyEncoding(start: Uint8Array): EncodingId {
  return evidentEncoding(start) ?? 'utf-8';
}

const labels: Readonly<Record<EncodingId, string>> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16le-bom': 'utf-16le',
  'utf-16be': 'utf-16be',
  'utf-16be-bom': 'utf-16be',
  'windows-1252': 'windows-1252',
};
