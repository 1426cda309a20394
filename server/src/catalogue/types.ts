/**
 * The shapes of everything the catalogue knows. Data only: an entry never holds a function.
 *
 * An entry that names a text, a key, a field or a code must carry the source of that fact
 * (`reference`) or say that it has none, and an evidence mark that is shown to the user.
 */
import type { CauseId } from './causes.ts';
import type { IdentifierKind, RedactionKnowledge } from './redaction/types.ts';
import type { ReferenceKey } from './references.ts';

export type * from './redaction/types.ts';
export type { CauseId, ReferenceKey };

/** The nine stages of an enrollment, in the order in which a device passes them. */
export const stageIds = [
  'client',
  'policy',
  'schedule',
  'join',
  'discovery',
  'enroll',
  'provision',
  'workloads',
  'report',
] as const;
export type StageId = (typeof stageIds)[number];

export interface StageEntry {
  readonly id: StageId;
  readonly title: string;
  /** The question that the stage answers, as asked in the command line's contract. */
  readonly question: string;
  /** What to collect when nothing tells about this stage. */
  readonly collect: string;
}

/**
 * How sure a fact is: `documented` by Microsoft, `reported` by independent public material, `unverified` when
 * it rests on notes of unknown origin or on general knowledge.
 */
export type EvidenceMark = 'documented' | 'reported' | 'unverified';

/** A public page: the id under which entries cite it, its title and its address. */
export interface Reference {
  readonly title: string;
  readonly url: string;
}

/** What every entry explains, in our own words and for an administrator. */
export interface Explanation {
  readonly meaning: string;
  /** Why it most likely happens; null where the entry is not about a problem. */
  readonly cause: string | null;
  /** What to check or change; null where nothing is to be done. */
  readonly remedy: string | null;
  /** Null where no public page can be cited. */
  readonly reference: ReferenceKey | null;
  readonly evidence: EvidenceMark;
}

/** What a line means for enrollment: the severity of a finding is decided from this, never from `type=`. */
export type Tone = 'progress' | 'good' | 'waiting' | 'warning' | 'failure';

/**
 * What a message tells the stage reasoning, free of wording. The reasoning knows these words and no text.
 * Values that a signal carries are the named placeholders of the entry's template, given in brackets.
 */
export type Signal =
  // client
  | 'client-install-started'
  | 'client-install-finished' // [code]: ccmsetup exit code, decimal
  | 'client-install-failed' // codes
  | 'client-retrying' // set-up or registration could not go on and is tried again
  | 'client-registering'
  | 'client-registered' // [approval]
  | 'client-registration-failed'
  | 'client-assigned' // [site]
  | 'client-blocked' // provisioning mode and the like
  // policy
  | 'policy-received'
  | 'policy-auto-enroll' // [value]: true or false
  | 'policy-allow' // [value]: true or false
  | 'policy-capabilities' // [flags]: the mask that the site asks for
  | 'policy-expected-but-off'
  // schedule
  | 'enrollment-queued'
  | 'timer-queued' // [time]: local time as written
  | 'timer-kept'
  | 'timer-fired'
  // join
  | 'join-information' // [type], [url]
  | 'join-succeeded'
  | 'join-failed' // codes
  | 'token-requested'
  | 'token-obtained'
  | 'token-failed' // codes
  // discovery
  | 'url-missing'
  | 'url-unexpected'
  | 'url-unreadable'
  | 'url-known' // [url]
  // enroll
  | 'user-session-found'
  | 'user-session-missing'
  | 'attempt-started' // [number], [of]
  | 'attempt-device-credential'
  | 'attempt-user-credential'
  | 'attempt-failed' // [code], [minutes] until the next attempt
  | 'attempt-failed-device' // [code]
  | 'attempt-failed-user' // [code]
  | 'attempt-succeeded' // [credential]: 0x0 user, 0x1 device, where the text tells
  | 'licence-blocked'
  | 'already-enrolled'
  | 'already-enrolling'
  | 'not-enrolled'
  | 'enrollment-type' // [type]
  | 'enrollment-in-use' // something that only an enrolled device does
  | 'foreign-mdm'
  | 'unenrolled'
  // provision
  | 'provisioned'
  | 'not-provisioned'
  | 'provisioning-failed' // codes
  // workloads
  | 'workloads-merged' // [flags], [max]
  | 'workloads-retrieved' // [flags]: the mask that the client applies
  | 'workloads-by-intune' // [flags], where printed
  | 'workloads-differ'
  | 'workloads-agree'
  | 'workload-tested' // [bit], [flags]
  | 'workload-result' // [value]: 0 is ConfigMgr
  | 'workload-intune'
  | 'workload-configmgr'
  // report
  | 'report-sent' // [state]: state message id of topic 810
  | 'report-unchanged'
  | 'health-reported'
  | 'session-failed' // codes
  | 'session-succeeded';

