import type { StateMessageEntry } from '../../catalogue/types.ts';
import { evidenceOf, type Sighting } from './sighting.ts';
import { factEvidence, wrongSentence } from './facts.ts';
import { isLater, isPast, lastSighting, silent, type CaseModel, type Judgement } from './model.ts';

/** Does the device report its state to the site, and sync with Intune? */
export function judgeReport(model: CaseModel): Judgement {
  const sent = lastSighting(model, 'report-sent');
  const other = lastSighting(model, 'report-unchanged', 'health-reported', 'session-succeeded');
  const bad = lastSighting(model, 'session-failed');
  const facts = [...model.facts.all('session-result'), ...model.facts.all('health-sync-time')];
  const evidence = [bad, sent, other]
    .filter((one) => one !== null)
    .map(evidenceOf)
    .concat(facts.map(factEvidence));

  if (bad !== null && !isLater(model, other, bad) && !isPast(model, bad)) {
    return {
      status: 'failed',
      reason: bad.observation.entry.meaning,
      evidence,
      codes: bad.codes,
      ...(bad.observation.entry.causeId === undefined ? {} : { cause: bad.observation.entry.causeId }),
    };
  }
  const reports = [sent, other].filter((one) => one !== null);
  if (reports.length > 0 && reports.every((one) => isPast(model, one))) {
    return { ...silent, reason: 'What was reported is about the enrollment that is gone.', evidence };
  }
  if (sent !== null && !isPast(model, sent))
    return { status: 'succeeded', reason: sentence(reportedState(model, sent)), evidence };
  if (other !== null) return { status: 'succeeded', reason: other.observation.entry.meaning, evidence };
  const wrong = facts.find((fact) => !fact.asExpected);
  if (wrong !== undefined) {
    return { status: 'failed', reason: wrongSentence(wrong), evidence };
  }
  const health = model.facts.last('client-health');
  if (health !== null && !health.asExpected && model.facts.last('session-result') === null) {
    return {
      ...silent,
      reason: `A sync is told, and it told Intune of a client that is not healthy. ${wrongSentence(health)}`,
      evidence: [factEvidence(health), ...evidence],
    };
  }
  return facts.length > 0
    ? { status: 'succeeded', reason: 'The registry shows a finished sync.', evidence }
    : silent;
}

/** The state message that a report line names. */
export function reportedState(model: CaseModel, sighting: Sighting): StateMessageEntry | null {
  const id = Number(sighting.observation.values['state']);
  return model.catalogue.stateMessages.find((entry) => entry.id === id) ?? null;
}

function sentence(state: StateMessageEntry | null): string {
  return state === null
    ? 'The client sent a co-management report to the site.'
    : `The client reported state ${String(state.id)} to the site: ${state.meaning.replace(/\.$/, '')}.`;
}
