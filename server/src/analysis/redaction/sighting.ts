import type { IdentifierKind } from '../../catalogue/types.ts';

/** An identifier that stands in a text. */
export interface Sighting {
  readonly kind: IdentifierKind;
  /** Offsets into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Under which two spellings of one identifier are equal; see `keyOf`. */
  readonly key: string;
}

/** What was found in one text. */
export interface Sightings {
  readonly found: readonly Sighting[];
  /** Stretches that are the same for everybody: nothing in them is replaced. */
  readonly kept: readonly { readonly start: number; readonly end: number }[];
}

/** Kinds that only the form of a text suggests; what a label or the structure says counts more. */
export const vagueKinds: ReadonlySet<IdentifierKind> = new Set(['id', 'name', 'host', 'policy']);

/** Begins the keys of what is no name elsewhere. */
const hereOnly = '\u0001';

/** Collects what detectors find in one text. */
export class SightingList implements Sightings {
  readonly text: string;
  readonly found: Sighting[] = [];
  readonly kept: { start: number; end: number }[] = [];

  constructor(text: string) {
    this.text = text;
  }

  add(kind: IdentifierKind, start: number, end: number): void {
    if (end > start) this.found.push({ kind, start, end, key: keyOf(kind, this.text.slice(start, end)) });
  }

  /** What names somebody here and may be an everyday word elsewhere: it is replaced only where it is found. */
  addHere(kind: IdentifierKind, start: number, end: number): void {
    const key = hereOnly + keyOf(kind, this.text.slice(start, end));
    if (end > start) this.found.push({ kind, start, end, key });
  }

  keep(start: number, end: number): void {
    this.kept.push({ start, end });
  }
}

/** The form under which two spellings of one identifier are equal. */
export function keyOf(kind: IdentifierKind, text: string): string {
  const lower = text.toLowerCase().normalize('NFC');
  switch (kind) {
    case 'mac':
      return `mac ${lower.replace(/[^0-9a-f]/g, '')}`;
    case 'certificate':
      return lower.replace(/[\s:]+/g, '');
    case 'device':
      return lower.replace(/\$$/, '');
    case 'token':
      // A token is case-sensitive, and the same letters in another case are another one.
      return `token ${text}`;
    case 'host':
    case 'domain':
    case 'tenant':
      // The root of the name space, as resolvers write it.
      return lower.replace(/\.$/, '');
    case 'user':
    case 'enrollment':
    case 'policy':
    case 'id':
    case 'address':
    case 'sid':
    case 'serial':
    case 'name':
    case 'product-key':
    case 'other':
      return lower;
  }
}
