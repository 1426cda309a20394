/** Data of a registry file that is written as bytes, such as `hex(2):25,00,...`, over all its lines. */
export interface HexData {
  /** From behind the colon to behind the last byte. */
  readonly start: number;
  readonly end: number;
  /** The number in brackets; 3 (binary) where there is none. */
  readonly type: number;
  /** Name of the value, lower case; empty where none stands before it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All data that is written as bytes. Linear. */
export function findHexData(text: string): readonly HexData[] {
  const found: HexData[] = [];
  for (const match of text.matchAll(heads)) {
    const start = match.index + match[0].length;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const { bytes, end } = readBytes(text, start);
    if (bytes.length > 0) {
      const type = Number.parseInt(match[1] ?? '3', 16);
      found.push({ start, end, type, name: nameBefore(text, match.index), bytes: Uint8Array.from(bytes) });
    }
  }
  return found;
}

function nameBefore(text: string, equals: number): string {
  return (
    /"([^"\r\n]{1,100})"=[ \t]{0,4}$/
      .exec(text.slice(Math.max(0, equals - 110), equals))?.[1]
      ?.toLowerCase() ?? ''
  );
}

const heads = /(?<==[ \t]{0,4})hex(?:\(([0-9a-f]{1,8})\))?:/gi;

function readBytes(text: string, from: number): { readonly bytes: number[]; readonly end: number } {
  const bytes: number[] = [];
  let at = from;
  let end = from;
  for (;;) {
    const byte = text.slice(at, at + 2);
    if (/^[0-9a-f]{2}$/i.test(byte)) {
      bytes.push(Number.parseInt(byte, 16));
      at += 2;
      end = at;
    } else if (/^[,\\ \t\r\n]/.test(byte) && !/^[\r\n]/.test(byte)) {
      at++;
    } else if (/^[\r\n]/.test(byte) && continues(text, at)) {
      at++;
    } else {
      return { bytes, end };
    }
  }
}

/** A line goes on only behind a backslash; blanks may follow it. */
function continues(text: string, at: number): boolean {
  return /\\[ \t\r]{0,8}$/.test(text.slice(Math.max(0, at - 9), at));
}

/**
 * The bytes as a registry file writes them, on as many lines as `original` has. Where there are fewer bytes than lines,
 * zeros follow, which end a text.
 */
export function writeHexData(bytes: Uint8Array, original: string): string {
  const breaks = original.match(/\\[ \t]*\r?\n[ \t]*/g) ?? [];
  const lines = breaks.length + 1;
  const all = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  while (all.length < lines) all.push('00');
  const pieces: string[] = [];
  for (let line = 0; line < lines; line++) {
    const part = all.slice(
      Math.floor((line * all.length) / lines),
      Math.floor(((line + 1) * all.length) / lines),
    );
    pieces.push(part.join(','), line < breaks.length ? `,${breaks[line] ?? ''}` : '');
  }
  return pieces.join('');
}
