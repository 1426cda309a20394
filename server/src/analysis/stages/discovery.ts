import { factEvidence } from './facts.ts';
import { evidenceOf, type Sighting } from './sighting.ts';
import { isLater, lastSighting, silent, sightingsOf, type CaseModel, type Judgement } from './model.ts';

/**
 * Does the device know the right MDM enrollment address? The client's own line decides. An empty address in
 * dsregcmd is weaker: it speaks for one user, and with device tokens ConfigMgr takes the address from the site.
 */
export function judgeDiscovery(model: CaseModel): Judgement {
  const bad = lastSighting(model, 'url-missing', 'url-unexpected', 'url-unreadable');
  const good = lastKnownAddress(model);
  const attempt = lastSighting(
    model,
    'attempt-started',
    'attempt-device-credential',
    'attempt-user-credential',
    'attempt-succeeded',
    'already-enrolled',
  );
  const addresses = model.facts.all('mdm-url');
  const evidence = [bad, good]
    .filter((one) => one !== null)
    .map(evidenceOf)
    .concat(addresses.map(factEvidence));

  const enrolled = model.history.state === 'enrolled';
  if (bad !== null && !enrolled && !isLater(model, good, bad) && !isLater(model, attempt, bad)) {
    return {
      status: 'failed',
      reason: bad.observation.entry.meaning,
      evidence,
      codes: bad.codes,
      cause: bad.observation.entry.causeId ?? 'mdm-url-unknown',
      // That the address could not be checked does not say that it is wrong.
      undecided: bad.signal === 'url-unreadable',
    };
  }
  if (good !== null || addresses.some((fact) => fact.asExpected)) {
    return { status: 'succeeded', reason: 'The device knows an MDM enrollment address.', evidence };
  }
  const empty = addresses.at(-1);
  if (empty !== undefined && !model.tellable.has('policy') && model.enrollments.intune.length === 0) {
    const token = model.facts.last('user-token');
    const noToken = token !== null && !token.asExpected;
    return {
      status: 'failed',
      reason: noToken
        ? 'The device credential of ConfigMgr is the only way left: Microsoft Entra shows this user no MDM address, and the user has no token.'
        : 'Microsoft Entra shows this user no MDM address; ConfigMgr can still enroll with the device credential, whose address comes from the site.',
      evidence: noToken ? [...evidence, factEvidence(token)] : evidence,
      cause: empty.entry.causeId ?? 'mdm-scope',
      undecided: !noToken,
    };
  }
  return evidence.length > 0
    ? {
        ...silent,
        reason: 'No MDM address is shown; with the device token it comes from the site.',
        evidence,
      }
    : silent;
}

/** The last line that prints an enrollment address; the join information carries one, or an empty one. */
function lastKnownAddress(model: CaseModel): Sighting | null {
  const lines = sightingsOf(model, 'url-known', 'join-information');
  return lines.findLast((line) => /https?:/i.test(line.observation.values['url'] ?? '')) ?? null;
}
