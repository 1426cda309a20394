import type { Catalogue, StageId } from '../../catalogue/types.ts';
import type { AnalysisOptions, Reading } from '../caseAnalysis.ts';
import type { MessageMatcher } from '../matching/messageMatcher.ts';
import { Facts, type SnapshotSighting } from './facts.ts';
import { readHistory } from './history.ts';
import { findLiveEnrollments } from './liveEnrollments.ts';
import type { CaseModel } from './model.ts';
import { orderingTime } from './sighting.ts';
import type { Timeline } from './timeline.ts';

/** Puts the readings of a case and their timeline together into what the stages are judged from. */
export function buildModel(
  catalogue: Catalogue,
  matcher: MessageMatcher,
  readings: readonly Reading[],
  snapshots: readonly SnapshotSighting[],
  timeline: Timeline,
  options: AnalysisOptions,
): CaseModel {
  const facts = new Facts(snapshots);
  return {
    catalogue,
    readings,
    timeline,
    history: readHistory(timeline.sightings),
    snapshots,
    facts,
    enrollments: findLiveEnrollments(facts),
    now: options.now ?? (timeline.lastSeen === null ? null : orderingTime(timeline.lastSeen)),
    tellable: tellableStages(catalogue, matcher, readings, snapshots),
  };
}

/** Stages about which a log or snapshot of the case could have told, by what the catalogue knows of its kind. */
function tellableStages(
  catalogue: Catalogue,
  matcher: MessageMatcher,
  readings: readonly Reading[],
  snapshots: readonly SnapshotSighting[],
): ReadonlySet<StageId> {
  const logs = new Set<string>();
  for (const { path, artefact } of readings) {
    if (artefact.type !== 'log') continue;
    const fileName = path.slice(path.lastIndexOf('/') + 1);
    for (const component of artefact.records.components) {
      const log = matcher.logOf(component, fileName);
      if (log !== null) logs.add(log);
    }
  }
  const fromLogs = catalogue.messages
    .filter((entry) => entry.logs.some((log) => logs.has(log)))
    .map((entry) => entry.stage);
  const fromSnapshots = snapshots.map((sighting) => sighting.entry.stage);
  return new Set([...fromLogs, ...fromSnapshots].filter((stage) => stage !== null));
}
