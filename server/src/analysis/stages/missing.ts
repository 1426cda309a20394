import type { Missing } from '../../catalogue/types.ts';
import { logNameOf } from '../artefacts/fileNames.ts';
import { isUnreadableLog } from '../unreadableLog.ts';
import type { CaseModel } from './model.ts';
import type { Sighting } from './sighting.ts';

/** What would tell and is not in the case, to stand behind "collect"; everything again where all of it is there. */
export function missingSentence(model: CaseModel): string {
  const missing: Missing[] = [
    ...(model.timeline.sightings.some(isOfClientLog) ? [] : ['client-log' as const]),
    ...(model.enrollments.exported ? [] : ['enrollments' as const]),
    ...(model.facts.last('entra-joined') === null ? ['join' as const] : []),
  ];
  return toCollect(model, missing.length === 0 ? ['everything-again'] : missing);
}

/** A line of the client about its enrollment; Windows tells the same in events. */
function isOfClientLog({ observation: { entry } }: Sighting): boolean {
  if (entry.eventId !== undefined) return false;
  return entry.stage === 'policy' || entry.stage === 'schedule' || entry.stage === 'provision';
}

/**
 * What a cause asks for, without the logs that the case holds already; null where nothing new is left. A page asks
 * for the same file again by the word "again".
 */
export function stillToCollect(model: CaseModel, collect: string | null): string | null {
  if (collect === null || / again\b/.test(collect)) return collect;
  const there = new Set(
    model.readings.map(({ path }) => logNameOf(path.slice(path.lastIndexOf('/') + 1)).name.toLowerCase()),
  );
  const logs = [...collect.matchAll(/([A-Za-z][\w.]{0,60})\.log\b/g)].map(([name]) => name);
  const have = (name: string): boolean => there.has(name.slice(0, -'.log'.length).toLowerCase());
  if (logs.length > 0 && logs.every(have) && !isMoreThanLogs(collect)) return null;
  const kept = logs.filter((name) => !have(name));
  if (kept.length < logs.length && !isMoreThanLogs(collect))
    return listOf(kept) + collect.slice(endOfLogs(collect));
  if (logs.length > 0) return collect;
  const isJoin = collect.replace(/"/g, '') === model.catalogue.guidance.collect.join;
  if (isJoin) return model.facts.last('entra-joined') === null ? collect : null;
  return holdsKey(model, collect) ? null : collect;
}

/** The text asks for something beside the logs that it names. */
function isMoreThanLogs(collect: string): boolean {
  return /\b(?:dsregcmd|export|events?)\b/.test(collect);
}

function endOfLogs(collect: string): number {
  return collect.lastIndexOf('.log') + '.log'.length;
}

function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** A snapshot of the case holds something at or below the one key that a command names. */
function holdsKey(model: CaseModel, command: string): boolean {
  const [key, ...others] = command.split(' ').filter((word) => word.includes('\\'));
  if (key === undefined || others.length > 0) return false;
  return model.snapshots.some(
    ({ source, entry }) =>
      source === 'registry' && 'key' in entry && entry.key.toLowerCase().startsWith(key.toLowerCase()),
  );
}

/** Names these, the last one behind "and". */
function toCollect(model: CaseModel, missing: readonly Missing[]): string {
  const names = missing.map((one) => {
    const name = model.catalogue.guidance.collect[one];
    return one === 'client-log' && wasUnreadable(model, name) ? `${name} again` : name;
  });
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** The log was collected, as a file that holds nothing. */
function wasUnreadable({ readings }: CaseModel, log: string): boolean {
  return readings.some(
    ({ path, artefact }) =>
      isUnreadableLog(artefact) && path.slice(path.lastIndexOf('/') + 1).toLowerCase() === log.toLowerCase(),
  );
}
