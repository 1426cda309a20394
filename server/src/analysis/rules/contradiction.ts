import type { Finding } from '../caseAnalysis.ts';
import { findContradictions } from '../stages/contradictions.ts';
import type { Rule } from './rule.ts';

/** Two artefacts that cannot both be right; shown at each of the two places, each pointing at the other. */
export const contradiction: Rule = ({ model }) =>
  findContradictions(model).flatMap(({ ruleId, message, evidence }) =>
    evidence.map((one): Finding => ({
      ruleId,
      severity: 'warning',
      message,
      place: one.place,
      stage: null,
      codes: [],
      cause: null,
      remedy: 'Collect the artefacts again at the same time and compare them.',
      reference: null,
      related: evidence
        .filter((other) => other !== one)
        .map((other) => ({ place: other.place, message: other.text })),
    })),
  );
