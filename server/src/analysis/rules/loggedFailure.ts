import type { Signal, StageId } from '../../catalogue/types.ts';
import { saysTheSame, type Sighting } from '../stages/sighting.ts';
import { isEnrolled } from '../stages/verdictText.ts';
import { findingOfLine } from './findingOfLine.ts';
import type { Rule, RuleInput } from './rule.ts';

/**
 * A line that means a failure or a warning for enrollment. The user sees an error only where it still stands:
 * what a later success overcame is shown as information, so that a healthy device shows no error. One attempt is
 * one error: a further line that tells it is information and points at the first.
 */
export const loggedFailure: Rule = (input) => {
  const { sightings } = input.model.timeline;
  const ends = findEnds(input);
  return sightings.flatMap((sighting, index) => {
    const { tone } = sighting.observation.entry;
    if (tone !== 'failure' && tone !== 'warning') return [];
    if (isOvercome(input, sighting, index, ends))
      return [findingOfLine(input, sighting, 'information', overcome)];
    const retold = input.model.history.retold.get(sighting);
    if (retold !== undefined) {
      const related = [{ place: retold.place, message: retold.text }];
      return [{ ...findingOfLine(input, sighting, 'information', toldAgain), related }];
    }
    if (tone === 'warning' || isEarlierTry(sighting, index, ends))
      return [findingOfLine(input, sighting, 'warning')];
    return [findingOfLine(input, sighting, 'error')];
  });
};

const overcome = 'A later line shows that it was overcome.';
const toldAgain = 'Another line tells of the same attempt.';

/** Indexes into the sightings; -1 where there is none. Found once, so that many failures stay cheap. */
interface Ends {
  readonly lastTry: number;
  readonly decisive: number;
  readonly lastGood: ReadonlyMap<StageId | null, number>;
  /** The last line with a time that says the same, by `saysTheSame`. */
  readonly lastSame: ReadonlyMap<string, number>;
}

function findEnds({ model }: RuleInput): Ends {
  const { sightings } = model.timeline;
  const lastGood = new Map<StageId | null, number>();
  const lastSame = new Map<string, number>();
  sightings.forEach((sighting, index) => {
    const { tone, stage } = sighting.observation.entry;
    if (tone === 'good') lastGood.set(stage, index);
    if (tone === 'failure' && sighting.time !== null) lastSame.set(saysTheSame(sighting), index);
  });
  return {
    lastSame,
    lastTry: sightings.findLastIndex(
      (one) =>
        one.signal !== null &&
        (newTry.has(one.signal) ||
          (endedTry.has(one.signal) && one.time !== null && !model.history.retold.has(one))),
    ),
    decisive: model.history.decisive === null ? -1 : sightings.lastIndexOf(model.history.decisive),
    lastGood,
  };
}

/** What shows that the client goes on after a failure. */
const newTry: ReadonlySet<Signal> = new Set([
  'attempt-started',
  'attempt-device-credential',
  'attempt-user-credential',
  'timer-queued',
] as const);

/** Where nothing but the end of each try is told, as Windows' events do. Without times they may be of several devices. */
const endedTry: ReadonlySet<Signal> = new Set([
  'attempt-failed',
  'attempt-failed-device',
  'attempt-failed-user',
] as const);

/**
 * A failure that another try followed, or that a later line tells in the same way: the last one stands for the series.
 * Lines without times are no series, as they may be of several devices.
 */
function isEarlierTry(sighting: Sighting, index: number, { lastTry, lastSame }: Ends): boolean {
  return (
    (sighting.observation.entry.stage === 'enroll' && lastTry > index) ||
    (sighting.time !== null && (lastSame.get(saysTheSame(sighting)) ?? -1) > index)
  );
}

/** Overcome: the device is enrolled now and this came before, or its own stage succeeded later. */
function isOvercome(input: RuleInput, sighting: Sighting, index: number, ends: Ends): boolean {
  const { entry } = sighting.observation;
  const stage = input.stages.find((one) => one.id === entry.stage);
  const standing = stage?.status === 'failed' || stage?.status === 'waiting';
  if (isEnrolled(input.verdict.outcome)) return !standing || ends.decisive > index;
  if (stage === undefined || standing) return false;
  return (ends.lastGood.get(entry.stage) ?? -1) > index;
}
