import type { Catalogue, Signal, StageId } from '../../catalogue/types.ts';
import type { Stage, StageStatus } from '../caseAnalysis.ts';
import { sightingsOf, type CaseModel, type Judgement } from './model.ts';
import type { Sighting } from './sighting.ts';

/** The judgement of each stage, before the overall picture is drawn. */
export type Judgements = Readonly<Record<StageId, Judgement>>;

/**
 * Draws the overall picture: a stage without evidence is passed over when a later one proves it, not reached when
 * an earlier one stopped, and otherwise silent or not collected. None of these is "fine".
 */
export function drawStages(model: CaseModel, judgements: Judgements): readonly Stage[] {
  const order = model.catalogue.stages;
  // What a snapshot or an old line says against an enrolled device did not stop it.
  const first =
    judgements.enroll.status === 'succeeded' ? order.findIndex(({ id }) => id === 'provision') : 0;
  const stopped = order.findIndex(
    ({ id }, index) => index >= first && stops(judgements[id]) && !overcome(model, id, judgements[id]),
  );
  return order.map((entry, index) => {
    const judgement = judgements[entry.id];
    if (judgement.status === 'failed' && overcome(model, entry.id, judgement)) {
      return stage(entry, 'passed-over', 'An earlier failure was overcome: later stages worked.', judgement);
    }
    if (judgement.inferred === true) return stage(entry, 'passed-over', judgement.reason, judgement);
    const before = stopped >= 0 && stopped < index ? order[stopped] : undefined;
    const heldBack = before !== undefined && isHeldBack(model, entry.id, judgements[before.id]);
    if (judgement.status !== 'no-evidence' && !heldBack)
      return stage(entry, judgement.status, judgement.reason, judgement);
    if (judgement.disputed === true) return stage(entry, 'no-evidence', judgement.reason, judgement);
    if (isProven(model, entry.id, judgements)) {
      return stage(entry, 'passed-over', 'Nothing tells it directly; a later stage proves it.', judgement);
    }
    if (before !== undefined && dependsOn(entry.id, before.id)) {
      const stop = `Enrollment stopped before it, at: ${before.title}.`;
      return stage(entry, 'not-reached', heldBack ? stop : judgement.reason || stop, judgement);
    }
    // What a client that has not come so far did not write is no silence about the join.
    const tellable = model.tellable.has(entry.id) && (entry.id !== 'join' || before === undefined);
    if (tellable) {
      return stage(
        entry,
        'no-evidence',
        judgement.reason || 'What was collected says nothing about it.',
        judgement,
      );
    }
    return stage(
      entry,
      'not-collected',
      `Nothing that was collected could tell. Collect: ${entry.collect}`,
      judgement,
    );
  });
}

function stage(
  entry: Catalogue['stages'][number],
  status: StageStatus,
  reason: string,
  judgement: Judgement,
): Stage {
  return { id: entry.id, title: entry.title, status, reason, evidence: judgement.evidence };
}

function stops(judgement: Judgement): boolean {
  if (judgement.status === 'failed') return judgement.undecided !== true;
  return judgement.status === 'waiting' || judgement.status === 'in-progress';
}

/** The timer fired, and what failed before the attempt explains why none followed. */
function isHeldBack(model: CaseModel, id: StageId, before: Judgement): boolean {
  return id === 'enroll' && model.history.state === 'fired' && before.status === 'failed';
}

/**
 * Windows joins the device by itself: neither the client nor its policy and timer have a part in that. Reports are
 * sent whoever owns the workloads.
 */
function dependsOn(id: StageId, before: StageId): boolean {
  if (id === 'report' && before === 'workloads') return false;
  return id !== 'join' || (before !== 'client' && before !== 'policy' && before !== 'schedule');
}

/** A failure of the client's set-up that the handler's own work came after. Snapshots have no time and stay. */
function overcome(model: CaseModel, id: StageId, judgement: Judgement): boolean {
  if (id !== 'client') return false;
  const failed = judgement.evidence[0]?.time ?? null;
  const later = model.timeline.sightings.findLast((one) => provesClient(one.observation.entry.stage));
  if (failed === null || later?.time == null) return false;
  return failed.utc !== null && later.time.utc !== null
    ? later.time.utc > failed.utc
    : later.time.local > failed.local;
}

function provesClient(stageId: StageId | null): boolean {
  return stageId === 'policy' || stageId === 'schedule' || stageId === 'enroll' || stageId === 'provision';
}

/** Lines that only a working client writes, though they are about something else. */
function isClientsOwn(sighting: Sighting): boolean {
  const { signal, observation } = sighting;
  if (observation.entry.stage !== 'policy' && (signal === null || !clientSignals.has(signal))) return false;
  return isNoEvent(sighting);
}

function isNoEvent({ observation: { entry } }: Sighting): boolean {
  return entry.eventId === undefined;
}

const clientSignals: ReadonlySet<Signal> = new Set([
  'already-enrolled',
  'already-enrolling',
  'not-enrolled',
  'foreign-mdm',
  'provisioned',
  'not-provisioned',
  'workloads-merged',
  'workloads-retrieved',
  'workloads-by-intune',
  'report-sent',
  'report-unchanged',
] as const);

/** Lines with which the client begins or ends an attempt of its own. */
const attemptSignals: readonly Signal[] = [
  'attempt-started',
  'attempt-device-credential',
  'attempt-user-credential',
  'attempt-failed',
  'attempt-failed-device',
  'attempt-failed-user',
  'attempt-succeeded',
  'licence-blocked',
];

/** An attempt that succeeded, or that the enrollment service itself refused: the address was right. */
function hasServiceAnswered({ catalogue, history }: CaseModel): boolean {
  return history.attempts.some(
    ({ result, code }) =>
      result === 'succeeded' || (code !== null && catalogue.serviceAnswers.includes(code)),
  );
}

/** Which later evidence proves a stage that is silent itself. */
function isProven(model: CaseModel, id: StageId, judgements: Judgements): boolean {
  // Windows enrolls by group policy, too: only the client's own lines prove the client and its policy.
  const attempted = sightingsOf(model, ...attemptSignals).some(isNoEvent);
  const scheduled = model.history.latestTimer !== null || judgements.schedule.status === 'succeeded';
  const enrolled = judgements.enroll.status === 'succeeded';
  switch (id) {
    case 'client':
      return attempted || scheduled || model.timeline.sightings.some(isClientsOwn);
    case 'policy':
      return attempted || scheduled;
    case 'schedule':
      return attempted;
    case 'join':
      return enrolled;
    case 'discovery':
      return enrolled || hasServiceAnswered(model);
    case 'enroll':
      return judgements.provision.status === 'succeeded';
    case 'provision':
    case 'workloads':
    case 'report':
      return false;
  }
}
