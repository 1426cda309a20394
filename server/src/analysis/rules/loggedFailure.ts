import type { Signal } from '../../catalogue/types.ts';
import type { Finding, Severity } from '../caseAnalysis.ts';
import { explainCode } from '../matching/codeExplanation.ts';
import { orderingTime, type Sighting } from '../stages/sighting.ts';
import { isEnrolled } from '../stages/verdictText.ts';
import { causeOfCodes } from '../stages/cause.ts';
import { referenceUrl, type Rule, type RuleInput } from './rule.ts';

/**
 * A line that means a failure or a warning for enrollment. The user sees an error only where it still stands:
 * what a later success overcame is shown as information, so that a healthy device shows no error.
 */
export const loggedFailure: Rule = (input) => {
  const { sightings } = input.model.timeline;
  return sightings.flatMap((sighting, index) => {
    const { tone } = sighting.observation.entry;
    if (tone !== 'failure' && tone !== 'warning') return [];
    if (isOvercome(input, sighting, index)) return [finding(input, sighting, 'information')];
    if (tone === 'warning' || isEarlierTry(input, index)) return [finding(input, sighting, 'warning')];
    return [finding(input, sighting, 'error')];
  });
};

function finding(input: RuleInput, sighting: Sighting, severity: Severity): Finding {
  const { entry } = sighting.observation;
  const { catalogue } = input.model;
  return {
    ruleId: entry.id,
    severity,
    message: [
      entry.meaning,
      ...codeSentence(input, sighting),
      ...(severity === 'information' ? ['A later line shows that it was overcome.'] : []),
    ].join(' '),
    place: sighting.place,
    stage: entry.stage,
    codes: sighting.codes,
    cause: entry.causeId ?? causeOfCodes(catalogue, sighting.codes),
    remedy: remedyOf(input, sighting),
    reference: referenceUrl(catalogue, entry.reference),
    related: [],
  };
}

/** What the leading code says; it is the diagnosis where the line itself only says that something failed. */
function codeSentence(input: RuleInput, sighting: Sighting): readonly string[] {
  const code = sighting.codes[0];
  if (code === undefined) return [];
  const { title, symbol, meaning } = explainCode(input.model.catalogue.codes, code);
  return [`${title}${symbol === null ? '' : ` ${symbol}`}: ${meaning.replace(/\.$/, '')}.`];
}

function remedyOf(input: RuleInput, sighting: Sighting): string | null {
  const code = sighting.codes[0];
  const ofCode = code === undefined ? null : explainCode(input.model.catalogue.codes, code).remedy;
  return ofCode ?? sighting.observation.entry.remedy;
}

/** What shows that the client goes on after a failure. */
const newTry: ReadonlySet<Signal> = new Set([
  'attempt-started',
  'attempt-device-credential',
  'attempt-user-credential',
  'timer-queued',
] as const);

/** A failure of a try that another try followed: it is told again by the last one. */
function isEarlierTry(input: RuleInput, index: number): boolean {
  const { sightings } = input.model.timeline;
  if (sightings[index]?.observation.entry.stage !== 'enroll') return false;
  return sightings.slice(index + 1).some(({ signal }) => signal !== null && newTry.has(signal));
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
