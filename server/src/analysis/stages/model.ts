import type { Catalogue, CauseId, Signal, StageId } from '../../catalogue/types.ts';
import type { Evidence, Reading, StageStatus } from '../caseAnalysis.ts';
import type { Facts, SnapshotSighting } from './facts.ts';
import type { EnrollmentHistory } from './history.ts';
import type { LiveEnrollments } from './liveEnrollments.ts';
import type { Sighting } from './sighting.ts';
import type { Timeline } from './timeline.ts';

/** Everything the stages are judged from. Built once for a case, never changed. */
export interface CaseModel {
  readonly catalogue: Catalogue;
  readonly readings: readonly Reading[];
  readonly timeline: Timeline;
  readonly history: EnrollmentHistory;
  /** Everything the snapshots say that the catalogue knows. */
  readonly snapshots: readonly SnapshotSighting[];
  /** Those of them that the reasoning knows by name. */
  readonly facts: Facts;
  readonly enrollments: LiveEnrollments;
  /** The moment to judge for, milliseconds UTC; null where neither the caller nor a record tells one. */
  readonly now: number | null;
  /** Stages about which at least one artefact of the case could have told. */
  readonly tellable: ReadonlySet<StageId>;
}

/** What one stage file answers; the overall picture (`passed-over`, `not-reached`) is drawn afterwards. */
export interface Judgement {
  readonly status: Exclude<StageStatus, 'passed-over' | 'not-reached' | 'not-collected'>;
  readonly reason: string;
  /** Most decisive first. */
  readonly evidence: readonly Evidence[];
  /** Root cause that the evidence names by itself, without a code. */
  readonly cause?: CauseId;
  /** Codes that decide, most decisive first. */
  readonly codes?: readonly number[];
  /** The evidence does not say it itself; it is concluded from what could not be otherwise. */
  readonly inferred?: boolean;
  /** The reason says why already, so that the cause would only repeat it. */
  readonly explained?: boolean;
  /** The artefacts contradict each other about it, so that neither side is taken for true. */
  readonly disputed?: boolean;
  /** A failure that leaves a way open, of which nothing that was collected tells. */
  readonly undecided?: boolean;
}

/** Nothing was seen; whether that is silence or a missing artefact is decided afterwards. */
export const silent: Judgement = { status: 'no-evidence', reason: '', evidence: [] };

/** The sightings with one of these signals, in order. */
export function sightingsOf(
  { timeline }: Pick<CaseModel, 'timeline'>,
  ...signals: readonly Signal[]
): readonly Sighting[] {
  const places = signals.flatMap((signal) => timeline.bySignal.get(signal) ?? []);
  if (signals.length > 1) places.sort((a, b) => a - b);
  return places.flatMap((place) => timeline.sightings[place] ?? []);
}

/** The last sighting with one of these signals. */
export function lastSighting({ timeline }: CaseModel, ...signals: readonly Signal[]): Sighting | null {
  const last = Math.max(...signals.map((signal) => timeline.bySignal.get(signal)?.at(-1) ?? -1));
  return timeline.sightings[last] ?? null;
}

/** True when `a` was seen after `b`; an absent one is never later. */
export function isLater(model: CaseModel, a: Sighting | null, b: Sighting | null): boolean {
  if (a === null) return false;
  if (b === null) return true;
  // Asked about last words mostly, which are found soonest from the end.
  return model.timeline.sightings.lastIndexOf(a) > model.timeline.sightings.lastIndexOf(b);
}

/** True for what was seen before the device lost its enrollment: it tells nothing of the present. */
export function isPast(model: CaseModel, sighting: Sighting | null): boolean {
  return sighting !== null && isLater(model, model.history.loss, sighting);
}

/** The value of a hole that holds true or false; null when it holds neither. */
export function flagValue(sighting: Sighting | null): boolean | null {
  const written = sighting?.observation.values['value']?.toLowerCase();
  if (written === 'true' || written === '1') return true;
  if (written === 'false' || written === '0') return false;
  return null;
}
