import type { LogEntry } from '../../catalogue/types.ts';
import type { Reading } from '../caseAnalysis.ts';
import type { Sighting } from './sighting.ts';

/** What is said of this device, and what a server's log says of whichever device it dealt with. */
export interface DividedLines {
  readonly own: readonly Sighting[];
  readonly ofServers: readonly Sighting[];
}

/**
 * Takes the lines of servers' logs aside, since they are about many devices. Where nothing of the device itself is in
 * the case they are all that there is, and stay.
 */
export function divideServerLines(
  sightings: readonly Sighting[],
  readings: readonly Reading[],
  logs: readonly LogEntry[],
): DividedLines {
  const servers = new Set(logs.filter(({ ofServer }) => ofServer === true).map(({ name }) => name));
  const own = sightings.filter((sighting) => !isOfServer(sighting, servers));
  const hasOwn = own.length > 0 || readings.some(({ artefact: { type } }) => isSnapshot(type));
  if (own.length === sightings.length || !hasOwn) return { own: sightings, ofServers: [] };
  return { own, ofServers: sightings.filter((sighting) => isOfServer(sighting, servers)) };
}

/** By the log that it stands in; where nothing tells that, by the logs that write such a line. */
function isOfServer({ observation: { log, entry } }: Sighting, servers: ReadonlySet<string>): boolean {
  return log === null ? entry.logs.every((name) => servers.has(name)) : servers.has(log);
}

function isSnapshot(type: Reading['artefact']['type']): boolean {
  return type === 'registry' || type === 'dsregcmd';
}
