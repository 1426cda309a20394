import type { CauseEntry, NextStepEntry, ReferenceKey, StageId } from '../../catalogue/types.ts';
import type { Advice } from '../caseAnalysis.ts';
import { causeOfCodes } from './cause.ts';
import { isEnrolled } from './isEnrolled.ts';
import { missingSentence } from './missing.ts';
import type { CaseModel } from './model.ts';
import type { Decision } from './verdict.ts';

/** What to do next: as the cause says, else as the outcome says; null when there is nothing to do. */
export function adviceFor(model: CaseModel, decision: Decision): Advice | null {
  if (decision.contradictions.length > 0 && decision.outcome === 'inconclusive') {
    return adviceOf(model, 'contradicted', decision.stage);
  }
  const cause = decision.cause?.cause ?? staleTenant(model, decision);
  if (decision.outcome === 'waiting' && cause !== undefined) return whileWaiting(model, cause);
  if (cause !== undefined) return advice(model, cause.nextStep, cause.reference);
  const { outcome, stage } = decision;
  switch (outcome) {
    case 'enrolled':
    case 'enrolled-user':
    case 'enrolled-device':
      return null;
    case 'failed':
      return remedyOfCode(model, decision) ?? adviceOf(model, outcome, stage);
    case 'waiting':
    case 'not-started':
    case 'unenrolled':
    case 'foreign-mdm':
      return adviceOf(model, outcome, stage);
    case 'inconclusive':
      return advice(model, `Collect ${missingSentence(model)}.`, null);
  }
}

/** An enrolled device whose artefacts name two tenants has something to tidy up. */
function staleTenant(model: CaseModel, { contradictions, outcome }: Decision): CauseEntry | undefined {
  if (!isEnrolled(outcome) || !contradictions.some(({ about }) => about === 'tenant')) return undefined;
  return model.catalogue.causes.find(({ id }) => id === 'other-tenant');
}

/** Waiting is enough for the timer; what made the last attempt fail is mended in the meantime. */
function whileWaiting(model: CaseModel, cause: CauseEntry): Advice {
  const failed = [...model.history.failures.values()].at(-1);
  const id = failed?.observation.entry.causeId ?? causeOfCodes(model.catalogue, failed?.codes ?? []);
  const failure = model.catalogue.causes.find((entry) => entry.id === id);
  if (failure === undefined) return advice(model, cause.nextStep, cause.reference);
  const wait = cause.nextStep.replace(/\.$/, '');
  return advice(
    model,
    `${wait}; meanwhile mend what made the last attempt fail: ${failure.nextStep}`,
    failure.reference ?? cause.reference,
  );
}

/** The advice as one sentence, with its page at the end: `Do this (Microsoft: Title of the page, https://...).` */
export function adviceSentence({ step, reference }: Advice): string {
  return reference === null
    ? step
    : `${step.replace(/\.$/, '')} (Microsoft: ${reference.title}, ${reference.url}).`;
}

function adviceOf(
  model: CaseModel,
  situation: NextStepEntry['situation'],
  stage: StageId | null,
): Advice | null {
  const fitting = model.catalogue.guidance.nextSteps.filter((entry) => entry.situation === situation);
  const entry =
    fitting.find((one) => one.stage === stage) ?? fitting.find((one) => one.stage === null) ?? null;
  return entry === null ? null : advice(model, entry.step, entry.reference);
}

/** The remedy of the leading code, where no cause is named. */
function remedyOfCode(model: CaseModel, { codes: [code] }: Decision): Advice | null {
  const remedy = code === undefined ? null : (model.catalogue.codes.lookup(code)[0]?.remedy ?? null);
  return remedy === null ? null : advice(model, `${remedy.replace(/\.$/, '')}.`, null);
}

function advice(model: CaseModel, step: string, reference: ReferenceKey | null): Advice {
  return { step, reference: reference === null ? null : model.catalogue.references[reference] };
}
