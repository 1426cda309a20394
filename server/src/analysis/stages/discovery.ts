import type { Signal } from '../../catalogue/types.ts';
import { factEvidence } from './facts.ts';
import { evidenceOf, type Sighting } from './sighting.ts';
import { lastSighting, silent, sightingsOf, type CaseModel, type Judgement } from './model.ts';

/**
 * Does the device know the right MDM enrollment address? The client's own line decides. An empty address in
 * dsregcmd is weaker: it speaks for one user, and with device tokens ConfigMgr takes the address from the site.
 */
export function judgeDiscovery(model: CaseModel): Judgement {
  const good = lastKnownAddress(model);
  const attempt = lastSighting(
    model,
    'attempt-started',
    'attempt-device-credential',
    'attempt-user-credential',
    'attempt-succeeded',
    'already-enrolled',
  );
  const against = decidingLine(model, good, attempt);
  const bad = against?.line ?? null;
  const addresses = model.facts.all('mdm-url');
  const evidence = [bad, good]
    .filter((one) => one !== null)
    .map(evidenceOf)
    .concat(addresses.map(factEvidence));

  if (bad !== null && against?.standing === true && model.history.state !== 'enrolled') {
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
    const open = hasWayOfDevice(model);
    const shown = noToken
      ? 'Microsoft Entra shows the user who ran dsregcmd no MDM address, and that user has no token'
      : 'Microsoft Entra shows the user who ran dsregcmd no MDM address';
    return {
      status: 'failed',
      reason:
        open || !noToken
          ? `${shown}; ConfigMgr can still enroll with the device credential, whose address comes from the site.`
          : `${shown}; the device is joined to no domain, and nothing tells of a ConfigMgr client that could enroll it.`,
      evidence: noToken ? [...evidence, factEvidence(token)] : evidence,
      cause: empty.entry.causeId ?? 'mdm-scope',
      undecided: open || !noToken,
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

/** ConfigMgr's clients stand in domains, mostly: there, or with a client in sight, the device credential is open. */
export function hasWayOfDevice(model: CaseModel): boolean {
  const domain = model.facts.last('domain-joined');
  const client = model.facts.last('client-present') ?? model.facts.last('client-site-code');
  return domain?.value.trim().toUpperCase() !== 'NO' || client !== null || model.tellable.has('policy');
}

/** A line about the address, and whether nothing later shows that the client went on. */
interface AgainstAddress {
  readonly line: Sighting;
  readonly standing: boolean;
}

/**
 * The line that speaks most strongly against the address, of those that nothing has overcome; of equals the last.
 * That an address could not be read is less than that it is not the expected one, and the next timer overcomes it.
 */
function decidingLine(
  model: CaseModel,
  good: Sighting | null,
  attempt: Sighting | null,
): AgainstAddress | null {
  const { sightings } = model.timeline;
  const indexOf = (one: Sighting | null): number => (one === null ? -1 : sightings.lastIndexOf(one));
  const wentOn = Math.max(indexOf(good), indexOf(attempt));
  const queued = indexOf(model.history.pendingTimer?.sighting ?? null);
  let decisive: AgainstAddress | null = null;
  sightings.forEach((line, index) => {
    if (line.signal === null || !againstAddress.has(line.signal)) return;
    const standing = index > wentOn && (line.signal !== 'url-unreadable' || index > queued);
    if (decisive === null || strength({ line, standing }) >= strength(decisive))
      decisive = { line, standing };
  });
  return decisive;
}

const againstAddress: ReadonlySet<Signal> = new Set([
  'url-missing',
  'url-unexpected',
  'url-unreadable',
] as const);

function strength({ line: { signal, observation }, standing }: AgainstAddress): number {
  if (!standing) return -1;
  return (signal === 'url-unreadable' ? 0 : 2) + (observation.entry.evidence === 'unverified' ? 0 : 1);
}

/** The last line that prints an enrollment address; the join information carries one, or an empty one. */
function lastKnownAddress(model: CaseModel): Sighting | null {
  const lines = sightingsOf(model, 'url-known', 'join-information');
  return lines.findLast((line) => /https?:/i.test(line.observation.values['url'] ?? '')) ?? null;
}
