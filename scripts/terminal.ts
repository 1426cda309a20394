/** What the scripts say while they work, and how they run other programs. */
import { spawn, type SpawnOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endAtExit } from './processes.ts';

/** The repository, with a slash at the end. */
export const repository = fileURLToPath(new URL('..', import.meta.url));

/** A problem that the user can act on: printed without a stack. */
export class ScriptError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** A line of progress, on standard error: standard output is for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export interface Outcome {
  readonly code: number;
  /** Standard output and standard error, in the order in which they came; empty when shown at once. */
  readonly output: string;
}

/**
 * Runs a program to its end. `show` passes its output through as it comes, otherwise it is collected. Never
 * reads standard input. Rejects only if the program cannot be started.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly show?: boolean } = {},
): Promise<Outcome> {
  const spawnOptions: SpawnOptions = {
    cwd: options.cwd ?? repository,
    env: options.env ?? process.env,
    stdio: ['ignore', options.show === true ? 'inherit' : 'pipe', options.show === true ? 'inherit' : 'pipe'],
    // npm and code are .cmd files on Windows.
    shell: process.platform === 'win32' && !command.endsWith('.exe'),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, spawnOptions);
    const release = endAtExit(child);
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => {
      release();
      reject(new ScriptError(`${command} cannot be started: ${error.message}`));
    });
    child.on('close', (code) => {
      release();
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a script's main function, which gives the exit code (none is 0); a ScriptError becomes one line and its exit code. */
export async function runMain(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = error instanceof ScriptError ? error.exitCode : 1;
    say(error instanceof ScriptError ? error.message : String(error instanceof Error ? error.stack : error));
  }
}