/**
 * A message of a log.
 *
 * A template is literal text with named holes: `{name}` takes any text up to the next literal, `{name:type}`
 * takes text of that type only, `{name=text}` takes exactly this text, as a word of its own. Literals match
 * without regard to case; a run of blanks matches any run of blanks. Types: `number` (decimal, optional sign),
 * `flags` (decimal or 0x hex mask), `code` (an HRESULT in any form the code reader knows), `bool` (true or
 * false), `guid`, `time` (date and time as written), `word` (no blanks or quotes). A literal stands first and
 * between any two holes. `{{` and `}}` stand for one brace. Several templates are variants of the wording, tried
 * in order. There are no regular expressions: matching is linear in the message whatever it holds.
 */
export interface MessageEntry extends Explanation {
  /** Stable, unique, dotted: `comanagement.timer-queued`. Shown to users and used as a rule id. */
  readonly id: string;
  /** Names of the logs (file name without extension and rotation stamp) that write it. */
  readonly logs: readonly string[];
  readonly templates: readonly string[];
  /** One sample for each template, in the same order. */
  readonly samples: readonly string[];
  readonly stage: StageId | null;
  readonly tone: Tone;
  readonly signal: Signal | null;
  /** Root cause that this line points at, when the line alone says so. */
  readonly causeId?: CauseId;
  /** Code that the line stands for though it does not print it, such as 0x80180018 for a licence in bad state. */
  readonly impliedCode?: number;
  /** What the number in its hole `code` means, where that is another thing than elsewhere. */
  readonly codeContext?: CodeContext;
  /** True for wording so general that it counts only in the logs named. Default false: found in any log or paste. */
  readonly onlyInItsLogs?: boolean;
  /** Windows event id, for messages that are event texts. */
  readonly eventId?: number;
  /** True where the event's id alone tells this, in its logs, whatever the text: events in other languages, XML without text. */
  readonly byEventId?: true;
}

/** A log the product knows: its name, its other names and the components that write into it. */
export interface LogEntry {
  readonly name: string;
  /** Former or alternative file names, without extension. */
  readonly aliases: readonly string[];
  /** Values of `component=` found in it, beyond the name itself. */
  readonly components: readonly string[];
  readonly stage: StageId | null;
  readonly about: string;
  /** Folder on the device, to tell the user where to collect it. */
  readonly folder: string;
  /** True for a log that a server writes: it is about many devices. */
  readonly ofServer?: true;
}

/** A root cause, with what to do about it. */
export interface CauseEntry extends CauseShape {
  readonly id: CauseId;
}

/** The same before the ids of all causes are known. */
export interface CauseShape {
  readonly id: string;
  readonly title: string;
  /** The stage at which the cause shows. */
  readonly stage: StageId;
  /** One sentence, continuing "... most likely because": no capital, no full stop. */
  readonly because: string;
  /** The next step, one sentence in the imperative. */
  readonly nextStep: string;
  readonly steps: readonly string[];
  /** True for a cause that only says what happened; it stands back when anything more specific is named. */
  readonly general?: boolean;
  /** Codes (unsigned 32-bit) that alone suggest this cause when an enrollment attempt fails with them. */
  readonly codes: readonly number[];
  /** AADSTS numbers that suggest this cause. */
  readonly signInErrors?: readonly number[];
  /** What speaks against it where it is seen. What speaks for it are its codes and every entry that names it. */
  readonly against: readonly CounterEvidence[];
  /** What to collect to become surer: a command or a file. */
  readonly collect: string | null;
  readonly reference: ReferenceKey | null;
  readonly evidence: EvidenceMark;
}

