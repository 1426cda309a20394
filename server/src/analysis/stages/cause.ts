import type { CauseEntry, StageId } from '../../catalogue/types.ts';
import type { CaseModel, Judgement } from './model.ts';
import type { Judgements } from './picture.ts';

/** The root cause that the evidence points at, and how many independent things point there. */
export interface NamedCause {
  readonly cause: CauseEntry;
  /** Lines, codes and snapshot values that speak for it. */
  readonly supports: number;
}

/**
 * Names the cause of a failing stage: what its own evidence names, then what its codes suggest, then what a wrong
 * snapshot value suggests. The first one named wins; everything else that names the same cause supports it.
 */
export function nameCause(model: CaseModel, judgements: Judgements, stage: StageId): NamedCause | null {
  const judgement = judgements[stage];
  const named = [...ownCauses(judgement), ...codeCauses(model, judgement), ...factCauses(model, stage)];
  const first = named[0];
  if (first === undefined) return null;
  const cause = model.catalogue.causes.find((entry) => entry.id === first);
  if (cause === undefined) return null;
  const fromFacts = allFactCauses(model).filter((id) => id === first).length;
  return { cause, supports: ownAndCodes(model, judgement, first) + fromFacts };
}

function ownCauses(judgement: Judgement): readonly string[] {
  return judgement.cause === undefined ? [] : [judgement.cause];
}

function codeCauses(model: CaseModel, judgement: Judgement): readonly string[] {
  return (judgement.codes ?? []).flatMap((code) => {
    const cause = model.catalogue.causes.find((entry) => entry.codes.includes(code));
    return cause === undefined ? [] : [cause.id];
  });
}

function factCauses(model: CaseModel, stage: StageId): readonly string[] {
  return allUnexpected(model)
    .filter((entry) => entry.stage === stage)
    .flatMap((entry) => (entry.causeId === undefined ? [] : [entry.causeId]));
}

function allFactCauses(model: CaseModel): readonly string[] {
  return allUnexpected(model).flatMap((entry) => (entry.causeId === undefined ? [] : [entry.causeId]));
}

function allUnexpected(model: CaseModel) {
  return model.facts
    .everything()
    .filter((fact) => !fact.asExpected)
    .map((fact) => fact.entry);
}

function ownAndCodes(model: CaseModel, judgement: Judgement, id: string): number {
  return [...ownCauses(judgement), ...new Set(codeCauses(model, judgement))].filter((one) => one === id)
    .length;
}
