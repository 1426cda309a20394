import type { IdentifierKind } from '../../catalogue/types.ts';
import { isPseudonym } from './pseudonym.ts';
import type { RedactionPlan } from './plan.ts';
import { sightingsToReplace } from './redactor.ts';
import { decodedViews } from './views.ts';

/** Something that should have been replaced. It does not say what, so that it can be shown. */
export interface LeftOver {
  readonly kind: IdentifierKind;
  /** Line of the redacted text, from 1; null where it shows only once an encoding is undone. */
  readonly line: number | null;
}

/**
 * Looks for what should be gone: every identifier of the plan, and whatever has the form of one, in the text as it
 * stands and with its encodings undone. Empty when all is gone.
 */
export function verifyRedaction(text: string, plan: RedactionPlan): readonly LeftOver[] {
  const left: LeftOver[] = [];
  for (const { kind, start, end } of sightingsToReplace(text, plan)) {
    if (!isPseudonym(text.slice(start, end))) left.push({ kind, line: lineOf(text, start) });
  }
  const { texts, bytes } = decodedViews(text);
  for (const view of texts) {
    // Lines that were joined make names that nobody wrote: only what is known counts.
    for (const { key, kind } of sightingsToReplace(view, plan)) {
      if (plan.identities.has(key)) left.push({ kind, line: null });
    }
  }
  for (const view of bytes) {
    for (const { key } of plan.detection.terms.find(view)) {
      if (key.length > 4) left.push({ kind: plan.detection.kindOf(key) ?? 'other', line: null });
    }
  }
  return left;
}

/**
 * The same for what was made of redacted files, such as a page: only identifiers of the plan count, as such a text also
 * holds our own words, addresses and hashes.
 */
export function knownLeftIn(text: string, plan: RedactionPlan): readonly LeftOver[] {
  const { texts, bytes } = decodedViews(text);
  const known = [text, ...texts].flatMap((view) =>
    sightingsToReplace(view, plan).filter(({ key }) => plan.identities.has(key)),
  );
  const encoded = bytes.flatMap((view) =>
    plan.detection.terms.find(view).filter(({ key }) => key.length > 4),
  );
  return [...known, ...encoded].map(({ key }) => ({
    kind: plan.detection.kindOf(key) ?? 'other',
    line: null,
  }));
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
