import type { Catalogue } from '../catalogue/types.ts';
import { ccmLogReader } from './artefacts/ccmLog.ts';
import { readCcmPieces } from './artefacts/ccmPieces.ts';
import { headOf } from './artefacts/headOf.ts';
import { headLength, readArtefactText, surestReader } from './artefacts/index.ts';
import { readRegistryFilePieces } from './artefacts/registryFilePieces.ts';
import { rescanCcm } from './artefacts/rescanCcm.ts';
import type { AnalysisOptions, CaseAnalysis, Reading } from './caseAnalysis.ts';
import { fileReport } from './fileReport.ts';
import { LogTail } from './logTail.ts';
import { KnownMessages } from './matching/knownMessages.ts';
import { createLogNames } from './matching/logNames.ts';
import { createMessageMatcher } from './matching/messageMatcher.ts';
import { FewObservations } from './matching/fewObservations.ts';
import { observeLog } from './matching/observe.ts';
import { observeRemarks } from './matching/observeRemarks.ts';
import { RecordObserver } from './matching/recordObserver.ts';
import { recogniseMessages } from './matching/recogniseMessages.ts';
import { reobserve } from './matching/reobserve.ts';
import { createSnapshotEntries, type SnapshotEntries } from './matching/snapshotEntries.ts';
import { applyRules } from './rules/index.ts';
import { buildModel } from './stages/buildModel.ts';
import { collectSnapshotSightings } from './stages/collectFacts.ts';
import { judgeStages } from './stages/judge.ts';
import { drawStages } from './stages/picture.ts';
import { buildTimeline } from './stages/timeline.ts';
import { giveVerdict } from './stages/verdict.ts';
import { workloadsOf } from './stages/workloads.ts';
import { readStretch, type ByteSource } from './text/byteSource.ts';
import { decode } from './text/decode.ts';
import { withPieces } from './text/pieceReader.ts';
import type { TextEdit } from './text/textEdit.ts';
import { isUnitEncoding } from './text/unitWindow.ts';
import { withWhatIsWrong } from './unreadableLog.ts';

/**
 * The core, with its knowledge. Pure: same input, same output, whatever it was asked before. All that it keeps between
 * calls is what was found out of messages and attributes that come often.
 */
export interface Analyser {
  readonly catalogue: Catalogue;
  /** Catalogue entries of what stands in a snapshot, for hovers. */
  readonly snapshotEntries: SnapshotEntries;
  /** Reads one file. Never throws. `path` is relative to the case; its name helps to tell the kind. */
  read(path: string, text: string, encoding: string | null, bytes: number): Reading;
  /**
   * Reads one file from its bytes. A CCM log is read piece by piece, and its text is let go: what is read is what
   * `read` has for it, with `quote` and `dropped` in place of the text, and without what the file repeats, see
   * `FewObservations`. So is a registry file in UTF-16LE; of its keys those are there as objects that the catalogue
   * knows. Other kinds are read as a whole. Throws only what `source` throws.
   */
  readBytes(path: string, source: ByteSource): Reading;
  /**
   * Reads a text again after an edit, as `read` would; of a CCM log only the records that the edit touches. `before`
   * is the reading of the text before it.
   */
  reread(before: Reading, text: string, edit: TextEdit): Reading;
  /** Follows a CCM log that grows; `condensed` (the default) leaves out what it repeats. */
  follow(path: string, condensed?: boolean): LogTail;
  /** Judges one case from its readings. Never throws. */
  analyse(name: string, readings: readonly Reading[], options: AnalysisOptions): CaseAnalysis;
  /** The same in steps, for shells that have something else to do in between. */
  analyseInSteps(
    name: string,
    readings: readonly Reading[],
    options: AnalysisOptions,
  ): Generator<undefined, CaseAnalysis>;
}

