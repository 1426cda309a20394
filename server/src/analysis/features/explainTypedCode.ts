import type { CodeTable } from '../../catalogue/types.ts';
import { explainCode, explainSignInError } from '../matching/codeExplanation.ts';
import { parseCode } from '../matching/parseCode.ts';
import { codeMarkdown } from './codeMarkdown.ts';

export interface ExplainCodeResult {
  readonly title: string;
  readonly markdown: string;
}

/** Explains a number that somebody typed in any form; null when the text holds no number that could be a code. */
export function explainTypedCode(codes: CodeTable, text: string): ExplainCodeResult | null {
  const parsed = parseCode(text);
  if (parsed === null) return null;
  const explanation =
    parsed.form === 'sign-in' ? explainSignInError(codes, parsed.value) : explainCode(codes, parsed.value);
  const { title, symbol } = explanation;
  return { title: symbol === null ? title : `${title} ${symbol}`, markdown: codeMarkdown(explanation) };
}
