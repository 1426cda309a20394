import type { IdentifierKind } from '../../catalogue/types.ts';
import { detect } from './detect.ts';
import { findEncoded } from './encoded.ts';
import { findHexData } from './hexData.ts';
import type { RedactionPlan } from './plan.ts';
import { pseudonymOf, type Identity } from './pseudonym.ts';
import { redactBytes } from './redactBytes.ts';
import { keyOf, type Sighting } from './sighting.ts';

/** Replaces what a plan names, and whatever else is found, in any text of its case. */
export interface Redactor {
  /** The same text with pseudonyms. Line breaks stay where they are. Linear in the text. */
  readonly redact: (text: string) => string;
  /** How many were replaced so far. */
  readonly counts: ReadonlyMap<IdentifierKind, number>;
}

/** A stretch of a text and what comes in its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A redactor keeps count, and numbers what the plan did not foresee (a text that was not read when the plan was made) on
 * from its last number.
 */
export function createRedactor(plan: RedactionPlan): Redactor {
  const late = new Map<string, Identity>();
  const counts = new Map<IdentifierKind, number>();
  const last = new Map<IdentifierKind, number>();
  for (const { kind, number } of plan.identities.values())
    last.set(kind, Math.max(last.get(kind) ?? 0, number));

  const identityOf = ({ key, kind }: Sighting): Identity => {
    const known = plan.identities.get(key) ?? late.get(key);
    if (known !== undefined) return known;
    const number = (last.get(kind) ?? 0) + 1;
    last.set(kind, number);
    const identity = { kind, number };
    late.set(key, identity);
    return identity;
  };
  const replacementsIn = (text: string): readonly Replacement[] =>
    sightingsToReplace(text, plan).map((sighting) => {
      const original = text.slice(sighting.start, sighting.end);
      const identity = identityOf(sighting);
      counts.set(identity.kind, (counts.get(identity.kind) ?? 0) + 1);
      const { bare, breaks } = unwrapped(original);
      return { start: sighting.start, end: sighting.end, text: pseudonymOf(bare, identity) + breaks };
    });
  const replaceIn = (text: string): string => replaced(text, replacementsIn(text));

  return {
    counts,
    redact(text) {
      const bytes = findHexData(text).flatMap((data) => redactBytes(data, text, plan, replaceIn) ?? []);
      const plain = replaced(text, mergedInto(bytes, replacementsIn(text)));
      const tokenFor = (run: string): string =>
        pseudonymOf(run, identityOf({ kind: 'token', key: keyOf('token', run), start: 0, end: run.length }));
      return replaced(plain, findEncoded(plain, plan, replaceIn, tokenFor));
    },
  };
}

/** What is found in a text, save for what the user keeps. */
export function sightingsToReplace(text: string, plan: RedactionPlan): readonly Sighting[] {
  const known = plan.sightings.get(text);
  if (known !== undefined) return known;
  return detect(text, plan.detection).filter(({ start, end }) => !plan.isKept(text.slice(start, end)));
}

/** Bytes are replaced as a whole: whatever seems to stand among their digits goes with them. */
function mergedInto(bytes: readonly Replacement[], plain: readonly Replacement[]): readonly Replacement[] {
  if (bytes.length === 0) return plain;
  const merged: Replacement[] = [];
  let next = 0;
  for (const one of plain) {
    for (let blob = bytes[next]; blob !== undefined && blob.start < one.end; blob = bytes[next]) {
      if (blob.end > one.start) break;
      merged.push(blob);
      next++;
    }
    const blob = bytes[next];
    if (blob === undefined || blob.start >= one.end) merged.push(one);
  }
  return [...merged, ...bytes.slice(next)];
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const one of replacements) {
    pieces.push(text.slice(at, one.start), one.text);
    at = one.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** A name that a line break cuts in two; the break moves behind it. */
function unwrapped(original: string): { readonly bare: string; readonly breaks: string } {
  const breaks = original.match(/\r?\n[ \t>]*/g);
  if (breaks === null) return { bare: original, breaks: '' };
  return { bare: original.replace(/\r?\n[ \t>]*/g, ''), breaks: breaks.join('') };
}
