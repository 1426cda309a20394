import type { Rule } from './rule.ts';
import { referenceUrl } from './rule.ts';

/** A policy that keeps the device from enrolling: a warning, since it can be meant so. */
export const refusedByPolicy: Rule = ({ model, stages, verdict }) => {
  const policy = stages.find((stage) => stage.id === 'policy');
  const decisive = policy?.evidence[0];
  if (policy?.status !== 'failed' || decisive === undefined || verdict.stage !== 'policy') return [];
  const cause = model.catalogue.causes.find((entry) => entry.id === verdict.cause) ?? null;
  return [
    {
      ruleId: 'policy.refused',
      severity: 'warning',
      message: policy.reason,
      place: decisive.place,
      stage: 'policy',
      codes: [],
      cause: verdict.cause,
      remedy: cause?.nextStep ?? null,
      reference: referenceUrl(model.catalogue, cause?.reference ?? null),
      related: [],
    },
  ];
};
