/** A GUID in a text. */
export interface GuidMention {
  /** In capitals and without braces, so that two spellings of one are equal. */
  readonly guid: string;
  /** Offsets of the digits; braces around them do not belong to the mention. */
  readonly start: number;
  readonly end: number;
}

const digits = 36;

/** The GUID that covers an offset (its end counts, as a cursor may stand there); null where there is none. */
export function guidAt(text: string, offset: number): GuidMention | null {
  const from = Math.max(0, offset - digits);
  const around = findGuids(text.slice(from, offset + digits + 1));
  const found = around.find(({ start, end }) => from + start <= offset && offset <= from + end);
  if (found === undefined) return null;
  const mention = { ...found, start: from + found.start, end: from + found.end };
  // The window may cut a longer run of digits, which is no GUID.
  return isPart(text.charAt(mention.start - 1)) || isPart(text.charAt(mention.end)) ? null : mention;
}

/** All GUIDs of a text, in its order. Linear. */
export function findGuids(text: string): GuidMention[] {
  return [...text.matchAll(anyGuid)].map((match) => ({
    guid: match[0].toUpperCase(),
    start: match.index,
    end: match.index + digits,
  }));
}

/** The offsets at which one GUID (digits only) stands in a text, in any case; at most `most` of them. Linear. */
export function offsetsOfGuid(text: string, guid: string, most: number): number[] {
  if (!/^[0-9A-F-]{36}$/i.test(guid)) return [];
  const offsets: number[] = [];
  for (const match of text.matchAll(new RegExp(guid, 'gi'))) {
    if (offsets.length >= most) break;
    if (!isPart(text.charAt(match.index - 1)) && !isPart(text.charAt(match.index + digits))) {
      offsets.push(match.index);
    }
  }
  return offsets;
}

const anyGuid = /(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f-])/gi;

function isPart(character: string): boolean {
  return /^[0-9a-f-]$/i.test(character);
}
