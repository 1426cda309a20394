import { evidenceOf, type Sighting } from './sighting.ts';
import { factEvidence, type SeenFact } from './facts.ts';
import { isLater, lastSighting, silent, type CaseModel, type Judgement } from './model.ts';

/** ccmsetup's exit codes that mean the client is installed: success, and success with a restart to come. */
const installedExitCodes = new Set(['0', '7']);

/** Is the ConfigMgr client installed, registered, assigned and healthy? The last word of its logs counts. */
export function judgeClient(model: CaseModel): Judgement {
  const install = lastSighting(model, 'client-install-finished', 'client-install-failed');
  const registration = lastSighting(model, 'client-registered', 'client-registration-failed');
  const blocked = lastSighting(model, 'client-blocked');
  const decisive = isLater(model, registration, install) ? registration : install;
  const supporting = [decisive, registration, install, blocked].filter((one) => one !== null);
  const facts = clientFacts(model);
  const evidence = [...new Set(supporting)].map(evidenceOf).concat(facts.map(factEvidence));

  const wrong = facts.find((fact) => !fact.asExpected && fact.fact !== 'client-health');
  if (wrong !== undefined) {
    return {
      status: 'failed',
      reason: wrong.entry.ifWrong ?? wrong.entry.meaning,
      evidence: [factEvidence(wrong), ...evidence.filter((one) => one.place !== wrong.place)],
      ...causeOf(wrong.entry.causeId),
    };
  }
  if (blocked !== null && isLater(model, blocked, decisive)) {
    return failure(blocked, evidence);
  }
  if (decisive !== null) {
    return meansInstalled(decisive)
      ? { status: 'succeeded', reason: decisive.observation.entry.meaning, evidence }
      : failure(decisive, evidence);
  }
  const present = facts.find((fact) => fact.asExpected);
  if (present !== undefined) return { status: 'succeeded', reason: present.entry.meaning, evidence };
  const begun = lastSighting(model, 'client-install-started', 'client-registering', 'client-assigned');
  if (begun !== null) {
    return { status: 'in-progress', reason: begun.observation.entry.meaning, evidence: [evidenceOf(begun)] };
  }
  return silent;
}

function clientFacts(model: CaseModel): readonly SeenFact[] {
  return [
    ...model.facts.all('client-provisioning-mode'),
    ...model.facts.all('client-service-start'),
    ...model.facts.all('client-site-code'),
    ...model.facts.all('client-health'),
    ...model.facts.all('client-present'),
  ];
}

function meansInstalled(sighting: Sighting): boolean {
  if (sighting.signal === 'client-registered') return true;
  if (sighting.signal !== 'client-install-finished') return false;
  return installedExitCodes.has(sighting.observation.values['code'] ?? '');
}

function failure(sighting: Sighting, evidence: Judgement['evidence']): Judgement {
  const first = evidenceOf(sighting);
  return {
    status: 'failed',
    reason: sighting.observation.entry.meaning,
    evidence: [first, ...evidence.filter((one) => one.place !== sighting.place)],
    codes: sighting.codes,
    ...causeOf(sighting.observation.entry.causeId),
  };
}

function causeOf(cause: string | undefined): { cause?: string } {
  return cause === undefined ? {} : { cause };
}
