import type { Expectation } from '../../catalogue/types.ts';

/** Whether a value is as the catalogue expects it. Strings compare without regard to case, numbers by value. */
export function meetsExpectation(expectation: Expectation, value: string): boolean {
  switch (expectation.kind) {
    case 'one-of':
      return expectation.values.some((wanted) => sameValue(wanted, value));
    case 'none-of':
      return !expectation.values.some((unwanted) => sameValue(unwanted, value));
    case 'absent':
      return false;
    case 'not-empty':
      return value.trim() !== '';
    case 'starts-with':
      return expectation.values.some((head) => value.toLowerCase().startsWith(head.toLowerCase()));
  }
}

function sameValue(expected: string | number, value: string): boolean {
  if (typeof expected === 'number') return value.trim() !== '' && Number(value) === expected;
  return expected.trim().toLowerCase() === value.trim().toLowerCase();
}
