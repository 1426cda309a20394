import { referenceUrl, type Rule } from './rule.ts';

/** The line that shows an enrollment gone that there had been: an error while no new attempt is on its way. */
export const lostEnrollment: Rule = ({ model, verdict }) => {
  const { loss } = model.history;
  if (loss === null) return [];
  const advice = model.catalogue.guidance.nextSteps.find(({ situation }) => situation === 'unenrolled');
  return [
    {
      ruleId: 'enroll.enrollment-lost',
      severity: verdict.outcome === 'unenrolled' ? 'error' : 'warning',
      message: 'The device had been enrolled before this line, and here it is not enrolled any more.',
      place: loss.place,
      stage: 'enroll',
      codes: [],
      cause: null,
      remedy: advice?.step ?? null,
      reference: referenceUrl(model.catalogue, advice?.reference ?? null),
      related: [],
    },
  ];
};
