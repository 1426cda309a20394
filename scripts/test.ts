/** `npm test`: builds and checks everything, one line a step; what a step prints is shown if it fails. */
import { run, runMain, say, ScriptError } from './terminal.ts';

interface Step {
  readonly script: string;
  readonly what: string;
  /** Shows the output while it runs: for steps that take long or install something. */
  readonly show?: boolean;
}

const steps: readonly Step[] = [
  { script: 'build', what: 'bundles' },
  { script: 'typecheck', what: 'types' },
  { script: 'test:unit', what: 'core and catalogue' },
  { script: 'test:grammar', what: 'grammars' },
  { script: 'test:server', what: 'language server' },
  { script: 'test:package', what: 'contents of the package' },
  { script: 'test:vscode', what: 'in a real VS Code', show: true },
];

await runMain(async () => {
  const failed: string[] = [];
  for (const { script, what, show = false } of steps) {
    const started = performance.now();
    if (show) say(`… ${script}: ${what}`);
    const outcome = await run('npm', ['run', '--silent', script], { show });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const count = /^ℹ pass (\d+)$/m.exec(outcome.output)?.[1];
    const tests = count === undefined ? '' : `${count} tests, `;
    // A pattern that matches no file is a success for node --test, but not for us.
    const passed = outcome.code === 0 && !/^ℹ tests 0$/m.test(outcome.output);
    say(`${passed ? '✔' : '✖'} ${script}: ${what} (${tests}${seconds} s)`);
    if (passed) continue;
    if (!show) say(outcome.output);
    failed.push(script);
    if (script === 'build') break;
  }
  if (failed.length > 0) throw new ScriptError(`Failed: ${failed.join(', ')}.`);
});
