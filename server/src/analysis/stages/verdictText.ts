import type { Catalogue, CauseId } from '../../catalogue/types.ts';
import type { Attempt, Confidence, Moment, Stage } from '../caseAnalysis.ts';
import { formatHex } from '../matching/hresult.ts';
import { doubtsOf } from './doubts.ts';
import { isEnrolled } from './isEnrolled.ts';
import { missingSentence, stillToCollect } from './missing.ts';
import type { CaseModel } from './model.ts';
import { nothingReadable } from './nothingReadable.ts';
import { isUndated } from './undated.ts';
import { timerState } from './timer.ts';
import { isDecisive } from './contradictions.ts';
import type { Decision } from './verdict.ts';

/** The verdict in one sentence: what happened, and why it most likely happened. */
export function summarySentence(model: CaseModel, decision: Decision, stages: readonly Stage[]): string {
  return `${happening(model, decision, stages)}${because(model, decision)}${otherTenant(decision)}${retry(model, decision)}.`;
}

/** That two tenants are in play changes what an enrollment is worth. */
function otherTenant({ contradictions, outcome }: Decision): string {
  return isEnrolled(outcome) && contradictions.some(({ about }) => about === 'tenant')
    ? ', but its artefacts name two tenants, of which one is stale'
    : '';
}

/** Why the verdict is as sure as it is, and what would make it surer. */
export function confidenceSentence(
  model: CaseModel,
  decision: Decision,
  confidence: Confidence,
  inferred: boolean,
): string {
  const collect = stillToCollect(model, decision.cause?.cause.collect ?? null);
  const more = collect === null ? '' : ` To be surer, collect ${collect}.`;
  const against =
    decision.contradictions.find(({ about }) => about === 'enrollment') ??
    decision.contradictions.find(isDecisive);
  if (against !== undefined) return `Artefacts contradict each other: ${against.message}`;
  const [doubt] = doubtsOf(model, decision);
  const proof = missingSentence(model);
  switch (confidence) {
    case 'certain':
      return 'The deciding evidence says so, and nothing that was collected speaks against it.';
    case 'likely':
      if (isUndated(model, decision)) {
        return `The lines carry no time, so that nothing tells what came before and after them. To be surer, collect ${missingSentence(model)}.`;
      }
      if (doubt !== undefined) return `${doubt} To be surer, collect ${missingSentence(model)}.`;
      if (isEnrolled(decision.outcome) && inferred) {
        return `It is concluded from what only an enrolled device does. To be surer, collect ${proof}.`;
      }
      if (isEnrolled(decision.outcome)) {
        return `One artefact says so. To be surer, collect another one: ${proof}.`;
      }
      return decision.cause === null
        ? `What happened is written in the evidence; it names no cause, or rests on a line that Microsoft does not document.${more}`
        : `What happened is written in the evidence; the cause is concluded from it.${more}`;
    case 'guess':
      return decision.outcome === 'inconclusive'
        ? `What was collected does not decide it. To be surer, collect ${missingSentence(model)}.`
        : `What was collected does not decide it.${more}`;
  }
}

/**
 * Why, where that says more than what happened. A general cause of a stage that is told by its own line says the
 * same again; behind a code it is the explanation.
 */
function because(model: CaseModel, decision: Decision): string {
  const { cause, outcome, codes, explained } = decision;
  if (cause === null || explained || (outcome !== 'failed' && outcome !== 'not-started')) return '';
  if (cause.cause.general === true && codes.length === 0) return '';
  const value = provingValue(model, cause.cause.id);
  return value === null ? `, most likely because ${cause.cause.because}` : `, because ${value}`;
}

/** The registry value that names the cause, with where it stands: more than a list of what it could be. */
function provingValue(model: CaseModel, cause: CauseId): string | null {
  const proof = model.snapshots.find(
    ({ asExpected, entry, source, value }) =>
      source === 'registry' && !asExpected && entry.causeId === cause && value.trim() !== '',
  );
  if (proof === undefined || !('value' in proof.entry) || proof.entry.value === null) return null;
  const file = proof.place.file.slice(proof.place.file.lastIndexOf('/') + 1);
  return `the registry value ${proof.entry.value} is ${proof.value} (${file})`;
}

