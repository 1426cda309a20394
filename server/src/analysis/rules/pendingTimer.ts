import type { Rule } from './rule.ts';
import { referenceUrl } from './rule.ts';

/** The timer that enrollment waits for: information while its time has not come, an error when it was missed. */
export const pendingTimer: Rule = ({ model, stages, verdict }) => {
  const timer = model.history.pendingTimer;
  const schedule = stages.find((stage) => stage.id === 'schedule');
  if (timer === null || schedule === undefined || model.history.state !== 'waiting') return [];
  const missed = schedule.status === 'failed';
  const cause = missed ? (model.catalogue.causes.find((entry) => entry.id === verdict.cause) ?? null) : null;
  return [
    {
      ruleId: missed ? 'schedule.timer-missed' : 'schedule.timer-waiting',
      severity: missed ? 'error' : 'information',
      message: schedule.reason,
      place: timer.sighting.place,
      stage: 'schedule',
      codes: [],
      cause: cause?.id ?? null,
      remedy: cause?.nextStep ?? null,
      reference: referenceUrl(model.catalogue, timer.sighting.observation.entry.reference),
      related: [],
    },
  ];
};
