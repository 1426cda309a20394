import type { Catalogue } from '../../catalogue/types.ts';
import { codeHeading, codeMarkdown } from './codeMarkdown.ts';
import { escapeMarkdown } from './markdown.ts';
import { onlyMask } from './onlyMask.ts';
import { explainTypedCodes, type TypedCode } from './typedCodes.ts';

export interface ExplainCodeResult {
  readonly title: string;
  readonly markdown: string;
}

/** Explains every code of what somebody typed, by number or by name; null when there is none. */
export function explainTypedCode(catalogue: Catalogue, text: string): ExplainCodeResult | null {
  const typed = explainTypedCodes(catalogue, text);
  if (typed.length === 0) return null;
  return { title: typed.map(titleOf).join(', '), markdown: typed.map(markdownOf).join('\n\n---\n\n') };
}

function titleOf({ explanation: { title, symbol } }: TypedCode): string {
  return symbol === null ? title : `${title} ${symbol}`;
}

function markdownOf(typed: TypedCode): string {
  const { explanation, mask } = typed;
  const code = onlyMask(typed) ? codeHeading(explanation) : codeMarkdown(explanation);
  return mask === null ? code : `${code}\n\n**As a co-management workload mask:** ${escapeMarkdown(mask)}`;
}