/** When the client tries again by itself; behind the cause, which is that of the failure. */
function retry(model: CaseModel, { outcome, stage }: Decision): string {
  if (outcome !== 'failed' || stage !== 'enroll' || model.history.state !== 'failed') return '';
  const at = lastFailure(model.history.attempts)?.retryAt ?? null;
  return at === null ? '' : `; the next attempt is due at ${localTime(at)} local time`;
}

function happening(model: CaseModel, decision: Decision, stages: readonly Stage[]): string {
  const title = stages.find((stage) => stage.id === decision.stage)?.title ?? '';
  const reason = firstSentence(stages.find((stage) => stage.id === decision.stage)?.reason ?? '');
  switch (decision.outcome) {
    case 'enrolled-user':
      return `The device is enrolled in Intune with the credential of a user${afterFailures(model)}`;
    case 'enrolled-device':
      return `The device is enrolled in Intune with its device credential, without a user${afterFailures(model)}`;
    case 'enrolled':
      if (stages.some((stage) => stage.id === 'enroll' && stage.status === 'passed-over')) {
        const why = stages.find((stage) => stage.id === 'enroll')?.reason ?? '';
        return `The device seems to be enrolled in Intune: ${lowerFirst(firstSentence(why))}`;
      }
      return `The device is enrolled in Intune; with which credential cannot be seen${afterFailures(model)}`;
    case 'waiting':
      return waitingSentence(model, decision, reason);
    case 'failed':
      return failedSentence(model, decision, stages, title, reason);
    case 'not-started':
      return notStartedSentence(decision, stages, reason);
    case 'foreign-mdm':
      return `The device is enrolled in another MDM${foreignName(model)}, so ConfigMgr does not enroll it into Intune`;
    case 'unenrolled':
      return 'The device had been enrolled and is not enrolled any more';
    case 'inconclusive':
      return decision.contradictions.some((one) => one.about === 'enrollment')
        ? 'The artefacts contradict each other about whether the device is enrolled'
        : reason !== ''
          ? `What was collected does not decide it: ${lowerFirst(reason)}`
          : undecidedSentence(model, stages);
  }
}

function undecidedSentence(model: CaseModel, stages: readonly Stage[]): string {
  const good = whatIsGood(stages);
  const nothing = nothingReadable(model.readings);
  if (nothing !== null && good === '') return nothing;
  const unreadable = nothing === null ? '' : `; ${nothing}`;
  return `What was collected does not tell whether the device is enrolled${good}${unreadable}`;
}

