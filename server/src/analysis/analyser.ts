import type { Catalogue } from '../catalogue/types.ts';
import { readArtefactText } from './artefacts/index.ts';
import type { AnalysisOptions, CaseAnalysis, Reading } from './caseAnalysis.ts';
import { fileReport } from './fileReport.ts';
import { createMessageMatcher } from './matching/messageMatcher.ts';
import { observeLog } from './matching/observe.ts';
import { recogniseMessages } from './matching/recogniseMessages.ts';
import { createSnapshotEntries, type SnapshotEntries } from './matching/snapshotEntries.ts';
import { applyRules } from './rules/index.ts';
import { buildModel } from './stages/buildModel.ts';
import { collectSnapshotSightings } from './stages/collectFacts.ts';
import { judgeStages } from './stages/judge.ts';
import { drawStages } from './stages/picture.ts';
import { giveVerdict } from './stages/verdict.ts';
import { workloadsOf } from './stages/workloads.ts';

/** The core, with its knowledge. Pure: same input, same output; it keeps nothing between calls. */
export interface Analyser {
  readonly catalogue: Catalogue;
  /** Catalogue entries of what stands in a snapshot, for hovers. */
  readonly snapshotEntries: SnapshotEntries;
  /** Reads one file. Never throws. `path` is relative to the case; its name helps to tell the kind. */
  read(path: string, text: string, encoding: string | null, bytes: number): Reading;
  /** Judges one case from its readings. Never throws. */
  analyse(name: string, readings: readonly Reading[], options: AnalysisOptions): CaseAnalysis;
}

/** Builds the core from its knowledge; prepares the matcher once. */
export function createAnalyser(catalogue: Catalogue): Analyser {
  const matcher = createMessageMatcher(catalogue.messages, catalogue.logs);
  const eventLogs = new Set(
    catalogue.messages.filter((entry) => entry.eventId !== undefined).flatMap((entry) => entry.logs),
  );
  const snapshotEntries = createSnapshotEntries(catalogue);
  return {
    catalogue,
    snapshotEntries,
    read(path, text, encoding, bytes) {
      const fileName = path.slice(path.lastIndexOf('/') + 1);
      const known = readArtefactText(text, fileName);
      const artefact = known.kind === 'unknown' ? (recogniseMessages(text, matcher, eventLogs) ?? known) : known;
      const observed =
        artefact.type === 'log'
          ? observeLog(artefact, fileName, matcher, catalogue)
          : { observations: [], unexplained: [] };
      return { path, encoding, bytes, artefact, ...observed };
    },
    analyse(name, readings, options) {
      const snapshots = collectSnapshotSightings(readings, snapshotEntries);
      const model = buildModel(catalogue, matcher, readings, snapshots, options);
      const judgements = judgeStages(model);
      const stages = drawStages(model, judgements);
      const verdict = giveVerdict(model, judgements, stages);
      return {
        name,
        verdict,
        stages,
        attempts: model.history.attempts,
        workloads: workloadsOf(model),
        findings: applyRules({ model, stages, verdict }),
        files: readings.map((reading) => fileReport(reading, model.timeline.bias)),
        asOf: model.now,
      };
    },
  };
}
