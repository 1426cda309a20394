import type { Catalogue } from '../../catalogue/types.ts';
import { explainCode, explainSignInError, type CodeExplanation } from '../matching/codeExplanation.ts';
import { parseCodes } from '../matching/parseCode.ts';
import type { NamedCode } from './codesMarkdown.ts';
import { maskSentence } from './maskSentence.ts';

/** A code that somebody typed, explained. */
export interface TypedCode {
  readonly explanation: CodeExplanation;
  /** What the number says as a co-management workload mask; null where it is none. */
  readonly mask: string | null;
}

/** More than anybody reads at once. */
const mostCodes = 20;

/**
 * Explains every code of what somebody typed: numbers in any form, and names such as MENROLL_E_USERLICENSE, alone
 * or in a sentence. Empty when the text holds nothing that could be a code.
 */
export function explainTypedCodes(catalogue: Catalogue, typed: string): readonly TypedCode[] {
  const { codes } = catalogue;
  const named: NamedCode[] = [...symbolsOf(catalogue, typed)];
  const symbols = named.length;
  for (const { value, form } of parseCodes(typed)) {
    const kind = form === 'sign-in' ? 'sign-in' : 'code';
    const isTold = named.slice(0, symbols).some((one) => one.kind === kind && one.value === value);
    if (!isTold) named.push({ kind, value });
  }
  return named
    .slice(0, mostCodes)
    .map(({ kind, value }) =>
      kind === 'sign-in'
        ? { explanation: explainSignInError(codes, value), mask: null }
        : withMask(explainCode(codes, value), catalogue),
    );
}

function withMask(explanation: CodeExplanation, catalogue: Catalogue): TypedCode {
  return { explanation, mask: maskSentence(catalogue, explanation.value, explanation.known) };
}

/** The numbers of the names in a text. A word is a name when it has an underscore, or where it stands alone. */
function symbolsOf({ codes }: Catalogue, typed: string): readonly NamedCode[] {
  const words = typed.slice(0, longestInput).match(/[A-Za-z][A-Za-z0-9_]*/g) ?? [];
  const names = words.length === 1 ? words : words.filter((word) => word.includes('_'));
  const numbers = names.flatMap((name) => codes.lookupSymbol(name));
  return numbers.filter(
    ({ kind, value }, index) =>
      numbers.findIndex((other) => other.kind === kind && other.value === value) === index,
  );
}

const longestInput = 2_000;
