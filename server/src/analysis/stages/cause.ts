import type { CauseEntry, CauseId, StageId } from '../../catalogue/types.ts';
import type { CaseModel, Judgement } from './model.ts';
import type { Judgements } from './picture.ts';

/** The root cause that the evidence points at, and how many independent things point there. */
export interface NamedCause {
  readonly cause: CauseEntry;
  /** Lines, codes and snapshot values that speak for it. */
  readonly supports: number;
}

/**
 * Names the cause of a failing stage. Everything that names a cause is weighed: the deciding evidence, its codes
 * (the leading one most), wrong snapshot values, and the other failing lines of the stage. A cause that only says
 * what happened (`general`) stands back when anything more specific was named.
 */
export function nameCause(model: CaseModel, judgements: Judgements, stage: StageId): NamedCause | null {
  const pointers = [
    ...pointersOf(model, judgements[stage]),
    ...snapshotPointers(model, stage),
    ...linePointers(model, stage),
  ];
  const weighed = new Map<CauseId, { weight: number; supports: number }>();
  for (const { cause, weight } of pointers) {
    const sum = weighed.get(cause) ?? { weight: 0, supports: 0 };
    weighed.set(cause, { weight: sum.weight + weight, supports: sum.supports + 1 });
  }
  const candidates = [...weighed].flatMap(([id, { weight, supports }]) => {
    const cause = model.catalogue.causes.find((entry) => entry.id === id);
    return cause === undefined ? [] : [{ cause, weight, supports }];
  });
  const specific = candidates.filter(({ cause }) => cause.general !== true);
  const [best] = (specific.length > 0 ? specific : candidates).toSorted((a, b) => b.weight - a.weight);
  return best === undefined ? null : { cause: best.cause, supports: best.supports };
}

interface Pointer {
  readonly cause: CauseId;
  readonly weight: number;
}

function pointersOf(model: CaseModel, judgement: Judgement): readonly Pointer[] {
  const own = judgement.cause === undefined ? [] : [{ cause: judgement.cause, weight: 4 }];
  const codes = (judgement.codes ?? []).flatMap((code, index) => {
    const cause = model.catalogue.causes.find((entry) => entry.codes.includes(code));
    return cause === undefined ? [] : [{ cause: cause.id, weight: index === 0 ? 4 : 1 }];
  });
  return [...own, ...codes];
}

/** A wrong value that belongs to another stage still supports a cause, and seldom names it. */
function snapshotPointers(model: CaseModel, stage: StageId): readonly Pointer[] {
  return model.snapshots.flatMap(({ asExpected, entry }) =>
    asExpected || entry.causeId === undefined
      ? []
      : [{ cause: entry.causeId, weight: entry.stage === stage ? 2 : 0.5 }],
  );
}

/** Failing lines of the same stage, each message counted once however often it was written. */
function linePointers(model: CaseModel, stage: StageId): readonly Pointer[] {
  const entries = new Set(
    model.timeline.sightings
      .map((sighting) => sighting.observation.entry)
      .filter((entry) => entry.stage === stage && (entry.tone === 'failure' || entry.tone === 'warning')),
  );
  return [...entries].flatMap((entry) =>
    entry.causeId === undefined ? [] : [{ cause: entry.causeId, weight: 1 }],
  );
}
