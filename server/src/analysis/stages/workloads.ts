import type { Catalogue } from '../../catalogue/types.ts';
import type { Evidence, Workloads } from '../caseAnalysis.ts';
import { evidenceOf, type Sighting } from './sighting.ts';
import { findMaskContradiction } from './contradictions.ts';
import { factEvidence } from './facts.ts';
import { isLater, isPast, lastSighting, silent, type CaseModel, type Judgement } from './model.ts';

/** Which workloads belong to Intune, which to ConfigMgr, and do both sides agree? */
export function judgeWorkloads(model: CaseModel): Judgement {
  const applied = appliedMask(model);
  const asked = lastSighting(model, 'policy-capabilities');
  const byIntune = lastSighting(model, 'workloads-by-intune');
  const differ = lastSighting(model, 'workloads-differ');
  const components = ['workload-intune', 'workload-configmgr'] as const;
  const evidence: readonly Evidence[] = [
    ...(applied === null ? [] : [applied.evidence]),
    ...[byIntune, asked, differ, ...components.map((signal) => lastSighting(model, signal))]
      .filter((one) => one !== null)
      .map(evidenceOf),
    ...model.facts.all('authority').map(factEvidence),
  ];
  if (isForeign(model)) {
    return {
      status: 'no-evidence',
      reason:
        'With another MDM in charge the client switches off the workloads that both would manage; inventory, software metering and power reporting go on.',
      evidence,
    };
  }
  const workloads = workloadsOf(model);
  if (isOlderThanLoss(model)) {
    return {
      ...silent,
      reason: 'What shows the workloads is older than the loss of the enrollment.',
      evidence,
    };
  }
  if (workloads === null) {
    return evidence.length > 0
      ? { status: 'succeeded', reason: 'Components report who owns their workload.', evidence }
      : silent;
  }
  const disagreement = findMaskContradiction(model);
  if (disagreement !== null) {
    return {
      status: 'failed',
      reason: disagreement.message,
      evidence: [...disagreement.evidence, ...evidence],
    };
  }
  const agreed = lastSighting(model, 'workloads-agree', 'workloads-retrieved');
  if (differ !== null && isLater(model, differ, agreed)) {
    return {
      status: 'in-progress',
      reason: `The client is about to apply other workloads than before. ${ownershipSentence(workloads)}`,
      evidence,
    };
  }
  return { status: 'succeeded', reason: ownershipSentence(workloads), evidence };
}

/** Another MDM is in charge of the device, and not Intune. */
function isForeign({ enrollments, history }: CaseModel): boolean {
  return history.state === 'foreign' || (enrollments.foreign.length > 0 && enrollments.intune.length === 0);
}

/** The log tells of workloads only before the enrollment was lost, and no snapshot holds them. */
function isOlderThanLoss(model: CaseModel): boolean {
  if (model.facts.last('workload-mask') !== null || model.facts.last('authority') !== null) return false;
  const told = model.timeline.sightings.findLast(
    ({ signal, observation: { entry } }) => entry.stage === 'workloads' || signal === 'policy-capabilities',
  );
  return isPast(model, told ?? null);
}

/** The mask in force and what it says; null when no mask was seen. */
export function workloadsOf(model: CaseModel): Workloads | null {
  const applied = appliedMask(model) ?? askedMask(model);
  if (applied === null) return null;
  const decoded = decodeWorkloads(model.catalogue, applied.mask);
  const authority = model.facts.last('authority')?.number;
  if (decoded.authority === 'intune' || authority === 1) return { ...decoded, authority: 'intune' };
  return authority === 2 ? { ...decoded, authority: 'configmgr' } : decoded;
}

/** Reads a mask bit by bit. Intune's "everything" value is taken before its bits are looked at. */
export function decodeWorkloads(catalogue: Catalogue, mask: number): Workloads {
  const movable = catalogue.workloads.filter((one) => one.role === 'workload');
  const names = movable.map((one) => one.name);
  if (mask === catalogue.intuneAuthorityMask) {
    return { raw: mask, intune: names, configMgr: [], unknownBits: [], authority: 'intune' };
  }
  const has = (bit: number): boolean => (BigInt(mask) & BigInt(bit)) !== 0n;
  const known = catalogue.workloads.reduce((all, one) => all | BigInt(one.bit), 0n);
  const unknown = BigInt(mask) & ~known;
  return {
    raw: mask,
    intune: movable.filter((one) => has(one.bit)).map((one) => one.name),
    configMgr: movable.filter((one) => !has(one.bit)).map((one) => one.name),
    unknownBits: bitsOf(unknown),
    authority: 'unknown',
  };
}

interface SeenMask {
  readonly mask: number;
  readonly evidence: Evidence;
}

/** What the client applies: its own lines first, then the registry. */
function appliedMask(model: CaseModel): SeenMask | null {
  const line = lastSighting(model, 'workloads-retrieved', 'workloads-merged', 'workloads-by-intune');
  const fromLine = line === null ? null : maskOf(line);
  if (fromLine !== null) return fromLine;
  const fact = model.facts.last('workload-mask');
  return fact?.number == null ? null : { mask: fact.number, evidence: factEvidence(fact) };
}

/** What the site asks for; better than nothing while the client has not said what it applies. */
function askedMask(model: CaseModel): SeenMask | null {
  const line = lastSighting(model, 'policy-capabilities');
  return line === null ? null : maskOf(line);
}

function maskOf(sighting: Sighting): SeenMask | null {
  const { flags, max } = sighting.observation.values;
  if (flags === undefined) return null;
  const mask = Number(flags);
  if (!Number.isSafeInteger(mask) || mask < 0) return null;
  const limit = max === undefined ? Number.NaN : Number(max);
  const effective = Number.isSafeInteger(limit) ? Number(BigInt(mask) & BigInt(limit)) : mask;
  return { mask: effective, evidence: evidenceOf(sighting) };
}

function bitsOf(mask: bigint): readonly string[] {
  const bits: string[] = [];
  for (let bit = 1n; bit <= mask; bit <<= 1n) {
    if ((mask & bit) !== 0n) bits.push(`0x${bit.toString(16).toUpperCase()}`);
  }
  return bits;
}

function ownershipSentence(workloads: Workloads): string {
  if (workloads.authority === 'intune' && workloads.configMgr.length === 0) {
    return 'Intune is the authority for every workload; what the site asks for is ignored.';
  }
  if (workloads.intune.length === 0) return 'Every workload is with ConfigMgr.';
  if (workloads.configMgr.length === 0) return 'Every workload is with Intune.';
  return `With Intune: ${workloads.intune.join(', ')}. With ConfigMgr: ${workloads.configMgr.join(', ')}.`;
}
