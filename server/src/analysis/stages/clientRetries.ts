import type { CaseModel } from './model.ts';
import { saysTheSame, type Sighting } from './sighting.ts';

/** Tries of set-up or registration that another one follows. */
export interface ClientRetries {
  /** The last line that announces the next try. */
  readonly last: Sighting;
  /** Warnings of the last try, newest first. */
  readonly warnings: readonly Sighting[];
  /** The warning of the last try that earlier ones ended with, too; null where none came back. */
  readonly repeated: { readonly warning: Sighting; readonly tries: number } | null;
}

/**
 * What the client tries again and again. One retry says no more than that it waits; that something is wrong is said by
 * the warning that comes back with each.
 */
export function clientRetries({ timeline }: Pick<CaseModel, 'timeline'>): ClientRetries | null {
  const triesWith = new Map<string, number>();
  let warnings: Sighting[] = [];
  let found: ClientRetries | null = null;
  for (const sighting of timeline.sightings) {
    const { stage, tone } = sighting.observation.entry;
    if (stage !== 'client') continue;
    if (tone === 'warning') warnings.push(sighting);
    if (sighting.signal !== 'client-retrying') continue;
    for (const said of new Set(warnings.map(saysTheSame)))
      triesWith.set(said, (triesWith.get(said) ?? 0) + 1);
    found = { last: sighting, warnings: warnings.toReversed(), repeated: null };
    warnings = [];
  }
  if (found === null) return null;
  const warning = found.warnings.find((one) => (triesWith.get(saysTheSame(one)) ?? 0) > 1);
  const tries = warning === undefined ? 0 : (triesWith.get(saysTheSame(warning)) ?? 0);
  return { ...found, repeated: warning === undefined ? null : { warning, tries } };
}
