/** `npm run test:electron`: the suites of test/vscode/suite in a VS Code that @vscode/test-electron downloads. */
import { join, resolve } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { repository, runMain, ScriptError } from './terminal.ts';
import { buildAll } from './vsix.ts';

await runMain(async () => {
  await buildAll(true);
  let vscodeExecutablePath: string;
  try {
    vscodeExecutablePath = await downloadAndUnzipVSCode({ cachePath: join(repository, '.vscode-test') });
  } catch (error) {
    throw new ScriptError(
      `VS Code could not be downloaded (${error instanceof Error ? error.message : String(error)}). ` +
        'npm run test:vscode runs the same tests in the VS Code that is published on npm.',
    );
  }
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: resolve(repository),
    extensionTestsPath: join(repository, 'dist/test/index.js'),
    launchArgs: [join(repository, 'samples'), '--disable-workspace-trust', '--disable-extensions'],
  });
});
