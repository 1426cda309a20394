import type { Finding, Severity } from '../caseAnalysis.ts';
import { orderingTime, type Sighting } from '../stages/sighting.ts';
import { isEnrolled } from '../stages/verdictText.ts';
import { causeOfCodes, referenceUrl, type Rule, type RuleInput } from './rule.ts';

/**
 * A line that means a failure or a warning for enrollment. The user sees an error only where it still stands:
 * what a later success overcame is shown as information, so that a healthy device shows no error.
 */
export const loggedFailure: Rule = (input) => {
  const { sightings } = input.model.timeline;
  return sightings.flatMap((sighting, index) => {
    const { tone } = sighting.observation.entry;
    if (tone !== 'failure' && tone !== 'warning') return [];
    const severity = tone === 'warning' ? 'warning' : 'error';
    return [finding(input, sighting, isOvercome(input, sighting, index) ? 'information' : severity)];
  });
};

function finding(input: RuleInput, sighting: Sighting, severity: Severity): Finding {
  const { entry } = sighting.observation;
  const { catalogue } = input.model;
  const again = severity === 'information' ? ' A later line shows that it was overcome.' : '';
  const cause = entry.cause === null ? '' : ` Likely cause: ${entry.cause.replace(/\.$/, '')}.`;
  return {
    ruleId: entry.id,
    severity,
    message: `${entry.meaning}${severity === 'information' ? again : cause}`,
    place: sighting.place,
    stage: entry.stage,
    codes: sighting.codes,
    cause: entry.causeId ?? causeOfCodes(catalogue, sighting.codes),
    remedy: entry.remedy,
    reference: referenceUrl(catalogue, entry.reference),
    related: [],
  };
}

/** Overcome: the device is enrolled now and this came before, or its own stage succeeded later. */
function isOvercome(input: RuleInput, sighting: Sighting, index: number): boolean {
  const { entry } = sighting.observation;
  const stage = input.stages.find((one) => one.id === entry.stage);
  const standing = stage?.status === 'failed' || stage?.status === 'waiting';
  if (isEnrolled(input.verdict.outcome)) {
    if (!standing) return true;
    const decisive = input.model.history.decisive;
    return decisive !== null && input.model.timeline.sightings.indexOf(decisive) > index;
  }
  if (stage === undefined || standing) return false;
  return input.model.timeline.sightings
    .slice(index + 1)
    .some(
      (later) =>
        later.observation.entry.stage === entry.stage &&
        later.observation.entry.tone === 'good' &&
        notEarlier(later, sighting),
    );
}

function notEarlier(later: Sighting, earlier: Sighting): boolean {
  if (later.time === null || earlier.time === null) return true;
  return orderingTime(later.time) >= orderingTime(earlier.time);
}
