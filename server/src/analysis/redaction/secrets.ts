import { matchesNear } from './matchesNear.ts';
import { isPseudonym } from './pseudonym.ts';
import type { SightingList } from './sighting.ts';

/** Tokens and other long runs of characters that look drawn by lot: JSON web tokens, base64, signatures, keys. */
export function findSecrets(list: SightingList): void {
  for (const { index, 0: match } of matchesNear(list.text, 'eyJ', webTokens))
    list.add('token', index, index + match.length);
  for (const { index, 0: match } of matchesNear(list.text, keyWord, serviceKeys))
    list.add('token', index, index + match.length);
  for (const { index, 0: match } of list.text.matchAll(recoveryKeys))
    list.add('token', index, index + match.length);
  for (const { index, 0: match } of matchesNear(list.text, schemes, bearers)) {
    if (/[0-9]/.test(match) && !isPseudonym(match)) list.add('token', index, index + match.length);
  }
  for (const { index, 0: match } of list.text.matchAll(longRuns)) {
    if (isPseudonym(match)) continue;
    const start = index + (/^[/+_=-]+/.exec(match)?.[0].length ?? 0);
    if (looksDrawn(list.text.slice(start, index + match.length)))
      list.add('token', start, index + match.length);
  }
}

const webTokens = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]{0,}){1,4}/g;
/** A token of any form behind its scheme. */
const schemes = /bearer|basic|negotiate|msauth1/giu;
const bearers =
  /(?<=(?<![\p{L}\p{N}])(?:Bearer|Basic|Negotiate|MSAuth1\.0)[ \t]{1,4})[A-Za-z0-9._~+/=-]{8,4096}/giu;
/** Headers of web services. */
const keyWord = /-key/giu;
const serviceKeys =
  /(?<=(?<![\p{L}\p{N}])(?:x-functions-key|x-api-key|api-key|ocp-apim-subscription-key)["']?[ \t]{0,2}[:=][ \t]{0,2}["']?)[A-Za-z0-9._~+/=-]{16,4096}/giu;
/** What opens a disk that BitLocker locked. */
const recoveryKeys = /(?<![\w-])[0-9]{6}(?:-[0-9]{6}){7}(?![\w-])/g;
/** Forty characters and more of base64, in either alphabet, and of hexadecimal digits. */
const longRuns = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{41,}={0,2}/g;

/**
 * Paths and long names change seldom between capitals, small letters and digits; what is drawn by lot changes at every
 * second character or so, and hardly ever holds the `/` of a path so often that no long piece is left.
 */
function looksDrawn(run: string): boolean {
  // Ids are read by themselves.
  if (holdsGuid.test(run)) return false;
  if (/^[0-9a-f]+$/i.test(run)) return /[0-9]/.test(run) && new Set(run.toLowerCase()).size > 3;
  return run.split('/').some((piece) => piece.length >= shortestPiece && changesOften(piece));
}

const holdsGuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const shortestPiece = 20;
const drawnShare = 0.36;

function changesOften(piece: string): boolean {
  let changes = 0;
  let hasDigit = false;
  let last: string | null = null;
  for (let i = 0; i < piece.length; i++) {
    const one = classOf(piece.charCodeAt(i));
    if (one === null) continue;
    if (last !== null && one !== last) changes++;
    if (one === 'digit') hasDigit = true;
    last = one;
  }
  return hasDigit && changes / piece.length > drawnShare;
}

/** Null for separators, which stand in names as well. */
function classOf(code: number): 'digit' | 'capital' | 'small' | null {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if (code >= 0x41 && code <= 0x5a) return 'capital';
  return code >= 0x61 && code <= 0x7a ? 'small' : null;
}
