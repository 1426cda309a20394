import { findLiteral, literalFrom, matchLiteralAt } from './literal.ts';
import type { Literal } from './literal.ts';
import { acceptsHole, isHoleType, reachOfHole } from './templateHole.ts';
import type { HoleType } from './templateHole.ts';

/** A hole of a template: a named place whose text is the value. */
interface Hole {
  readonly name: string;
  readonly type: HoleType;
}

/** A compiled template: literals and holes take turns, and a literal stands first. */
export interface Template {
  readonly source: string;
  /** `literals[i]` stands before `holes[i]`; there is one literal more than holes, the last one may be empty. */
  readonly literals: readonly Literal[];
  readonly holes: readonly Hole[];
  /** Characters of all literals: the longer, the more specific. */
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
      literals.push(literalFrom(text));
      holes.push(holeFrom(source.slice(index + 1, close), source));
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
  const weight = literals.reduce((sum, literal) => sum + literal.weight, 0);
  if (weight === 0) throw new Error(`Template without literal text: ${source}`);
  return { source, literals, holes, weight };
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

function holeFrom(text: string, source: string): Hole {
  const [name = '', type = 'any'] = text.split(':');
  if (!/^[a-z][A-Za-z0-9]*$/.test(name) || !isHoleType(type)) {
    throw new Error(`Hole {${text}} is not understood in template: ${source}`);
  }
  return { name, type };
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
  const reach = reachOfHole(hole.type, folded, position);

  if (next.weight === 0) {
    const value = message.slice(position, reach);
    if (!acceptsHole(hole.type, value)) return null;
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
    if (acceptsHole(hole.type, message.slice(position, found.start))) {
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