/** A value of a snapshot, a line of a log, or an attempt that a cause does not go with. */
export type CounterEvidence = CounterFact | CounterLine | CounterAttempt;

interface Counter {
  /** Continues "What speaks against this cause: ...": no capital, no full stop; a value that it claims stands at its end. */
  readonly says: string;
  /** Counters of one subject tell the same thing and count once: the first that is found. */
  readonly subject?: 'address';
}

export interface CounterFact extends Counter {
  readonly fact: Fact;
  /** The value that `says` speaks of; `present` for a key, which speaks by being there. */
  readonly when: Expectation | 'present';
  /** True where the value shows that what the failing line told was overcome since. */
  readonly refutes?: true;
}

export interface CounterLine extends Counter {
  readonly signal: Signal;
  /** The line counts only if its hole `value` holds this. */
  readonly value?: string;
  /** True where the line counts at any time, not only behind what decided. */
  readonly ever?: true;
}

export interface CounterAttempt extends Counter {
  /** With whose credential the last attempt was made. */
  readonly credential: 'user' | 'device';
}

export type CodeRelevance = 'high' | 'medium' | 'low';

/** One row of the code table. */
export interface CodeEntry {
  /** Unsigned 32-bit value; for AADSTS numbers the number itself. */
  readonly value: number;
  readonly symbol: string | null;
  readonly family: string;
  readonly meaning: string;
  readonly cause: string | null;
  readonly remedy: string | null;
  readonly relevance: CodeRelevance;
  /** Headers and pages that give the number its meaning. */
  readonly source: string;
  /** `hand` own words, `rule` derived from the number, `name-only` a name without a written meaning. */
  readonly meaningBy: 'hand' | 'rule' | 'name-only';
  /** How far sources agree, as recorded with the row: one or two sentences. */
  readonly check: string;
  /** Other numbers that some sources give to the same name; empty for nearly all. */
  readonly sameAs: readonly number[];
}

/** Where a number stands decides what it means: ccmsetup's own exit codes are small numbers that mean something else elsewhere. */
export type CodeContext = 'general' | 'ccmsetup-exit' | 'legacy-enrollment';

/** What can be said of a number by the range that it lies in. */
export interface NumberSpaces {
  /** What a facility of an HRESULT stands for, by its number; those that are not here are not assigned. */
  readonly facilities: Readonly<Record<number, string>>;
  /** Of an AADSTS number without a row; `{number}` in the remedy is filled in. */
  readonly signIn: { readonly family: string; readonly meaning: string; readonly remedy: string };
}

/** A number behind a name: a code, or an `AADSTS` number of the sign-in service. */
export interface SymbolNumber {
  readonly kind: 'code' | 'sign-in';
  readonly value: number;
}

/** The table of codes, loaded when first needed. */
export interface CodeTable {
  /** Rows for exactly this number in this context, best first; empty when unknown. */
  lookup(value: number, context?: CodeContext): readonly CodeEntry[];
  /** The row of an `AADSTSnnnnn` number. */
  lookupSignIn(aadsts: number): CodeEntry | null;
  /** The numbers that have this name, in any case and with or without underscores; empty when unknown. */
  lookupSymbol(symbol: string): readonly SymbolNumber[];
  /** At hand before the rows are loaded. */
  readonly numberSpaces: NumberSpaces;
  readonly size: number;
}

export type RegistryType =
  | 'REG_NONE'
  | 'REG_SZ'
  | 'REG_EXPAND_SZ'
  | 'REG_BINARY'
  | 'REG_DWORD'
  | 'REG_DWORD_BIG_ENDIAN'
  | 'REG_LINK'
  | 'REG_MULTI_SZ'
  | 'REG_RESOURCE_LIST'
  | 'REG_FULL_RESOURCE_DESCRIPTOR'
  | 'REG_RESOURCE_REQUIREMENTS_LIST'
  | 'REG_QWORD';

/**
 * What a registry value, key or dsregcmd field tells the stage reasoning, free of key paths and labels: the
 * counterpart of `Signal` for snapshots.
 */
