import type { Catalogue, CauseEntry, CauseId, StageId } from '../../catalogue/types.ts';
import { findSignInErrors } from '../matching/signInErrors.ts';
import { speaksAgainst } from './counterEvidence.ts';
import type { CaseModel, Judgement } from './model.ts';
import type { Judgements } from './picture.ts';
import { findTwoTenants } from './tenants.ts';

/** The root cause that the evidence points at, and how many independent things point there. */
export interface NamedCause {
  readonly cause: CauseEntry;
  /** Messages of one log, and snapshot values, that speak for it; the same words said twice count once. */
  readonly supports: number;
  /** True when the deciding line or value says so itself; false when it is concluded from a code or from others. */
  readonly stated: boolean;
  /** What was collected that does not go with it, as sentence parts. */
  readonly against: readonly string[];
}

/**
 * Names the cause of a failing stage. Everything that names a cause is weighed: the deciding evidence, its codes
 * (the leading one most), wrong snapshot values, and the other failing lines of the stage. A cause that only says
 * what happened (`general`) stands back when anything more specific was named.
 */
export function nameCause(model: CaseModel, judgements: Judgements, stage: StageId): NamedCause | null {
  const judgement = judgements[stage];
  const pointers = [
    ...pointersOf(model.catalogue, judgement),
    ...snapshotPointers(model, stage),
    ...linePointers(model, stage),
    ...tenantPointers(model, stage),
  ];
  const weighed = new Map<CauseId, { weight: number; readonly sources: Set<string> }>();
  for (const { cause, weight, source } of pointers) {
    const sum = weighed.get(cause) ?? { weight: 0, sources: new Set() };
    // The same thing said by the same source again adds nothing.
    if (!sum.sources.has(source)) sum.weight += weight;
    sum.sources.add(source);
    weighed.set(cause, sum);
  }
  const candidates = [...weighed].flatMap(([id, { weight, sources }]) => {
    const cause = causeOf(model.catalogue, id);
    if (cause === null) return [];
    const stated = judgement.cause === id;
    const against = speaksAgainst(model, cause, judgement);
    // What the deciding line says itself stands, whatever speaks against it.
    const left = stated ? weight : weight - against.length * weightAgainst;
    return [{ cause, weight: left, supports: sources.size, stated, against }];
  });
  const specific = candidates.filter(
    ({ cause, weight }) => cause.general !== true && weight >= leastSpecific,
  );
  const [best] = (specific.length > 0 ? specific : candidates).toSorted((a, b) => b.weight - a.weight);
  return best ?? null;
}

/** The cause that a judgement itself names, and nothing else: for what is no failure. */
export function statedCause(model: CaseModel, judgement: Judgement): NamedCause | null {
  const cause = judgement.cause === undefined ? null : causeOf(model.catalogue, judgement.cause);
  return cause === null
    ? null
    : { cause, supports: 1, stated: true, against: speaksAgainst(model, cause, judgement) };
}

/** So much a cause needs to say more than what happened: a single warning on the way is on healthy devices, too. */
const leastSpecific = 1.5;

/** As much as what speaks against a cause takes from it. */
const weightAgainst = 2;

/** The cause that the first of these codes with one suggests. */
export function causeOfCodes(catalogue: Catalogue, codes: readonly number[]): CauseId | null {
  for (const code of codes) {
    const cause = catalogue.causes.find((entry) => entry.codes.includes(code));
    if (cause !== undefined) return cause.id;
  }
  return null;
}

interface Pointer {
  readonly cause: CauseId;
  readonly weight: number;
  /** What points there: pointers of one source are one support. */
  readonly source: string;
}

function causeOf(catalogue: Catalogue, id: CauseId): CauseEntry | null {
  return catalogue.causes.find((entry) => entry.id === id) ?? null;
}

function pointersOf(catalogue: Catalogue, judgement: Judgement): readonly Pointer[] {
  const decisive = judgement.evidence[0];
  const source = decisive === undefined ? 'judgement' : sourceOf(decisive.place.file, decisive.entryId);
  const own = judgement.cause === undefined ? [] : [{ cause: judgement.cause, weight: 4, source }];
  const codes = (judgement.codes ?? []).flatMap((code, index) => {
    const cause = causeOfCodes(catalogue, [code]);
    return cause === null ? [] : [{ cause, weight: index === 0 ? 4 : 1, source }];
  });
  return [...own, ...codes];
}

/** A wrong value that belongs to another stage still supports a cause, and seldom names it. */
function snapshotPointers(model: CaseModel, stage: StageId): readonly Pointer[] {
  const joined = model.facts.last('entra-joined')?.asExpected !== false;
  return model.snapshots.flatMap(({ asExpected, entry, fact, place, value, number }) => {
    // A device that is not joined has neither a token for its user nor an address: that is what follows from it.
    if (!joined && (fact === 'user-token' || fact === 'mdm-url')) return [];
    const weight = entry.stage === stage ? 2 : 0.5;
    const source = sourceOf(place.file, entry.id);
    const named = asExpected || entry.causeId === undefined ? [] : [{ cause: entry.causeId, weight, source }];
    const ofCode = asExpected || number === null ? null : causeOfCodes(model.catalogue, [number]);
    return [
      ...named,
      ...(ofCode === null ? [] : [{ cause: ofCode, weight, source }]),
      ...signInCauses(model.catalogue, value).map((cause) => ({ cause, weight, source })),
    ];
  });
}

/** Failing lines of the same stage, or of the sign-in behind it; each message counts once however often written. */
function linePointers(model: CaseModel, stage: StageId): readonly Pointer[] {
  return model.timeline.sightings.flatMap((sighting) => {
    const { entry } = sighting.observation;
    if (entry.tone !== 'failure' && entry.tone !== 'warning') return [];
    const near = entry.stage === stage;
    if (!near && !(stage === 'enroll' && entry.stage === 'join')) return [];
    const { place, text, codes } = sighting;
    const source = sourceOf(place.file, entry.id);
    const weight = (near ? 1 : 0.5) * (entry.tone === 'failure' ? 2 : 1);
    const ofCodes = causeOfCodes(model.catalogue, codes);
    return [
      ...(entry.causeId === undefined ? [] : [{ cause: entry.causeId, weight, source }]),
      ...(ofCodes === null || ofCodes === entry.causeId
        ? []
        : [{ cause: ofCodes, weight: weight / 2, source }]),
      ...signInCauses(model.catalogue, text).map((cause) => ({ cause, weight, source })),
    ];
  });
}

/** A device with two tenants signs in to the wrong one, whatever the code of the failure says. */
function tenantPointers(model: CaseModel, stage: StageId): readonly Pointer[] {
  if (stage !== 'join' && stage !== 'discovery' && stage !== 'enroll') return [];
  const found = findTwoTenants(model);
  return found === null
    ? []
    : [{ cause: 'other-tenant', weight: 5, source: sourceOf(found.other.place.file, found.other.entry.id) }];
}

function signInCauses(catalogue: Catalogue, text: string): readonly CauseId[] {
  return findSignInErrors(text).flatMap(({ aadsts }) => {
    const cause = catalogue.causes.find((entry) => entry.signInErrors?.includes(aadsts) === true);
    return cause === undefined ? [] : [cause.id];
  });
}

function sourceOf(file: string, entryId: string | null): string {
  return `${file}\n${entryId ?? ''}`;
}
