/** What the scripts start ends with them, also when nobody tells them to end. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { eventually } from '../vscode/eventually.ts';

const processes = JSON.stringify(new URL('../../scripts/processes.ts', import.meta.url).href);

/** A script that has started something that would go on forever. */
const script = `
import { spawn } from 'node:child_process';
const { endAtExit, endWithParent } = await import(${processes});
endWithParent();
const started = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
endAtExit(started);
console.log(process.pid + ' ' + started.pid);
setInterval(() => undefined, 1000);
`;

/** What starts the script, as npm does. */
const parent = `
import { spawn } from 'node:child_process';
spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(script)}], { stdio: 'inherit' });
setInterval(() => undefined, 1000);
`;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test(
  'a script whose parent was killed ends, and what it started with it',
  { skip: process.platform === 'win32' },
  async () => {
    const started = spawn(process.execPath, ['--input-type=module', '-e', parent], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(started.stdout), 'line')) as [string];
    const pids = line.split(' ').map(Number);
    assert.deepEqual(pids.map(isRunning), [true, true]);
    started.kill('SIGKILL');
    await eventually('the end of both', () => (pids.some(isRunning) ? undefined : true));
  },
);
