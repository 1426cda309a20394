import { evidenceOf } from './sighting.ts';
import { lastSighting, silent, sightingsOf, type CaseModel, type Judgement } from './model.ts';
import { timerState, type Timer } from './timer.ts';

/** Was enrollment scheduled, and is its time due? */
export function judgeSchedule(model: CaseModel): Judgement {
  const { pendingTimer, latestTimer, state } = model.history;
  const fired = lastSighting(model, 'timer-fired');
  const queued = sightingsOf(model, 'timer-kept', 'enrollment-queued').slice(-1);
  const evidence = [pendingTimer?.sighting ?? latestTimer?.sighting ?? null, fired, ...queued]
    .filter((one) => one !== null)
    .map(evidenceOf);

  if (pendingTimer !== null && state === 'waiting') return judgePending(model, pendingTimer, evidence);
  if (latestTimer !== null || fired !== null) {
    return { status: 'succeeded', reason: 'The enrollment timer was queued and its time came.', evidence };
  }
  if (queued.length > 0 && model.history.attempts.length === 0 && state !== 'enrolled') {
    return {
      status: 'waiting',
      reason: 'Enrollment is queued; the log does not say for when.',
      evidence,
      cause: 'timer-waiting',
    };
  }
  return evidence.length > 0
    ? { status: 'succeeded', reason: 'Enrollment was queued and has been tried since.', evidence }
    : silent;
}

function judgePending(model: CaseModel, timer: Timer, evidence: Judgement['evidence']): Judgement {
  const state = timerState(timer, model.now, model.timeline.latestBias);
  switch (state) {
    case 'due-later':
      return {
        status: 'waiting',
        reason: 'The enrollment timer is queued and its time has not come. This is by design, not a fault.',
        evidence,
        cause: 'timer-waiting',
      };
    case 'due-now':
      return {
        status: 'waiting',
        reason: 'The enrollment timer is due at about this moment; the attempt should follow within minutes.',
        evidence,
        cause: 'timer-waiting',
      };
    case 'overdue':
      return {
        status: 'failed',
        reason: 'The enrollment timer was due and no attempt follows in the log.',
        evidence,
        cause: 'timer-missed',
      };
    case 'unknown':
      return {
        status: 'waiting',
        reason: 'The enrollment timer is queued; its time cannot be read from the line.',
        evidence,
        cause: 'timer-waiting',
      };
  }
}
