import type { CauseId } from '../../catalogue/types.ts';
import { clientRetries, type ClientRetries } from './clientRetries.ts';
import { isRefuted } from './counterEvidence.ts';
import { evidenceOf, type Sighting } from './sighting.ts';
import { factEvidence, wrongSentence, type SeenFact } from './facts.ts';
import { isLater, lastSighting, silent, type CaseModel, type Judgement } from './model.ts';

/** Is the ConfigMgr client installed, registered, assigned and healthy? The last word of its logs counts. */
export function judgeClient(model: CaseModel): Judgement {
  const decisive = lastWord(model);
  const supporting = [
    decisive,
    ...failingLines(model),
    lastSighting(model, 'client-registered', 'client-registration-failed'),
    lastSighting(model, 'client-install-finished', 'client-install-failed'),
  ].filter((one) => one !== null);
  const facts = clientFacts(model);
  const evidence = [...new Set(supporting)].map(evidenceOf).concat(facts.map(factEvidence));

  const wrong = wrongFact(facts);
  if (wrong !== undefined) {
    return {
      status: 'failed',
      reason: wrongSentence(wrong),
      evidence: [factEvidence(wrong), ...evidence.filter((one) => one.place !== wrong.place)],
      ...causeOf(wrong.entry.causeId),
    };
  }
  if (decisive !== null) {
    return meansWorking(decisive)
      ? { status: 'succeeded', reason: decisive.observation.entry.meaning, evidence }
      : failure(decisive, evidence);
  }
  const present = facts.find((fact) => fact.asExpected && showsWork(fact));
  if (present !== undefined) return { status: 'succeeded', reason: present.entry.meaning, evidence };
  const begun = lastSighting(model, 'client-install-started', 'client-registering', 'client-assigned');
  const retries = clientRetries(model);
  if (retries !== null && isLater(model, retries.last, begun) && !isAtWork(model)) return retrying(retries);
  if (begun !== null) {
    return { status: 'in-progress', reason: begun.observation.entry.meaning, evidence: [evidenceOf(begun)] };
  }
  const ill = facts.find((fact) => fact.fact === 'client-health' && !fact.asExpected);
  if (ill === undefined) {
    return evidence.length > 0
      ? {
          ...silent,
          reason: 'The client is on the device; whether it is registered, assigned and healthy is not told.',
          evidence,
        }
      : silent;
  }
  return {
    status: 'failed',
    reason: 'Intune is told that the client is not healthy.',
    evidence: [factEvidence(ill)],
    undecided: true,
  };
}

/** Set-up or registration could not go on: it waits for its next try, or each of them ended with the same warning. */
function retrying({ last, warnings, repeated }: ClientRetries): Judgement {
  const said = [last, ...warnings.filter((one) => one !== last).slice(0, 3)];
  const { meaning } = last.observation.entry;
  const evidence = said.map(evidenceOf);
  if (repeated === null) return { status: 'waiting', reason: meaning, evidence };
  const { warning, tries } = repeated;
  const why =
    warning === last ? '' : `, each time after the same warning: ${warning.observation.entry.meaning}`;
  return {
    status: 'failed',
    reason: `${meaning} So it went ${String(tries)} times${why === '' ? '.' : why}`,
    evidence,
    codes: [...new Set(said.flatMap(({ codes }) => codes))],
    ...causeOf(last.observation.entry.causeId),
  };
}

/** Lines about what comes behind the client are written by a client at work, whatever a set-up says. */
function isAtWork(model: CaseModel): boolean {
  return model.timeline.sightings.some(
    ({ observation: { entry } }) =>
      entry.eventId === undefined &&
      (entry.stage === 'policy' || entry.stage === 'schedule' || entry.stage === 'enroll'),
  );
}

/** True when the last word about the client is that it could not be installed. */
export function isClientMissing(model: CaseModel): boolean {
  if (model.facts.all('installation-state').some((fact) => !fact.asExpected)) return true;
  const decisive = lastWord(model);
  return decisive !== null && isInstallation(decisive) && !meansWorking(decisive);
}

/**
 * The last line that says whether the client works; failing lines without a signal count like the others. A page that
 * gave up waiting has not the last word where a snapshot shows that the client came all the same.
 */
function lastWord(model: CaseModel): Sighting | null {
  const last = lastLine(model);
  return isRefuted(model, last?.observation.entry.causeId) ? null : last;
}

function lastLine(model: CaseModel): Sighting | null {
  const signalled = lastSighting(
    model,
    'client-install-finished',
    'client-install-failed',
    'client-registered',
    'client-registration-failed',
    'client-blocked',
  );
  const failing = model.timeline.sightings.findLast(
    ({ observation: { entry } }) => entry.stage === 'client' && entry.tone === 'failure',
  );
  return failing !== undefined && isLater(model, failing, signalled) ? failing : signalled;
}

/** The last line of each kind that tells a failure of the client, newest first: there may be more than one fault. */
function failingLines(model: CaseModel): readonly Sighting[] {
  const seen = new Set<string>();
  return model.timeline.sightings
    .filter(({ observation: { entry } }) => entry.stage === 'client' && entry.tone === 'failure')
    .toReversed()
    .filter(({ observation: { entry } }) => !seen.has(entry.id) && seen.add(entry.id).size <= 3);
}

function isInstallation(sighting: Sighting): boolean {
  return sighting.signal === 'client-install-finished' || sighting.signal === 'client-install-failed';
}

/** An assigned site or a good health shows a client at work; its key alone is there as soon as it is set up. */
function showsWork({ fact }: SeenFact): boolean {
  return fact === 'client-site-code' || fact === 'client-health';
}

/** A client's health as Intune sees it lags behind, so it shows and does not decide. */
function wrongFact(facts: readonly SeenFact[]): SeenFact | undefined {
  return facts.find((fact) => !fact.asExpected && fact.fact !== 'client-health');
}

function clientFacts(model: CaseModel): readonly SeenFact[] {
  return [
    ...model.facts.all('client-provisioning-mode'),
    ...model.facts.all('client-service-start'),
    ...model.facts.all('client-site-code'),
    ...model.facts.all('installation-state'),
    ...model.facts.all('client-health'),
    ...model.facts.all('client-present'),
  ];
}

function meansWorking(sighting: Sighting): boolean {
  if (sighting.signal === 'client-registered') return true;
  return sighting.signal === 'client-install-finished' && sighting.observation.entry.tone === 'good';
}

function failure(sighting: Sighting, evidence: Judgement['evidence']): Judgement {
  const first = evidenceOf(sighting);
  return {
    status: 'failed',
    reason: sighting.observation.entry.meaning,
    evidence: [first, ...evidence.filter((one) => one.place !== sighting.place)],
    codes: sighting.codes,
    explained: sighting.observation.entry.causeId !== undefined,
    ...causeOf(sighting.observation.entry.causeId),
  };
}

function causeOf(cause: CauseId | undefined): { cause?: CauseId } {
  return cause === undefined ? {} : { cause };
}