/** What the other MDM calls itself, where the registry tells. */
function foreignName({ enrollments }: CaseModel): string {
  const names = [...new Set(enrollments.foreign.map(({ provider }) => provider.value.trim()))];
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

/** The stages that the artefacts show in order, where they do not show how it ended. */
function whatIsGood(stages: readonly Stage[]): string {
  const good = stages.filter((stage) => stage.status === 'succeeded').map((stage) => `“${stage.title}”`);
  if (good.length === 0) return '';
  return `; what it shows is in order: ${good.join(', ')}`;
}

function failedSentence(
  model: CaseModel,
  decision: Decision,
  stages: readonly Stage[],
  title: string,
  reason: string,
): string {
  const code = codeNote(model, decision);
  switch (decision.stage) {
    case 'enroll':
      return failedEnrollment(model, decision, reason);
    case 'provision':
    case 'workloads':
    case 'report':
      return `Enrollment failed at “${title}”: ${lowerFirst(reason)}${code}`;
    case 'client':
      return stages.some((stage) => stage.id === 'enroll' && stage.status === 'succeeded')
        ? `The device is enrolled in Intune and its ConfigMgr client is missing: ${lowerFirst(reason)}${code}`
        : `Enrollment stops at “${title}”: ${lowerFirst(reason)}${code}`;
    case 'policy':
    case 'schedule':
    case 'join':
    case 'discovery':
    case null:
      return `Enrollment stops at “${title}”: ${lowerFirst(reason)}${code}`;
  }
}

function notStartedSentence(decision: Decision, stages: readonly Stage[], reason: string): string {
  const policy = stages.find((stage) => stage.id === 'policy')?.status;
  if (decision.stage === 'enroll')
    return 'The registry export shows no enrollment in Intune, and nothing that was collected tells of an attempt';
  if (decision.stage === 'policy' && policy === 'failed')
    return `The device has not been told to enroll: ${lowerFirst(reason)}`;
  if (decision.stage === 'policy')
    return 'The device has not been told to enroll: no complete co-management policy is in the log';
  return 'The policy tells the device to enroll, and neither a timer nor an attempt follows in the log';
}

function waitingSentence(model: CaseModel, decision: Decision, reason: string): string {
  if (decision.stage !== 'schedule') return reason;
  const due = model.history.pendingTimer?.due ?? null;
  const earlier = whatCameBefore(model);
  if (due === null) return `Enrollment is scheduled and its timer has not fired${earlier}`;
  const pending = model.history.pendingTimer;
  if (pending !== null && timerState(pending, model.now, model.timeline.latestBias) === 'due-now') {
    return `Enrollment is due now, at ${localTime(due)} local time, and should begin within minutes${earlier}`;
  }
  return `Enrollment is scheduled for ${localTime(due)} local time and has not begun, as designed${earlier}`;
}

/** Earlier failures and successes of a device that waits for its next attempt. */
function whatCameBefore({ catalogue, history }: CaseModel): string {
  const failed = history.attempts.filter((attempt) => attempt.result === 'failed');
  const last = failed.at(-1);
  const lost = history.loss === null ? '' : '; the device had been enrolled before and is not any more';
  if (last === undefined) return lost;
  const first =
    failed.length === 1
      ? 'an earlier attempt failed with'
      : `${String(failed.length)} earlier attempts failed, the last with`;
  // After the tries for a user the timer stands for one without a user.
  const next = failed.every((attempt) => attempt.credential === 'user')
    ? ', and the next one comes with the device credential'
    : '';
  return `${lost}; ${first} ${codeName(catalogue, last.code)}${next}`;
}

function failedEnrollment(model: CaseModel, decision: Decision, reason: string): string {
  const last = lastFailure(model.history.attempts);
  if (last === null || model.history.state !== 'failed')
    return model.facts.all('enrollment-block').some((fact) => !fact.asExpected)
      ? `Enrollment cannot succeed: ${lowerFirst(reason)}`
      : `Enrollment failed: ${lowerFirst(reason)}`;
  const which =
    last.of === null ? `attempt ${String(last.number)}` : `try ${String(last.number)} of ${String(last.of)}`;
  const credential = last.credential === 'unknown' ? '' : ` (${last.credential} credential)`;
  const code = last.code ?? decision.codes[0] ?? null;
  return `Enrollment failed at ${which}${credential}${code === null ? '' : ` with ${codeName(model.catalogue, code)}`}`;
}

function lastFailure(attempts: readonly Attempt[]): Attempt | null {
  return attempts.findLast((attempt) => attempt.result === 'failed') ?? null;
}

function afterFailures(model: CaseModel): string {
  const failed = model.history.attempts.filter((attempt) => attempt.result === 'failed').length;
  if (failed === 0) return '';
  return failed === 1 ? ', after one failed attempt' : `, after ${String(failed)} failed attempts`;
}

function codeNote(model: CaseModel, decision: Decision): string {
  const code = decision.codes[0];
  if (code === undefined) return '';
  const symbol = model.catalogue.codes.lookup(code)[0]?.symbol;
  // Exit codes are small numbers, which nobody knows in hexadecimal.
  if (code < 0x10000) return ` (code ${String(code)})`;
  return symbol == null ? ` (${formatHex(code)})` : ` (${formatHex(code)}, ${symbol})`;
}

function codeName(catalogue: Catalogue, code: number | null): string {
  if (code === null) return 'an error that the log does not print';
  const symbol = catalogue.codes.lookup(code)[0]?.symbol;
  return symbol == null ? formatHex(code) : `${formatHex(code)} (${symbol})`;
}

/** `2026-11-20 14:05`, the local clock as written. */
function localTime(moment: Moment): string {
  return new Date(moment.local).toISOString().slice(0, 16).replace('T', ' ');
}

/** The first sentence, without its full stop; what follows it stands with the stage. */
function firstSentence(text: string): string {
  const end = /\.(?: (?=[A-Z])|$)/.exec(text)?.index ?? text.length;
  return text.slice(0, Math.min(end, longestReason));
}

/** A reason may quote the words of a service, which are of any length. */
const longestReason = 300;

function lowerFirst(text: string): string {
  // Names such as "ConfigMgr" and "Microsoft" keep their capital; sentences of the stages begin with an article.
  return /^(The|A|An|No|Nothing|It|This|There) /.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

export { isEnrolled };
