import { spawnSync } from 'node:child_process';

/** Whether a command is there. */
export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * Milliseconds that a command takes. A shell takes the time, as starting a process out of Node costs tens of
 * milliseconds of its own; where there is no bash of version 5, that is part of the figure.
 */
export function timeCommand(command: string, args: readonly string[]): number {
  const script = 'from=$EPOCHREALTIME; "$@" >/dev/null 2>&1; to=$EPOCHREALTIME; echo "$from $to"';
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', command, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const [from = Number.NaN, to = Number.NaN] = stdout.trim().split(' ').map(Number);
  if (to > from) return (to - from) * 1000;
  const started = performance.now();
  spawnSync(command, [...args], { stdio: 'ignore' });
  return performance.now() - started;
}
