import type { DsregcmdArtefact, DsregcmdField, DsregcmdSection } from '../artefacts/artefact.ts';
import { explainCode } from '../matching/codeExplanation.ts';
import { readTestResult } from '../artefacts/dsregcmdValues.ts';
import { findCodes } from '../matching/codes.ts';
import { codeMarkdown } from './codeMarkdown.ts';
import { describedValue } from './describedValue.ts';
import type { HoverContext, HoverText } from './hoverContext.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import { oneLine } from './oneLine.ts';

const mostCodes = 4;

/** The field under the cursor: what it means, what is healthy, and the codes in its value. */
export function dsregcmdHover(
  { sections }: DsregcmdArtefact,
  offset: number,
  context: HoverContext,
): HoverText | null {
  for (const section of sections) {
    if (offset < section.start || offset > section.end) continue;
    const field = section.fields.find(({ start, end }) => start <= offset && offset <= end);
    if (field !== undefined) return fieldHover(section, field, context);
  }
  return null;
}

function fieldHover(section: DsregcmdSection, field: DsregcmdField, context: HoverContext): HoverText | null {
  const { catalogue, entries } = context;
  const entry = entries.ofField(section.title, field.name);
  const codes = codesOf(field.value, context);
  if (entry === null && codes.length === 0) return null;
  const value = field.value === '' ? '*(empty)*' : codeSpan(oneLine(field.value, 400));
  return {
    start: field.start,
    end: field.end,
    paragraphs: [
      `**${escapeMarkdown(oneLine(field.name))}** · ${value}`,
      ...(entry === null ? [] : describedValue(entry, catalogue.references, field.value)),
      ...codes,
    ],
  };
}

/** Codes of a test result come in pairs, `FAIL [outer/inner]`, and the words around them do not say so. */
function codesOf(value: string, { catalogue }: HoverContext): readonly string[] {
  const { result, error, subError } = readTestResult(value);
  const pair = result === 'FAIL' ? [error, subError].filter((code) => code !== null && code !== 0) : [];
  const written = findCodes(value.slice(0, 4096), (code) => catalogue.codes.lookup(code).length > 0);
  const values = new Set(
    [...pair, ...written.map((mention) => mention.value)].filter((code) => code !== null),
  );
  return [...values].slice(0, mostCodes).map((code) => codeMarkdown(explainCode(catalogue.codes, code)));
}
