import type { CodeTable } from '../../catalogue/types.ts';

/** What tells a number of a text from an error code. */
export interface KnownNumbers {
  /** Whether the code table has a row for exactly this number. */
  readonly isKnown: (value: number) => boolean;
  /** Whether a facility of an HRESULT has this number. */
  readonly isFacility: (facility: number) => boolean;
}

/** The numbers that the table knows. */
export function knownNumbers(codes: CodeTable): KnownNumbers {
  const { facilities } = codes.numberSpaces;
  return {
    isKnown: (value) => codes.lookup(value).length > 0,
    isFacility: (facility) => facilities[facility] !== undefined,
  };
}
