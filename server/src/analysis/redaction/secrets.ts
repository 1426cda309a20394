import { isPseudonym } from './pseudonym.ts';
import type { SightingList } from './sighting.ts';

/** Tokens and other long runs of characters that look drawn by lot: JSON web tokens, base64, signatures, keys. */
export function findSecrets(list: SightingList): void {
  for (const { index, 0: match } of list.text.matchAll(webTokens))
    list.add('token', index, index + match.length);
  for (const { index, 0: match } of list.text.matchAll(longRuns)) {
    if (isPseudonym(match)) continue;
    const start = index + (/^[/+_=-]+/.exec(match)?.[0].length ?? 0);
    if (looksDrawn(list.text.slice(start, index + match.length)))
      list.add('token', start, index + match.length);
  }
}

const webTokens = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]{0,}){1,4}/g;
/** Forty characters and more of base64, in either alphabet, and of hexadecimal digits. */
const longRuns = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{41,}={0,2}/g;

/**
 * Paths and long names change seldom between capitals, small letters and digits; what is drawn by lot changes at every
 * third character or more often.
 */
function looksDrawn(run: string): boolean {
  // The parts of a path, and ids that are read by themselves.
  if (holdsGuid.test(run)) return false;
  let changes = 0;
  let digits = 0;
  for (let i = 1; i < run.length; i++) {
    if (classOf(run.charCodeAt(i)) !== classOf(run.charCodeAt(i - 1))) changes++;
    if (classOf(run.charCodeAt(i)) === 'digit') digits++;
  }
  const isHex = /^[0-9a-f]+$/i.test(run);
  if (isHex && !/[1-9a-f]/i.test(run)) return false;
  // Long numbers and hexadecimal data stand for keys and blobs.
  if (isHex && run.length > 64) return true;
  return digits > 0 && changes / run.length > 0.3;
}

const holdsGuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

function classOf(code: number): 'digit' | 'capital' | 'small' | 'other' {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if (code >= 0x41 && code <= 0x5a) return 'capital';
  return code >= 0x61 && code <= 0x7a ? 'small' : 'other';
}