export type Fact =
  // client
  | 'client-present' // key
  | 'client-site-code'
  | 'client-health' // flags for Intune, 7 is healthy
  | 'client-provisioning-mode'
  | 'client-service-start'
  // policy and workloads
  | 'workload-mask'
  | 'authority' // 1 Intune, 2 ConfigMgr
  // join
  | 'entra-joined'
  | 'domain-joined'
  | 'workplace-joined'
  | 'device-authentication'
  | 'user-token' // PRT
  | 'user-token-attempt' // code of the last request for a PRT
  | 'user-token-refusal' // the words of the service
  | 'join-check' // whether an attempt to join went on after its checks
  | 'join-error-phase'
  | 'join-error-code'
  | 'join-record' // key: one per join
  | 'join-tenant'
  | 'sign-in-tenant' // names a tenant that sign-in goes to, by its key or its address
  // discovery
  | 'mdm-url'
  // enroll
  | 'enrollment-provider'
  | 'enrollment-state'
  | 'enrollment-type'
  | 'enrollment-user'
  | 'enrollment-tenant'
  | 'enrollment-discovery'
  | 'managed-by-mdm' // an MDM is in charge of the device, whichever it is
  | 'enrollment-block' // a value that blocks enrollment when its expectation is not met
  | 'push-service' // key: dmwappushservice
  | 'group-policy-enrollment'
  // provision
  | 'management-account' // key: OMA-DM account
  | 'management-tasks' // key: task folder
  | 'management-certificate'
  | 'session-result'
  | 'installation-state'
  // report
  | 'health-sync-time';

/** How to print the data of a value beside its plain form. */
export type ValueDecoding = 'none' | 'workloads' | 'code' | 'filetime' | 'labels' | 'client-health';

/** What a healthy value looks like, where that can be told from the value alone. */
export type Expectation =
  | { readonly kind: 'one-of'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'none-of'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'not-empty' }
  /** The key or value is a fault by being there. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'starts-with'; readonly values: readonly string[] };

/**
 * A registry key or value. `key` is a path below a root in its short form (`HKLM\SOFTWARE\...`), compared without
 * regard to case; a segment `*` stands for any one segment, `{guid}` for a GUID with or without braces, a last segment `**` for
 * any depth. CurrentControlSet also stands for ControlSet001 and the like.
 */
