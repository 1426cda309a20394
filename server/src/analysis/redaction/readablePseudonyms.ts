import type { IdentifierKind } from '../../catalogue/types.ts';

/**
 * The pseudonyms that keep a form for the readers of artefacts, put into words for people: `enrollment-1` for
 * `00000000-0000-0000-0003-000000000001`. For texts that are only read, not parsed again.
 */
export function readablePseudonyms(text: string): string {
  return text
    .replace(guids, (whole, group: string, digits: string) => worded(kindsOfGroups[group], digits) ?? whole)
    .replace(thumbprints, (_, digits: string) => `certificate-${Number(digits)}`)
    .replace(sids, (_, digits: string) => `sid-${Number(digits) - 1000}`);
}

/** The same in every text of a value. Keys of objects stay. */
export function withReadablePseudonyms<Value>(value: Value): Value {
  return mapTexts(value) as Value;
}

function mapTexts(value: unknown): unknown {
  if (typeof value === 'string') return readablePseudonyms(value);
  if (Array.isArray(value)) return value.map(mapTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one)]));
}

const kindsOfGroups: Readonly<Record<string, IdentifierKind>> = {
  '1': 'tenant',
  '2': 'device',
  '3': 'enrollment',
  '4': 'policy',
  '5': 'user',
  '9': 'id',
};

function worded(kind: IdentifierKind | undefined, digits: string): string | null {
  return kind === undefined ? null : `${kind}-${Number(digits)}`;
}

const guids = /(?<![0-9a-f-])00000000-0000-0000-000([1-59])-([0-9]{12})(?![0-9a-f-])/gi;
const thumbprints = /(?<![0-9a-z])0{28}([0-9]{12})(?![0-9a-z])/gi;
const sids = /(?<![\w-])S-1-(?:5-21|12-1|5-83-1|11-96)-0-0-0-([0-9]{4,12})(?![\w-])/gi;
