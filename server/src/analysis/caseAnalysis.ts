/** What an analysis answers: the shapes behind the command line's JSON and every view in the editor. */
import type { CauseId, MessageEntry, Outcome, Reference, StageId, Tone } from '../catalogue/types.ts';
import type { Artefact, ArtefactKind, Problem } from './artefacts/artefact.ts';
import type { TextPieces } from './text/textPieces.ts';

export type StageStatus =
  | 'succeeded'
  | 'failed'
  | 'waiting'
  | 'in-progress'
  | 'passed-over'
  | 'not-reached'
  | 'no-evidence'
  | 'not-collected';

export type { Outcome };

export type Confidence = 'certain' | 'likely' | 'guess';
export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Credential = 'user' | 'device' | 'unknown';

/** A stretch of one file. Offsets into its text, end exclusive. */
export interface Place {
  /** Path relative to the case, with `/`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A moment as a record tells it. */
export interface Moment {
  /** Milliseconds UTC; null where the zone is not known. */
  readonly utc: number | null;
  /** Milliseconds of the local clock, as written. */
  readonly local: number;
}

/** Something that was seen, with what it means. */
export interface Evidence {
  readonly place: Place;
  readonly time: Moment | null;
  /** The text that counts, at most a few hundred characters of it. */
  readonly text: string;
  /** Id of the catalogue entry; null for a line that counts without one. */
  readonly entryId: string | null;
  readonly meaning: string;
  readonly tone: Tone;
  readonly codes: readonly number[];
}

export interface Stage {
  readonly id: StageId;
  readonly title: string;
  readonly status: StageStatus;
  /** Why the status is what it is, one sentence; what to collect, where that is the answer. */
  readonly reason: string;
  /** Most decisive first. */
  readonly evidence: readonly Evidence[];
}

/** One enrollment attempt. */
export interface Attempt {
  /** Try number as printed, else the ordinal within its series. */
  readonly number: number;
  /** Tries allowed, where printed. */
  readonly of: number | null;
  readonly credential: Credential;
  readonly result: 'succeeded' | 'failed' | 'unknown';
  readonly started: Moment | null;
  readonly code: number | null;
  /** When the next attempt is due, where the log says. */
  readonly retryAt: Moment | null;
  readonly place: Place;
}

export interface Workloads {
  readonly raw: number;
  readonly intune: readonly string[];
  readonly configMgr: readonly string[];
  /** `0x400` and the like: bits without a published meaning. */
  readonly unknownBits: readonly string[];
  readonly authority: 'configmgr' | 'intune' | 'unknown';
}

export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

export interface Finding {
  /** Id of the rule or of the catalogue entry that made it; stable. */
  readonly ruleId: string;
  readonly severity: Severity;
  /** One or two sentences: what it is and what it means. */
  readonly message: string;
  readonly place: Place;
  readonly stage: StageId | null;
  readonly codes: readonly number[];
  readonly cause: CauseId | null;
  readonly remedy: string | null;
  /** Address of the page that explains it. */
  readonly reference: string | null;
  readonly related: readonly RelatedPlace[];
}

/** What to do next, in its parts. */
export interface Advice {
  /** One sentence. */
  readonly step: string;
  /** The page that says so; null where none is cited. */
  readonly reference: Reference | null;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly stage: StageId | null;
  /** Unsigned 32-bit, most decisive first. */
  readonly codes: readonly number[];
  readonly cause: CauseId | null;
  readonly summary: string;
  /** The advice as one sentence, its page named at the end; null when there is nothing to do. */
  readonly nextStep: string | null;
  /** The same in its parts, for views that show the page as a link. */
  readonly advice: Advice | null;
  readonly confidence: Confidence;
  /** Why the confidence is what it is, and what evidence would raise it. */
  readonly confidenceReason: string;
  readonly evidence: readonly Evidence[];
}

/** What is known of one file of a case. */
export interface FileReport {
  readonly path: string;
  readonly kind: ArtefactKind;
  readonly encoding: string | null;
  readonly bytes: number;
  /** Log records, registry values or dsregcmd fields; null where nothing is counted. */
  readonly records: number | null;
  readonly problems: readonly Problem[];
  readonly from: Moment | null;
  readonly to: Moment | null;
}

/** The answer for one case (one device). */
export interface CaseAnalysis {
  readonly name: string;
  readonly verdict: Verdict;
  readonly stages: readonly Stage[];
  readonly attempts: readonly Attempt[];
  readonly workloads: Workloads | null;
  /** Worst first, then in the order of files and offsets. */
  readonly findings: readonly Finding[];
  readonly files: readonly FileReport[];
  /** The moment the verdict speaks about; null where nothing tells a time. */
  readonly asOf: Moment | null;
  /** When the enrollment timer is due that had not fired at that moment; null where none waits. */
  readonly timerDue: Moment | null;
}

/** One message of a log that the catalogue knows. */
export interface Observation {
  readonly entry: MessageEntry;
  /** Index into the log's record table. */
  readonly record: number;
  /** The matched message, offsets into the artefact's text. */
  readonly start: number;
  readonly end: number;
  /** What the template's holes hold, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** Codes that the message prints, unsigned 32-bit, the leftmost first. */
  readonly codes: readonly number[];
  /** The log it belongs to, by component or file name; null where neither tells. */
  readonly log: string | null;
  /** What evidence quotes of the message, where the reading's text was dropped. */
  readonly quote?: string;
}

/** A record without a catalogue entry that is marked as an error or a warning and prints error codes. */
export interface UnexplainedRecord {
  readonly record: number;
  /** Codes that it prints, the leftmost first. */
  readonly codes: readonly number[];
}

/** One file, read: everything that can be said of it without its neighbours. Kept while the file does not change. */
export interface Reading {
  /** Path relative to the case, with `/`. */
  readonly path: string;
  readonly encoding: string | null;
  readonly bytes: number;
  readonly artefact: Artefact;
  readonly observations: readonly Observation[];
  readonly unexplained: readonly UnexplainedRecord[];
  /** Set where the text was dropped after reading (`condense`): the artefact's text is empty then. */
  readonly dropped?: TextPieces;
  /** So many lines are said of that are left out here, as the file repeats them, see `FewObservations`. */
  readonly left?: number;
  /** Whether it is without what the file repeats (`condense`), so that readings of what follows are, too. */
  readonly condensed?: boolean;
}

/** Parameters of an analysis. Same readings and same options give the same answer. */
export interface AnalysisOptions {
  /**
   * The moment for which to judge, milliseconds UTC. Null: the moment of the case's latest record, that is when
   * the logs were collected.
   */
  readonly now: number | null;
  /** Minutes to add to a local time without a zone to get UTC; null: taken from the other logs of the case. */
  readonly bias: number | null;
}
