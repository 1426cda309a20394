import { isBlank, isLineEnd } from '../text/characters.ts';

/** Two 32-bit halves, so that the first alone makes an index of numbers. */
export interface TextHash {
  readonly high: number;
  readonly low: number;
}

/**
 * Hash of a stretch of text: FNV-1a over its UTF-16 units, low byte first, from two different starts. Runs of blanks and line ends
 * count as one blank, and none at the ends: so encoding, line ends and re-wrapped lines make no difference.
 */
export function hashText(text: string, start = 0, end = text.length): TextHash {
  let high = highStart;
  let low = lowStart;
  let isPending = false;
  let isEmpty = true;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit) || isLineEnd(unit)) {
      isPending = !isEmpty;
      continue;
    }
    if (isPending) {
      high = mix(high, blank);
      low = mix(low, blank);
      isPending = false;
    }
    high = mix(high, unit);
    low = mix(low, unit);
    isEmpty = false;
  }
  return { high: high >>> 0, low: low >>> 0 };
}

/** As it stands in a notes file: 16 hexadecimal digits. */
export function formatHash({ high, low }: TextHash): string {
  return hex(high) + hex(low);
}

/** The same text, in one step. */
export function hashOf(text: string): string {
  return formatHash(hashText(text));
}

const blank = 0x20;
const prime = 0x01000193;
const highStart = 0x811c9dc5;
const lowStart = 0x2c9277b5;

function mix(hash: number, unit: number): number {
  return Math.imul(Math.imul(hash ^ (unit & 0xff), prime) ^ (unit >>> 8), prime);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}
