import { findLiteral, literalFrom, matchLiteralAt } from './literal.ts';
import type { Literal } from './literal.ts';
import { acceptsHole, holeFrom, reachOfHole } from './templateHole.ts';
import type { Hole } from './templateHole.ts';

/** A compiled template: literals and holes take turns, and a literal stands first. */
export interface Template {
  readonly source: string;
  /** `literals[i]` stands before `holes[i]`; there is one literal more than holes, the last one may be empty. */
  readonly literals: readonly Literal[];
  readonly holes: readonly Hole[];
  /** Characters of all literals and exact holes: the longer, the more specific. */
  readonly weight: number;
}

export interface TemplateMatch {
  /** What the holes hold, by name, trimmed. */
  readonly values: Readonly<Record<string, string>>;
  /** Offsets into the message, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Compiles a template of the catalogue; its language is described at `MessageEntry`. Throws where the template
 * is malformed, which the catalogue's self-test keeps from happening.
 */
export function compileTemplate(source: string): Template {
  const literals: Literal[] = [];
  const holes: Hole[] = [];
  let text = '';
  let index = 0;
  while (index < source.length) {
    const character = source.charAt(index);
    if ((character === '{' || character === '}') && source.charAt(index + 1) === character) {
      text += character;
      index += 2;
    } else if (character === '{') {
      const close = source.indexOf('}', index);
      if (close < 0) throw new Error(`Unclosed hole in template: ${source}`);
      if (text === '') throw new Error(`A hole needs a literal before it: ${source}`);
      const hole = holeFrom(source.slice(index + 1, close));
      if (hole === null) throw new Error(`A hole is not understood in template: ${source}`);
      literals.push(literalFrom(text));
      holes.push(hole);
      text = '';
      index = close + 1;
    } else if (character === '}') {
      throw new Error(`Stray brace in template: ${source}`);
    } else {
      text += character;
      index += 1;
    }
  }
  literals.push(literalFrom(text));
  if (source.trim() === '') throw new Error('Template without text');
  return { source, literals, holes, weight: weightOf(literals, holes) };
}

/**
 * Looks for a template anywhere in a message. Linear in the message: the number of places that are tried is
 * bounded, whatever the message holds.
 */
export function matchTemplate(template: Template, message: string): TemplateMatch | null {
  return matchFolded(template, message, foldCase(message));
}

/** The same, for a caller that folded the message once for many templates. */
export function matchFolded(template: Template, message: string, folded: string): TemplateMatch | null {
  const first = template.literals[0];
  if (first === undefined) return null;
  const budget = { steps: maximalSteps };
  let from = 0;
  while (budget.steps > 0) {
    budget.steps -= 1;
    const found = findLiteral(first, folded, from, folded.length);
    if (found === null) return null;
    const places: number[] = [];
    const end = matchRest(template, 0, found.end, message, folded, places, budget);
    if (end !== null) return { values: valuesOf(template, message, places), start: found.start, end };
    from = found.start + 1;
  }
  return null;
}

/** Lower case that keeps every offset: a few letters grow when they are lowered, so then only A to Z are. */
export function foldCase(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Places tried for one template in one message, all holes together. */
const maximalSteps = 48;

function weightOf(literals: readonly Literal[], holes: readonly Hole[]): number {
  const literal = literals.reduce((sum, one) => sum + one.weight, 0);
  return holes.reduce((sum, hole) => sum + hole.exact.length, literal);
}

/** Matches hole `index` at `position` and everything behind it; adds start and end of each hole to `places`. */
function matchRest(
  template: Template,
  index: number,
  position: number,
  message: string,
  folded: string,
  places: number[],
  budget: { steps: number },
): number | null {
  const hole = template.holes[index];
  const next = template.literals[index + 1];
  if (hole === undefined || next === undefined) return position;
  const reach = reachOfHole(hole, folded, position);

  if (next.weight === 0) {
    const value = message.slice(position, reach);
    if (!acceptsHole(hole, value)) return null;
    places.push(position, reach);
    return reach;
  }

  let from = position;
  while (budget.steps > 0) {
    budget.steps -= 1;
    const found =
      hole.type === 'any'
        ? findLiteral(next, folded, from, folded.length)
        : (matchLiteralAt(next, folded, reach) ?? findLiteral(next, folded, from, reach));
    if (found === null) return null;
    if (acceptsHole(hole, message.slice(position, found.start))) {
      const kept = places.length;
      places.push(position, found.start);
      const end = matchRest(template, index + 1, found.end, message, folded, places, budget);
      if (end !== null) return end;
      places.length = kept;
    }
    if (hole.type !== 'any' && found.start >= reach) return null;
    from = found.start + 1;
  }
  return null;
}

function valuesOf(template: Template, message: string, places: readonly number[]): Record<string, string> {
  const values: Record<string, string> = {};
  template.holes.forEach((hole, index) => {
    values[hole.name] = message.slice(places[index * 2], places[index * 2 + 1]).trim();
  });
  return values;
}
