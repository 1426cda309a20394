/**
 * Runs inside the extension host, started by scripts/vscode (VS Code from npm) or @vscode/test-electron.
 * The suites are written out here, so that the bundler finds them.
 */
import Mocha from 'mocha';
import { mark } from './mark.ts';

/** One line a test, marked so that the driver finds it among what the workbench says. */
class ConsoleReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.on(Mocha.Runner.constants.EVENT_TEST_PASS, (test) => {
      console.log(`${mark} ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (test, error: Error) => {
      console.log(`${mark} ✖ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  }
}

/** Loads all suites and runs them; rejects if a test failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false, reporter: ConsoleReporter });
  // Defines describe, it and the like before the suites are loaded.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./suite/activation.test.ts');
  await import('./suite/enrollmentView.test.ts');
  await import('./suite/findings.test.ts');
  await import('./suite/statusBar.test.ts');
  await import('./suite/explainCode.test.ts');
  await import('./suite/followLog.test.ts');
  await import('./suite/largeLog.test.ts');
  await import('./suite/settings.test.ts');
  await import('./suite/watching.test.ts');
  await import('./suite/notes.test.ts');
  await import('./suite/share.test.ts');

  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} of the tests inside VS Code failed.`));
    });
  });
}
