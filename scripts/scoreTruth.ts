import type { Outcome } from '../server/src/analysis/index.ts';
import { parseCode } from '../server/src/analysis/matching/parseCode.ts';
import type { CauseId, StageId } from '../server/src/catalogue/types.ts';

/** One row of the index, as far as it states something. */
export interface IndexRow {
  readonly file: string;
  readonly outcome: string;
  readonly stage: string;
  readonly code: string;
  readonly cause: string;
}

/** What an index states, in the words of a verdict. Null: nothing is stated. More than one: each of them is right. */
export interface Truth {
  readonly outcomes: readonly Outcome[] | null;
  readonly stages: readonly (StageId | null)[] | null;
  readonly codes: readonly (number | null)[] | null;
  readonly causes: readonly (CauseId | null)[] | null;
  /** Why the row cannot be compared at all; null when it can. */
  readonly untold: string | null;
  /** Why single aspects are not compared. */
  readonly notes: readonly string[];
}

/** Words of the column `outcome`, first match first. An empty list: the outcome has no counterpart in a verdict. */
const outcomeWords: readonly (readonly [RegExp, readonly Outcome[]])[] = [
  [/success record and failure record|line 1 enrolled; line 2 failed|\bCL1\b.*\bCL2\b/i, []],
  [/enrolled in (?!intune)|token issued/i, []],
  [/co-?existence/i, ['foreign-mdm']],
  [/^(failed|client install failed)/i, ['failed']],
  [/no MDM enrollment possible/i, ['failed', 'not-started']],
  [/^pending|^waiting/i, ['waiting']],
  [/^unenrolled/i, ['unenrolled']],
  [/not (enrolled|started)/i, ['not-started']],
  // A verdict that leaves the credential open is not wrong about it.
  [/^enrolled.*(userless|device credential)/i, ['enrolled-device', 'enrolled']],
  [/^enrolled.*with user/i, ['enrolled-user', 'enrolled']],
  [/^enrolled/i, ['enrolled', 'enrolled-user', 'enrolled-device']],
  // Joined, registered, installing, a token: each says nothing about the enrollment itself.
  [/joined|registered|install proceeds|token obtained/i, ['inconclusive', 'not-started']],
];

/** Words of the column `failing_stage`. */
const stageWords: readonly (readonly [RegExp, readonly StageId[]])[] = [
  [/client (install|registration|certificate|health)|CCM token|CMG/i, ['client']],
  [/no MDM URL|enrollment address/i, ['discovery']],
  [/user token|\bPRT\b/i, ['join', 'enroll']],
  [/timer/i, ['schedule']],
  [/discovery request/i, ['enroll', 'discovery']],
  [/MDM enrollment|existing MDM|MDM registration|enrollment call/i, ['enroll']],
  [/join|device registration|TPM attestation/i, ['join']],
  [/polic(y|ies)/i, ['policy']],
  [/workload/i, ['workloads']],
];

/** Words of the column `stated_cause`. */
const causeWords: readonly (readonly [RegExp, readonly CauseId[]])[] = [
  [/disables MDM enrollment/i, ['blocked-by-policy']],
  [/third-party MDM/i, ['foreign-mdm']],
  [/stale registration/i, ['foreign-mdm', 'already-enrolled']],
  [/already enrolled|still enrolled/i, ['already-enrolled']],
  [/MFA/, ['mfa']],
  [/integrated Windows authentication/i, ['integrated-authentication']],
  [/\bTPM\b/, ['tpm']],
  [/certificate has expired|no client certificate/i, ['client-certificate']],
  [/userCertificate|synchroni[sz]ed|device sync|never reaches the tenant/i, ['not-synced']],
  [/MDM (user )?scope|no MDM scope/i, ['mdm-scope']],
  [/user name or password/i, ['no-prt']],
  [/federation provider/i, ['federation']],
  [/domain controller/i, ['domain-controller']],
  [/\bSCP\b/, ['service-connection-point', 'not-synced', 'device-disabled']],
  [/randomi[sz]ed/i, ['timer-waiting']],
  [/device token sent|device token/i, ['gpo-device-credential']],
  [/self-deployed|workplace join/i, ['enrollment-restriction']],
  [/OU\b.*delegated/i, ['offline-domain-join']],
];

/** Reads one row of an index. */
export function readTruth(row: IndexRow): Truth {
  const outcomes = lookup(outcomeWords, row.outcome);
  const nothing: Truth = { outcomes: null, stages: null, codes: null, causes: null, untold: null, notes: [] };
  if (outcomes === null)
    return { ...nothing, untold: `outcome "${row.outcome}" has no counterpart in the table` };
  if (outcomes.length === 0) {
    return { ...nothing, untold: `outcome "${row.outcome}" is not one verdict about one device` };
  }
  const stopped = outcomes.some((one) => ['failed', 'waiting', 'foreign-mdm', 'unenrolled'].includes(one));
  const notes: string[] = [];
  const uncertain = /not confirmed|not stated/i.test(row.cause);
  const causes = stopped && !uncertain && row.cause !== '' ? lookup(causeWords, row.cause) : null;
  if (uncertain) notes.push('the index does not confirm a cause');
  if (stopped && !uncertain && row.cause !== '' && (causes ?? []).length === 0) {
    notes.push(`cause "${row.cause.slice(0, 60)}" has no counterpart in the catalogue`);
  }
  const codes = stopped ? codesIn(row.code) : [];
  return {
    outcomes,
    stages: stopped ? lookup(stageWords, `${row.stage} ${row.outcome}`) : [null],
    codes: codes.length > 0 ? codes : null,
    causes: causes === null || causes.length === 0 ? null : causes,
    untold: null,
    notes,
  };
}

function lookup<Id>(
  table: readonly (readonly [RegExp, readonly Id[]])[],
  words: string,
): readonly Id[] | null {
  return table.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Every code of the cell: the index often gives two forms, or the codes of two artefacts of one failure. */
function codesIn(cell: string): readonly number[] {
  const errorCode = /\bErrorCode (\d{1,5})\b/.exec(cell)?.[1];
  const named = errorCode === undefined ? [] : [Number(errorCode)];
  const full = cell
    .split(/[\s/()=,]+/)
    .map((word) => (/^(0x[0-9a-f]{8,9}|[0-9a-f]{8}|\d{10})$/i.test(word) ? parseCode(word)?.value : null))
    .filter((value) => value !== null && value !== undefined);
  return [...named, ...full];
}