export interface RegistryEntry extends Explanation {
  readonly id: string;
  readonly key: string;
  /** Value name; null for the key itself; `@` for the default value; `*` for any value of that key. */
  readonly value: string | null;
  readonly types: readonly RegistryType[];
  readonly stage: StageId | null;
  readonly fact?: Fact;
  /** What the value names, for redaction: of a key, what its first hole holds. */
  readonly identifies?: IdentifierKind;
  /** What healthy looks like, for people. */
  readonly healthy: string;
  /** What a wrong value implies, for people; null where nothing is wrong to have it. */
  readonly ifWrong: string | null;
  readonly expectation?: Expectation;
  /** Severity of the finding when the expectation is not met. Default `warning`. */
  readonly severity?: 'error' | 'warning' | 'information';
  readonly causeId?: CauseId;
  readonly decoding?: ValueDecoding;
  /** The key is what its GUID stands for: going to the definition of the GUID leads here. */
  readonly isHome?: true;
  /** Names of numbers or strings, for `decoding: 'labels'`; of bits, for `client-health`. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly sample: { readonly key: string; readonly data: string };
}

/** A field of `dsregcmd /status`. */
export interface DsregcmdEntry extends Explanation {
  readonly id: string;
  /** Section title as printed; null where it moved between sections. */
  readonly section: string | null;
  /** Label as printed today. */
  readonly field: string;
  /** Other spellings, such as `dmComplianceUrl` of a damaged paste. */
  readonly aliases: readonly string[];
  readonly stage: StageId | null;
  readonly fact?: Fact;
  /** What the value names, for redaction: of a key, what its first hole holds. */
  readonly identifies?: IdentifierKind;
  /** The fact holds only for values that meet this; every value where it is missing. */
  readonly factWhen?: Expectation;
  readonly healthy: string | null;
  readonly ifWrong: string | null;
  readonly expectation?: Expectation;
  readonly severity?: 'error' | 'warning' | 'information';
  readonly causeId?: CauseId;
  readonly sample: string;
}

/** A bit of the co-management capabilities mask. */
export interface WorkloadBit {
  readonly bit: number;
  /** Name of the workload or of the flag. */
  readonly name: string;
  /** `workload` moves something to Intune; `flag` says only that co-management is configured; `companion` belongs to another bit. */
  readonly role: 'workload' | 'flag' | 'companion';
  readonly evidence: EvidenceMark;
}

/** A state message id of topic 810. */
export interface StateMessageEntry {
  readonly id: number;
  readonly meaning: string;
  readonly stage: StageId | null;
  readonly tone: Tone;
  /** The cause that the state names by itself. */
  readonly causeId?: CauseId;
}

/** A scheduled task of join or enrollment, or a command that such tasks run. */
export interface ScheduledTaskEntry {
  readonly id: string;
  /** Names in every wording that Windows had for it; compared without regard to case, as words. */
  readonly names: readonly string[];
  readonly meaning: string;
  readonly reference: ReferenceKey | null;
  readonly evidence: EvidenceMark;
}

/** How enrollment of a device stands, all evidence taken together. */
export type Outcome =
  | 'enrolled-user'
  | 'enrolled-device'
  | 'enrolled'
  | 'waiting'
  | 'failed'
  | 'not-started'
  | 'foreign-mdm'
  | 'unenrolled'
  | 'inconclusive';

/** The next step for an outcome of which no cause is known. */
export interface NextStepEntry {
  /** `contradicted`: the artefacts do not agree about the enrollment. */
  readonly situation: 'waiting' | 'failed' | 'not-started' | 'foreign-mdm' | 'unenrolled' | 'contradicted';
  /** The stage where it stands; null for every stage that has no entry of its own. */
  readonly stage: StageId | null;
  /** One sentence in the imperative. */
  readonly step: string;
  readonly reference: ReferenceKey | null;
}

/** What a case can lack, without which it is not decided. */
export type Missing = 'client-log' | 'enrollments' | 'join' | 'everything-again';

/** What to do and what to collect where no cause says it. */
export interface Guidance {
  readonly nextSteps: readonly NextStepEntry[];
  /** What to collect, to stand behind "collect" in a sentence. */
  readonly collect: Readonly<Record<Missing, string>>;
}

/** How two artefacts can contradict each other. */
export type ContradictionKind =
  | 'enrolled-log-without-registry'
  | 'registry-enrolled-against-log'
  | 'enrolled-while-log-waits'
  | 'enrolled-by-policy-while-log-waits'
  | 'enrolled-without-join'
  | 'join-record-without-join'
  | 'joined-and-enrolled'
  | 'joined-twice'
  | 'sign-in-to-another-tenant'
  | 'workload-mask'; // {log}, {registry}: both masks

/** Everything the core knows, handed to it as one value. */
export interface Catalogue {
  readonly stages: readonly StageEntry[];
  readonly logs: readonly LogEntry[];
  readonly messages: readonly MessageEntry[];
  readonly registry: readonly RegistryEntry[];
  readonly dsregcmd: readonly DsregcmdEntry[];
  readonly workloads: readonly WorkloadBit[];
  /** The mask with which Intune claims every workload; compared before any bit is tested. */
  readonly intuneAuthorityMask: number;
  /** User names, without the tenant, that Windows writes for an enrollment made with the device's identity. */
  readonly deviceIdentityNames: readonly string[];
  /** Names of folders, in lower case, that say where a file came from and not which device it is about. */
  readonly everydayFolders: readonly string[];
  /** Codes that only the enrollment service itself, or what it sent, brings about. */
  readonly serviceAnswers: readonly number[];
  readonly redaction: RedactionKnowledge;
  readonly stateMessages: readonly StateMessageEntry[];
  readonly scheduledTasks: readonly ScheduledTaskEntry[];
  readonly causes: readonly CauseEntry[];
  readonly guidance: Guidance;
  /** What to say of each, in one or two sentences; what stands in braces is filled in. */
  readonly contradictions: Readonly<Record<ContradictionKind, string>>;
  readonly references: Readonly<Record<ReferenceKey, Reference>>;
  readonly codes: CodeTable;
}
