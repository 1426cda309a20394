import type { Catalogue, CauseEntry, CauseId } from '../../catalogue/types.ts';
import type { NamedCode } from './codesMarkdown.ts';
import { escapeMarkdown } from './markdown.ts';

/** A line seldom points at more; the verdict weighs them, a hover only names them. */
const mostCauses = 2;

/**
 * The root causes that a line or value points at, with the next step of each: the one it names itself first, then
 * those of its codes, in their order.
 */
export function causesMarkdown(
  catalogue: Catalogue,
  named: CauseId | undefined,
  codes: readonly NamedCode[],
): readonly string[] {
  const own = catalogue.causes.find(({ id }) => id === named);
  const causes = [own, ...codes.map((code) => causeOfCode(catalogue, code))].filter(
    (cause) => cause !== undefined,
  );
  return [...new Set(causes)]
    .slice(0, mostCauses)
    .map(({ title, nextStep }) => `**Points at:** ${escapeMarkdown(title)}. ${escapeMarkdown(nextStep)}`);
}

/** A number in another context, such as an exit code, is not the code that the cause means. */
function causeOfCode({ causes }: Catalogue, { kind, value, context }: NamedCode): CauseEntry | undefined {
  if (kind === 'sign-in') return causes.find(({ signInErrors }) => signInErrors?.includes(value) === true);
  return context === undefined ? causes.find(({ codes }) => codes.includes(value)) : undefined;
}