/** Builds the core from its knowledge; prepares the matcher once. */
export function createAnalyser(catalogue: Catalogue): Analyser {
  const matcher = createMessageMatcher(catalogue.messages, catalogue.logs);
  const messages = new KnownMessages(matcher, catalogue);
  const eventLogs = new Set(
    catalogue.messages.filter((entry) => entry.eventId !== undefined).flatMap((entry) => entry.logs),
  );
  const snapshotEntries = createSnapshotEntries(catalogue);
  const logOf = createLogNames(catalogue.logs);
  const analyser: Analyser = {
    catalogue,
    snapshotEntries,
    read(path, text, encoding, bytes) {
      const fileName = fileNameOf(path);
      const known = readArtefactText(text, fileName);
      const artefact =
        known.kind === 'unknown'
          ? (recogniseMessages(text, matcher, eventLogs) ?? withWhatIsWrong(known, logOf('', fileName)))
          : known;
      const observed =
        artefact.type === 'log'
          ? observeLog(artefact, fileName, messages)
          : {
              observations:
                artefact.type === 'dsregcmd' ? observeRemarks(artefact, messages, snapshotEntries) : [],
              unexplained: [],
            };
      return { path, encoding, bytes, artefact, ...observed };
    },
    readBytes(path, source) {
      const fileName = fileNameOf(path);
      const inPieces = withPieces(source, (reader, encoding): Reading | null => {
        const kind = surestReader(headOf(source, encoding), fileName)?.kind;
        if (kind === 'registry-file' && isUnitEncoding(encoding)) {
          const { artefact, pieces } = readRegistryFilePieces(source, encoding, snapshotEntries.keyFilter);
          const observed = { observations: [], unexplained: [] };
          return { path, encoding, bytes: source.size, artefact, ...observed, dropped: pieces };
        }
        if (kind !== 'ccm-log') return null;
        const few = new FewObservations();
        const observer = new RecordObserver(fileName, messages, few, true);
        const { artefact, pieces } = readCcmPieces(reader, encoding, (...rows) => {
          observer.add(...rows);
        });
        return { path, encoding, bytes: source.size, artefact, ...few.finish(), dropped: pieces };
      });
      if (inPieces !== null) return inPieces;
      const { text, encoding } = decode(readStretch(source, 0, source.size));
      return analyser.read(path, text, encoding, source.size);
    },
    reread(before, text, edit) {
      const { path, encoding, artefact } = before;
      const fileName = fileNameOf(path);
      const rescan =
        artefact.kind === 'ccm-log' && before.dropped === undefined && isCcmLogStill(text, fileName, edit)
          ? rescanCcm(artefact, text, edit)
          : null;
      if (rescan === null) return analyser.read(path, text, encoding, text.length);
      const again = observeLog(rescan.middle, fileName, messages);
      return {
        path,
        encoding,
        bytes: text.length,
        artefact: rescan.artefact,
        ...reobserve(before, rescan, again),
      };
    },
    follow(path, condensed = true) {
      return new LogTail(
        path,
        (collector) => new RecordObserver(fileNameOf(path), messages, collector, true),
        condensed,
      );
    },
    analyse(name, readings, options) {
      const steps = analyser.analyseInSteps(name, readings, options);
      let step = steps.next();
      while (step.done !== true) step = steps.next();
      return step.value;
    },
    *analyseInSteps(name, readings, options) {
      const snapshots = collectSnapshotSightings(readings, snapshotEntries);
      yield;
      const timeline = buildTimeline(readings, options.bias, catalogue.logs);
      yield;
      const model = buildModel(catalogue, matcher, readings, snapshots, timeline, options);
      yield;
      const judgements = judgeStages(model);
      const stages = drawStages(model, judgements);
      const verdict = giveVerdict(model, judgements, stages);
      yield;
      return {
        name,
        verdict,
        stages,
        attempts: model.history.attempts,
        workloads: workloadsOf(model),
        findings: yield* applyRules({ model, stages, verdict }),
        files: readings.map((reading) => fileReport(reading, model.timeline.bias)),
        asOf: options.now === null ? model.timeline.lastSeen : { utc: options.now, local: options.now },
        timerDue: model.history.pendingTimer?.due ?? null,
      };
    },
  };
  return analyser;
}

/** Surest of all kinds is the first of those that are certain, which is this one where it is. */
function isCcmLogStill(text: string, fileName: string, { start }: TextEdit): boolean {
  if (start >= headLength) return true;
  const head = text.slice(0, headLength);
  return ccmLogReader.detect(head, fileName) === 2 || surestReader(head, fileName) === ccmLogReader;
}

function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
