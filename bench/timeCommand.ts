import { spawnSync } from 'node:child_process';
import type { Measurement } from './measurement.ts';

/** Whether a command is there. */
export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * What a command takes. A shell takes the time, as starting a process out of Node costs tens of milliseconds of its
 * own; where there is no bash, that is part of the figure.
 */
export function timeCommand(command: string, args: readonly string[]): Measurement {
  const started = performance.now();
  const script = `TIMEFORMAT='%3R %3U %3S'; time "$@" >/dev/null 2>&1`;
  const { stderr, status } = spawnSync('bash', ['-c', script, 'bash', command, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const [wall, user, system] = status === null ? [] : stderr.trim().split(' ').map(Number);
  if (wall !== undefined && user !== undefined && system !== undefined) {
    return { milliseconds: wall * 1000, figures: { 'cpu ms': (user + system) * 1000 } };
  }
  spawnSync(command, [...args], { stdio: 'ignore' });
  return { milliseconds: performance.now() - started };
}
