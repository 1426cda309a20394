import { isPseudonym, looksLikeDeviceName } from '../analysis/index.ts';

/**
 * A sentence where the names of two states make it likely that they are of two devices; null otherwise. A name that
 * goes on from the other one (`PC-0042-after`) is the same device, and a pseudonym may stand for any. Of everyday
 * words only `everyday` ones are known, so the sentence leaves it open.
 */
export function severalDevicesRemark(
  before: string,
  after: string,
  everyday: readonly string[],
): string | null {
  const names = [before, after].map((name) => name.toLowerCase());
  const [old = '', now = ''] = names;
  if (old === now || old.startsWith(now) || now.startsWith(old)) return null;
  if ([before, after].some(isPseudonym)) return null;
  if (names.some((name) => everyday.includes(name) || states.has(name))) return null;
  if (![before, after].some(looksLikeDeviceName)) return null;
  return `the two states are named ${before} and ${after}: if those are two devices, what follows is how they differ and not what changed.`;
}

/** What people call a state of one device. */
const states: ReadonlySet<string> = new Set([
  'before',
  'after',
  'old',
  'new',
  'first',
  'second',
  'then',
  'now',
]);
