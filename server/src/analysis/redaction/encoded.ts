import type { RedactionPlan } from './plan.ts';
import { sightingsToReplace, type Replacement } from './redactor.ts';
import { namesSomebody } from './redactBytes.ts';
import { base64Runs, fromBase64, fromHex, textsOf, withoutPercents } from './views.ts';

/**
 * Identifiers that show only once an encoding is undone: percent signs of URLs, base64, hexadecimal digits of
 * `reg query` and the dumps of regedit's text export. In the order of the text.
 */
export function findEncoded(
  text: string,
  plan: RedactionPlan,
  replaceIn: (text: string) => string,
  tokenFor: (run: string) => string,
): readonly Replacement[] {
  const found: Replacement[] = [];
  for (const { index, 0: run } of text.matchAll(percentRuns)) {
    if (!/%[0-9a-f]{2}/i.test(run)) continue;
    const decoded = withoutPercents(run);
    if (sightingsToReplace(decoded, plan).length === 0) continue;
    found.push({ start: index, end: index + run.length, text: encodePercents(replaceIn(decoded)) });
  }
  for (const { index, 0: run } of text.matchAll(base64Runs)) {
    if (holdsTerm(fromBase64(run), plan))
      found.push({ start: index, end: index + run.length, text: tokenFor(run) });
  }
  for (const { index, 0: run } of text.matchAll(hexRuns)) {
    if (
      namesSomebody(fromHex(run), plan) ||
      isSecretValue(text.slice(Math.max(0, index - 120), index), plan)
    ) {
      found.push({ start: index, end: index + run.length, text: run.replace(/[0-9a-f]/gi, '0') });
    }
  }
  for (const { index, 0: block } of text.matchAll(dumps)) {
    const isSecret = isSecretValue(text.slice(Math.max(0, index - 300), index), plan);
    if (!isSecret && !namesSomebody(bytesOfDump(block), plan)) continue;
    found.push({ start: index, end: index + block.length, text: block.replace(dumpLine, blankLine) });
  }
  return withoutOverlaps(found);
}

/** Whether bytes are those of a value that holds a secret, by what stands before them in `reg query` and regedit's text. */
function isSecretValue(before: string, plan: RedactionPlan): boolean {
  const query = /(?:^|\n)[ \t]{1,8}(\S{1,80})[ \t]{1,8}REG_BINARY[ \t]{1,8}$/.exec(before)?.[1];
  const exported =
    /Name:[ \t]{1,20}([^\r\n]{1,80})\r?\n[^\n]{0,100}Type:[^\n]{0,100}\n[ \t]*Data:[ \t]*\r?\n$/.exec(
      before,
    )?.[1];
  return plan.detection.knowledge.secretValues.has((query ?? exported ?? '').trim().toLowerCase());
}

const percentRuns = /(?<![^\s"'<>(){}[\]|])[^\s"'<>(){}[\]|%]{0,512}%[0-9a-f]{2}[^\s"'<>(){}[\]|]{0,2048}/gi;
const hexRuns = /(?<![0-9a-z])(?:[0-9a-f]{2}){8,2048}(?![0-9a-z])/gi;
/** `00000000   01 00 04 80 88 00 00 00 - 98 00 00 00 00 00 00 00  ................` */
const dumps = /(?<![^\r\n])(?:[0-9a-f]{8}[ \t]{1,8}[0-9a-f]{2} [^\r\n]{0,100}(?:\r?\n|$)){1,512}/gi;
const dumpLine = /^([0-9a-f]{8}[ \t]{1,8})([0-9a-f -]{2,64}?)([ \t]{2,8}[^\r\n]*|)$/gim;

function blankLine(_line: string, offset: string, digits: string, characters: string): string {
  return offset + digits.replace(/[0-9a-f]/gi, '0') + characters.replace(/[^ \t]/g, '.');
}

function bytesOfDump(block: string): Uint8Array {
  return fromHex(
    [...block.matchAll(dumpLine)].map(([, , digits = '']) => digits.replace(/[^0-9a-f]/gi, '')).join(''),
  );
}

/** In bytes that may be anything, only what is known counts: forms would be found by chance. */
function holdsTerm(bytes: Uint8Array, plan: RedactionPlan): boolean {
  return textsOf(bytes).some((text) => plan.detection.terms.find(text).some(({ key }) => key.length > 4));
}

function encodePercents(text: string): string {
  return text.replace(/[^A-Za-z0-9\-._~:/?#@!$&*+,;=]/g, (character) =>
    encodeURIComponent(wellFormed(character)),
  );
}

/** Half of a surrogate pair cannot be encoded. */
function wellFormed(character: string): string {
  return /[\ud800-\udfff]/.test(character) ? '\ufffd' : character;
}

function withoutOverlaps(found: readonly Replacement[]): readonly Replacement[] {
  const result: Replacement[] = [];
  for (const one of found.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    if (one.start >= (result.at(-1)?.end ?? 0)) result.push(one);
  }
  return result;
}
