import type { Catalogue, CodeContext } from '../../catalogue/types.ts';
import { explainCode, explainSignInError } from '../matching/codeExplanation.ts';
import { findCodes } from '../matching/codes.ts';
import { knownNumbers } from '../matching/knownNumbers.ts';
import { findSignInErrors } from '../matching/signInErrors.ts';
import { codeMarkdown } from './codeMarkdown.ts';

/** A number that stands for an error: a code, in its context, or an `AADSTS` number of the sign-in service. */
export interface NamedCode {
  readonly kind: 'code' | 'sign-in';
  readonly value: number;
  readonly context?: CodeContext;
}

/** More would push everything else out of sight. */
const mostCodes = 4;
/** Codes stand near the start; the rest of a huge text is not searched. */
const searchedCharacters = 64 * 1024;

/**
 * The codes and sign-in errors of a text, each once: the one under the cursor (`at`, an offset into the text; null
 * where there is none) first, then from left to right.
 */
export function codesOfText(text: string, at: number | null, catalogue: Catalogue): readonly NamedCode[] {
  const mentions = mentionsOf(text, catalogue);
  const under = at === null ? [] : mentions.filter((mention) => isUnder(mention, at));
  return eachOnce([...under, ...mentions].map(({ code }) => code));
}

/** The code or sign-in error at an offset into a text; null where none stands. */
export function codeAt(text: string, at: number, catalogue: Catalogue): NamedCode | null {
  return mentionsOf(text, catalogue).find((mention) => isUnder(mention, at))?.code ?? null;
}

interface Mention {
  readonly code: NamedCode;
  readonly start: number;
  readonly end: number;
}

function isUnder({ start, end }: Mention, at: number): boolean {
  return start <= at && at <= end;
}

function mentionsOf(text: string, { codes }: Catalogue): readonly Mention[] {
  const head = text.slice(0, searchedCharacters);
  return [
    ...findCodes(head, knownNumbers(codes)).map(({ value, start, end }) => ({
      code: { kind: 'code' as const, value },
      start,
      end,
    })),
    ...findSignInErrors(head).map(({ aadsts, start, end }) => ({
      code: { kind: 'sign-in' as const, value: aadsts },
      start,
      end,
    })),
  ].toSorted((left, right) => left.start - right.start);
}

export function isSameCode(left: NamedCode, right: NamedCode): boolean {
  return left.kind === right.kind && left.value === right.value;
}

/** Each code once, where it stands first. */
export function eachOnce(codes: readonly NamedCode[]): readonly NamedCode[] {
  const byKey = new Map<string, NamedCode>();
  for (const code of codes) {
    const key = `${code.kind} ${code.value}`;
    if (!byKey.has(key)) byKey.set(key, code);
  }
  return [...byKey.values()];
}

/** The first few codes explained, and how many more there are. */
export function codesMarkdown(named: readonly NamedCode[], { codes }: Catalogue): readonly string[] {
  const shown = named
    .slice(0, mostCodes)
    .map(({ kind, value, context }) =>
      codeMarkdown(
        kind === 'sign-in' ? explainSignInError(codes, value) : explainCode(codes, value, context),
      ),
    );
  const hidden = named.length - shown.length;
  return hidden > 0 ? [...shown, `*… and ${hidden} more codes; point at one to see it.*`] : shown;
}
