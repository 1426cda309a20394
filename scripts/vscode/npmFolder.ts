/** Large tools that only the tests in VS Code need: installed from npm at first use, with pinned versions. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repository, run, say, ScriptError } from '../terminal.ts';

/** Git-ignored, like the `.vscode-test` of @vscode/test-electron. */
const home = join(repository, '.vscode-npm');
const marker = 'installed.json';

export interface Tool {
  /** Name of an npm package. */
  readonly name: string;
  readonly version: string;
  /** For the progress line: what it is for and how long it takes. */
  readonly purpose: string;
  /** Fails early if something that the installation needs is missing. */
  readonly check?: () => Promise<void>;
  /** What is left to do in the folder after `npm install --ignore-scripts`. */
  readonly finish: (folder: string) => Promise<void>;
}

/**
 * The folder in which the tool is installed; installs it first if need be. It is built beside its place and
 * moved there when complete, so half an install is never taken for a whole one, and two runs do not collide.
 */
export async function installOnce(tool: Tool): Promise<string> {
  const base = `${tool.name.replace(/[@/]+/g, '-').replace(/^-/, '')}-${tool.version}`;
  const folder = join(home, `${base}-${process.platform}-${process.arch}`);
  if (existsSync(join(folder, marker))) return folder;

  await tool.check?.();
  say(`Installing ${tool.name} ${tool.version} from npm, once, into .vscode-npm/: ${tool.purpose}`);
  const started = performance.now();
  await removeAbandoned();
  const partial = `${folder}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
  await npm(partial, ['install', '--ignore-scripts', '--no-package-lock', `${tool.name}@${tool.version}`]);
  await tool.finish(partial);
  await writeFile(join(partial, marker), JSON.stringify({ name: tool.name, version: tool.version }));
  await moveIntoPlace(partial, folder);
  say(`Installed ${tool.name} in ${Math.round((performance.now() - started) / 1000)} s.`);
  return folder;
}

/** Runs npm in a folder as if typed there; its output is shown only if it fails. */
export async function npm(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const outcome = await run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env: { ...ownEnvironment(), ...env },
  });
  if (outcome.code !== 0) throw new ScriptError(`${outcome.output}\nnpm ${args.join(' ')} failed in ${cwd}.`);
}

/** Without what an outer `npm run` says about its own package, and with this Node first on the PATH. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_local_prefix|config_prefix|command)/i.test(name),
  );
  const separator = process.platform === 'win32' ? ';' : ':';
  return {
    ...Object.fromEntries(inherited),
    PATH: dirname(process.execPath) + separator + (process.env['PATH'] ?? ''),
  };
}

async function moveIntoPlace(partial: string, folder: string): Promise<void> {
  if (existsSync(join(folder, marker))) {
    // Another run was faster.
    await rm(partial, { recursive: true, force: true });
    return;
  }
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
}

/** Removes what interrupted runs left behind. */
async function removeAbandoned(): Promise<void> {
  if (!existsSync(home)) return;
  for (const name of await readdir(home)) {
    const owner = /\.partial-(\d+)$/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      await rm(join(home, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
