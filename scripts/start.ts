/**
 * `npm start [-- FOLDER] [--no-open]`: builds, prints the verdict of FOLDER (the samples unless given) and opens
 * it in VS Code with the extension. COMGMT_LENS_NO_OPEN=1 does what --no-open does.
 */
import { existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { endWithParent } from './processes.ts';
import { repository, run, runMain, say, ScriptError } from './terminal.ts';
import { startVsCode, withTemporaryFolder } from './vscode/index.ts';
import { buildAll, makePackage } from './vsix.ts';

endWithParent();
await runMain(async () => {
  const { folder, open } = readArguments(process.argv.slice(2));
  await buildAll();
  const given = folder === null ? [join(repository, 'samples'), '--each'] : [folder];
  const verdict = await run(process.execPath, [join(repository, 'dist/cli.js'), 'analyze', ...given], {
    show: true,
  });
  if (verdict.code !== 0) say(`The analysis ended with exit code ${verdict.code}.`);
  if (!open) return verdict.code;
  const shown = folder ?? join(repository, 'samples');
  return hasDesktop() ? openInDesktop(shown) : openInBrowser(shown);
});

function readArguments(args: readonly string[]): { readonly folder: string | null; readonly open: boolean } {
  const unknown = args.find((argument) => argument.startsWith('-') && argument !== '--no-open');
  const folders = args.filter((argument) => !argument.startsWith('-'));
  if (unknown !== undefined || folders.length > 1) {
    throw new ScriptError(
      `${unknown === undefined ? 'One folder at a time.' : `Unknown option ${unknown}.`} Usage: npm start [-- FOLDER] [--no-open]`,
      2,
    );
  }
  const open = !args.includes('--no-open') && (process.env['COMGMT_LENS_NO_OPEN'] ?? '') !== '1';
  const name = folders[0];
  if (name === undefined) return { folder: null, open };
  // npm runs scripts in the package's folder; the user typed the path somewhere else.
  const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
  if (!existsSync(folder)) throw new ScriptError(`There is no folder ${folder}.`, 2);
  if (!statSync(folder).isDirectory())
    throw new ScriptError(`${folder} is a file: give the folder that holds it.`, 2);
  return { folder, open };
}

/** Whether `code` is there to be started and has a screen to appear on. */
function hasDesktop(): boolean {
  const display =
    process.platform === 'win32' ||
    process.platform === 'darwin' ||
    (process.env['DISPLAY'] ?? '') !== '' ||
    (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return display && folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}

async function openInDesktop(folder: string): Promise<number> {
  say('Opening VS Code with the extension.');
  const extension = `--extensionDevelopmentPath=${resolve(repository)}`;
  return (await run('code', ['--new-window', extension, folder], { show: true })).code;
}

/** Serves the VS Code of npm until it is ended. */
async function openInBrowser(folder: string): Promise<number> {
  return withTemporaryFolder(async (temporary) => {
    const vsix = join(temporary, 'comgmt-lens.vsix');
    await makePackage(vsix);
    const vscode = await startVsCode({ folder, vsix });
    say(
      `\nVS Code with the extension: ${vscode.address()}\nOpen it in a browser on this machine. Ctrl+C ends it.`,
    );
    await vscode.ended;
    say('VS Code ended.');
    return 1;
  });
}
