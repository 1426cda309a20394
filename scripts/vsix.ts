/** Makes the package that VS Code installs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, run, ScriptError } from './terminal.ts';

/** The package's usual name, in the repository. */
export function defaultVsixPath(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '0.0.0';
  return join(repository, `comgmt-lens-${version}.vsix`);
}

/** Builds dist/ for users. `withTests` adds what runs inside VS Code in tests; it is never packaged. */
export async function buildAll(withTests = false): Promise<void> {
  const outcome = await run(process.execPath, ['esbuild.mjs', ...(withTests ? ['--test'] : [])]);
  if (outcome.code !== 0) throw new ScriptError(`${outcome.output}\nThe build failed.`);
}

/** Packages what `buildAll` made, without asking anything. Which files: .vscodeignore. */
export async function makePackage(path: string): Promise<void> {
  const vsce = join(repository, 'node_modules/@vscode/vsce/vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const outcome = await run(process.execPath, [vsce, 'package', ...flags, '--out', path]);
  if (outcome.code !== 0) throw new ScriptError(`${outcome.output}\nPackaging failed.`);
}
