import { findingOfLine } from './findingOfLine.ts';
import type { Rule } from './rule.ts';

/**
 * A failure in the log of a server, beside what the device itself tells: information, since such a log is about many
 * devices and nothing says that this is the one.
 */
export const serverLine: Rule = (input) =>
  input.model.timeline.ofServers
    .filter(({ observation: { entry } }) => entry.tone === 'failure' || entry.tone === 'warning')
    .map((sighting) => findingOfLine(input, sighting, 'information', otherDevice));

const otherDevice = 'The log is that of a server, so it may be about another device: compare the DeviceId.';
