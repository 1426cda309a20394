import type { CauseId, CauseShape, CounterEvidence, CounterFact } from '../../catalogue/types.ts';
import type { Moment } from '../caseAnalysis.ts';
import { meetsExpectation } from '../matching/expectation.ts';
import type { SeenFact } from './facts.ts';
import { sightingsOf, type CaseModel, type Judgement } from './model.ts';
import { orderingTime } from './sighting.ts';

/** What speaks against a cause: values that it does not go with, and lines behind the one that decided. */
export function speaksAgainst(
  model: Pick<CaseModel, 'facts' | 'timeline' | 'history'>,
  cause: Pick<CauseShape, 'against'>,
  { evidence: [decisive] }: Pick<Judgement, 'evidence'>,
): readonly string[] {
  const subjects = new Set<string>();
  return cause.against
    .filter((counter) => isFound(model, counter, decisive?.time ?? null))
    .filter(({ subject }) => {
      const told = subject !== undefined && subjects.has(subject);
      if (subject !== undefined) subjects.add(subject);
      return !told;
    })
    .map(({ says }) => says);
}

/** True where a snapshot shows that what a line with this cause told was overcome since. */
export function isRefuted(model: CaseModel, id: CauseId | undefined): boolean {
  const cause = model.catalogue.causes.find((entry) => entry.id === id);
  return (
    cause?.against.some(
      (counter) => 'fact' in counter && counter.refutes === true && isFound(model, counter, null),
    ) === true
  );
}

function isFound(
  model: Pick<CaseModel, 'facts' | 'timeline' | 'history'>,
  counter: CounterEvidence,
  decisive: Moment | null,
): boolean {
  if ('fact' in counter) {
    const newest = newestOfEach(model.facts.all(counter.fact));
    // One wrong value is enough to go with the cause, whatever another value of the same fact says.
    return newest.every(({ asExpected }) => asExpected) && newest.some((fact) => isMeant(fact, counter.when));
  }
  if ('credential' in counter) return model.history.attempts.at(-1)?.credential === counter.credential;
  return sightingsOf(model, counter.signal).some(
    (line) =>
      (counter.value === undefined || line.observation.values['value']?.toLowerCase() === counter.value) &&
      (counter.ever === true || isBehind(line.time, decisive)),
  );
}

function isMeant(fact: SeenFact, when: CounterFact['when']): boolean {
  return when === 'present' || meetsExpectation(when, fact.value);
}

/** Of each value of the catalogue the last one seen, which is the newest. */
function newestOfEach(facts: readonly SeenFact[]): readonly SeenFact[] {
  return [...new Map(facts.map((fact) => [fact.entry.id, fact])).values()];
}

function isBehind(time: Moment | null, decisive: Moment | null): boolean {
  return time !== null && decisive !== null && orderingTime(time) > orderingTime(decisive);
}
