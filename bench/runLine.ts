import type { Machine } from './machine.ts';
import type { Options } from './options.ts';
import { megabytes } from './sizes.ts';

/** What was run and where, in one line. */
export function runLine({ scale, rounds, slowRounds }: Options, machine: Machine): string {
  const { processors, loadAverage, node } = machine;
  const parts = [
    `scale ${scale} (a log of ${megabytes(200 * scale)}; open documents and the tail's log have 10 MB at any scale)`,
    counted(rounds, 'round') + (slowRounds < rounds ? `, ${slowRounds} of the slow cases` : ''),
    counted(processors, 'processor'),
    ...(loadAverage === null ? [] : [`load average ${loadAverage.toFixed(1)} at the start`]),
    `Node ${node}`,
  ];
  return `Run: ${parts.join('; ')}.`;
}

/** Where the time of the benchmark itself went: the cases that took most of it, in seconds over all rounds. */
export function mostTime(seconds: Readonly<Record<string, number>>): string {
  const longest = Object.entries(seconds)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([name, taken]) => `${name} ${taken.toFixed(1)} s`);
  const all = Object.values(seconds).reduce((sum, taken) => sum + taken, 0);
  return `The cases took ${all.toFixed(0)} s in all, most of it: ${longest.join(', ')}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
