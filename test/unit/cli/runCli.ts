import type { Console } from '../../../server/src/cli/console.ts';
import { runProgram } from '../../../server/src/cli/program.ts';
import { analyser } from '../analysis/checkCase.ts';

/** What a run of the command line left behind. */
export interface CliRun {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line in this process, without a terminal unless told so. */
export async function runCli(args: readonly string[], overrides: Partial<Console> = {}): Promise<CliRun> {
  let out = '';
  let error = '';
  const console: Console = {
    out: (text) => (out += text),
    error: (text) => (error += text),
    outIsTerminal: false,
    errorIsTerminal: false,
    width: 100,
    // A moment at which none of the samples waits in vain.
    clock: Date.UTC(2026, 10, 21),
    environment: {},
    ...overrides,
  };
  const exitCode = await runProgram(args, {
    analyser: () => analyser,
    readPool: null,
    console,
    version: '0.0.0',
  });
  return { exitCode, out, error };
}
