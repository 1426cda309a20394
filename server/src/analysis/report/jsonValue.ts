/** Reads values of JSON that somebody else wrote: whatever is not as it should be is an empty value, never an error. */
import { cleanLine, cleanText } from './cleanText.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object; null where it is none. */
export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The objects of a list. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  if (!Array.isArray(value)) return [];
  return value.map(objectOf).filter((one) => one !== null);
}

/** A text on one line, clean; empty where there is none. */
export function lineOfJson(value: unknown, limit = 2_000): string {
  return typeof value === 'string' ? cleanLine(value, limit) : '';
}

/** A text with its lines, clean. */
export function textOfJson(value: unknown, limit: number): string {
  return typeof value === 'string' ? cleanText(value, limit) : '';
}

/** A whole number from 1 on; 1 where there is none. */
export function countOfJson(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : 1;
}

/** The value where it is one of the words; null elsewhere. */
export function wordOfJson<Word extends string>(value: unknown, words: readonly Word[]): Word | null {
  return words.find((word) => word === value) ?? null;
}

/** What the text holds as JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
