import type { CauseId, DsregcmdEntry } from '../../catalogue/types.ts';
import type { DsregcmdArtefact, DsregcmdField, DsregcmdSection } from '../artefacts/artefact.ts';
import { readTestResult } from '../artefacts/dsregcmdValues.ts';
import { meetsExpectation } from '../matching/expectation.ts';
import { causesMarkdown } from './causesMarkdown.ts';
import { codesMarkdown, codesOfText, eachOnce } from './codesMarkdown.ts';
import type { NamedCode } from './codesMarkdown.ts';
import { describedValue } from './describedValue.ts';
import type { HoverContext, HoverText } from './hoverContext.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import { oneLine } from './oneLine.ts';

/** The field under the cursor: what it means, what is healthy, and the codes in its value. */
export function dsregcmdHover(
  { sections }: DsregcmdArtefact,
  offset: number,
  context: HoverContext,
): HoverText | null {
  for (const section of sections) {
    if (offset < section.start || offset > section.end) continue;
    const field = section.fields.find(({ start, end }) => start <= offset && offset <= end);
    if (field !== undefined) return fieldHover(section, field, offset, context);
  }
  return null;
}

function fieldHover(
  section: DsregcmdSection,
  field: DsregcmdField,
  offset: number,
  context: HoverContext,
): HoverText | null {
  const { catalogue, entries } = context;
  const entry = entries.ofField(section.title, field.name);
  const codes = codesOf(field, offset, context);
  if (entry === null && codes.length === 0) return null;
  const value = field.value === '' ? '*(empty)*' : codeSpan(oneLine(field.value, 400));
  return {
    start: field.start,
    end: field.end,
    paragraphs: [
      `**${escapeMarkdown(oneLine(field.name))}** · ${value}`,
      ...(entry === null ? [] : describedValue(entry, catalogue.references, field.value)),
      ...codesMarkdown(codes, catalogue),
      ...causesMarkdown(catalogue, wrongCause(entry, field.value), codes),
    ],
  };
}

/** Codes of a test result come in pairs, `FAIL [outer/inner]`, and the words around them do not say so. */
function codesOf(
  { value, valueStart }: DsregcmdField,
  offset: number,
  { catalogue }: HoverContext,
): readonly NamedCode[] {
  const { result, error, subError } = readTestResult(value);
  const pair = result === 'FAIL' ? [error, subError] : [];
  const named = pair.flatMap((code) =>
    code === null || code === 0 ? [] : [{ kind: 'code' as const, value: code }],
  );
  return eachOnce([...named, ...codesOfText(value, offset - valueStart, catalogue)]);
}

/** The cause that a field names, where its value is not as it should be. */
function wrongCause(entry: DsregcmdEntry | null, value: string): CauseId | undefined {
  return entry?.expectation === undefined || meetsExpectation(entry.expectation, value)
    ? undefined
    : entry.causeId;
}
