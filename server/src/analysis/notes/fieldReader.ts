import type { Extra } from './note.ts';

/**
 * Reads the fields of an object that came from outside. What is missing or of another kind becomes a problem and a
 * fallback; what was asked for is remembered, so that the rest can be kept.
 */
export class FieldReader {
  readonly #fields: Extra;
  readonly #what: string | null;
  readonly #asked = new Set<string>();
  readonly problems: string[];

  /** `what` names the object in problems, null the file as a whole; `problems` is shared with the objects inside. */
  constructor(value: unknown, what: string | null, problems: string[] = []) {
    this.#what = what;
    this.problems = problems;
    this.#fields = isObject(value) ? value : {};
    if (!isObject(value)) this.problem('It is no object.');
  }

  problem(sentence: string): void {
    // The first few tell what is wrong; a hostile file has millions.
    if (this.problems.length >= mostProblems) return;
    this.problems.push(this.#what === null ? sentence : `In ${this.#what}: ${sentence}`);
  }

  text(name: string, fallback?: string): string {
    const value = this.#take(name);
    if (typeof value === 'string') return value;
    if (value !== undefined || fallback === undefined) this.problem(`"${name}" has to be a text.`);
    return fallback ?? '';
  }

  textOrNull(name: string): string | null {
    const value = this.#take(name);
    if (typeof value === 'string') return value;
    if (value !== undefined && value !== null) this.problem(`"${name}" has to be a text or null.`);
    return null;
  }

  number(name: string, fallback?: number): number {
    const value = this.#take(name);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (value !== undefined || fallback === undefined) this.problem(`"${name}" has to be a number.`);
    return fallback ?? 0;
  }

  numberOrNull(name: string): number | null {
    const value = this.#take(name);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (value !== undefined && value !== null) this.problem(`"${name}" has to be a number or null.`);
    return null;
  }

  flag(name: string): boolean {
    const value = this.#take(name);
    if (value !== undefined && typeof value !== 'boolean') this.problem(`"${name}" has to be true or false.`);
    return value === true;
  }

  /** One of some texts, or the fallback where it is left out. */
  choice<Choice extends string, Fallback extends Choice | null>(
    name: string,
    choices: readonly Choice[],
    fallback: Fallback,
  ): Choice | Fallback {
    const value = this.#take(name);
    const chosen = choices.find((choice) => choice === value);
    if (chosen !== undefined) return chosen;
    if (value !== undefined && value !== null)
      this.problem(`"${name}" has to be one of ${choices.join(', ')}.`);
    return fallback;
  }

  /** A moment, in the one form that the file has them in. */
  time(name: string): string {
    const value = this.text(name);
    const time = Date.parse(value);
    if (!Number.isNaN(time)) return new Date(time).toISOString();
    if (value !== '') this.problem(`"${name}" has to be a time such as 2026-11-22T20:50:00.000Z.`);
    return new Date(0).toISOString();
  }

  object(name: string, what: string): FieldReader {
    return new FieldReader(this.#take(name), what, this.problems);
  }

  list(name: string, what: string, isOptional = false): readonly FieldReader[] {
    const value = this.#take(name);
    if (Array.isArray(value)) return value.map((each: unknown) => new FieldReader(each, what, this.problems));
    if (value !== undefined || !isOptional) this.problem(`"${name}" has to be a list.`);
    return [];
  }

  texts(name: string): readonly string[] {
    const value = this.#take(name);
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
    this.problem(`"${name}" has to be a list of texts.`);
    return [];
  }

  /** What was not asked for. */
  rest(alsoKnown: readonly string[] = []): Extra {
    return Object.fromEntries(
      Object.entries(this.#fields).filter(([name]) => !this.#asked.has(name) && !alsoKnown.includes(name)),
    );
  }

  #take(name: string): unknown {
    this.#asked.add(name);
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }
}

const mostProblems = 20;

function isObject(value: unknown): value is Extra {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
