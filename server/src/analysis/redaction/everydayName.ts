import type { IdentifierKind } from '../../catalogue/types.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import { isPseudonym } from './pseudonym.ts';
import type { SightingList } from './sighting.ts';

/**
 * Whether a name says nothing where it does not clearly stand for somebody: one word of everyday use, or words that
 * artefacts say themselves, without which the copy would not be judged like the original.
 */
export function isEverydayName(name: string, knowledge: CompiledKnowledge): boolean {
  const lower = name.toLowerCase();
  if (knowledge.commonWords.has(lower) || knowledge.everydayNames.has(lower)) return true;
  return knowledge.isSaidByArtefacts(lower);
}

/** Whether nobody is named: `Windows User`, `Local System`. */
export function isNobody(name: string, { noNames }: CompiledKnowledge): boolean {
  return name.split(/\s+/).every((word) => noNames.has(word.toLowerCase()));
}

/** A name of one or several words behind its label: replaced wherever it stands, or only here if it is an everyday one. */
export function sightNamed(
  list: SightingList,
  kind: IdentifierKind,
  start: number,
  end: number,
  knowledge: CompiledKnowledge,
): void {
  const name = list.text.slice(start, end);
  if (isNobody(name, knowledge) || isPseudonym(name) || /^[0-9]{0,3}$/.test(name)) return;
  // An address or an account has parts, which their own forms tell elsewhere.
  if (/[@\\]/.test(name) || isEverydayName(name, knowledge)) list.addHere(kind, start, end);
  else list.add(kind, start, end);
}
