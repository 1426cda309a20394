/** Starts and ends the VS Code of npm. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit, end, leadsGroup } from '../processes.ts';
import { run, ScriptError } from '../terminal.ts';
import { installVsCode } from './codeServer.ts';

export interface VsCodeOptions {
  /** Absolute path of the folder to open; null opens none. */
  readonly folder: string | null;
  /** Absolute path of a packaged extension to install. */
  readonly vsix?: string;
  /** User settings beyond those that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface VsCode {
  /** `127.0.0.1:PORT`, also the remote authority of the workbench's own files. */
  readonly host: string;
  /** Address that opens the folder; `payload` goes to the workbench (extension under development, its tests). */
  readonly address: (payload?: readonly (readonly [string, string])[]) => string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the server with all its processes and removes its folders. */
  readonly stop: () => Promise<void>;
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}${separator}${rootName}',
};

/** Starts VS Code on a free loopback port, with settings and extensions of its own that end with it. */
export async function startVsCode(options: VsCodeOptions): Promise<VsCode> {
  const entry = await installVsCode();
  const data = mkdtempSync(join(tmpdir(), 'comgmt-lens-vscode-'));
  const removeData = (): void => {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  const forgetData = atExit(removeData);
  mkdirSync(join(data, 'User'));
  const settings = { ...quietSettings, ...options.settings };
  writeFileSync(join(data, 'User/settings.json'), JSON.stringify(settings, null, 2));
  writeFileSync(join(data, 'config.yaml'), 'auth: none\n');
  const folders = [
    '--user-data-dir',
    data,
    '--extensions-dir',
    join(data, 'extensions'),
    '--config',
    join(data, 'config.yaml'),
  ];
  if (options.vsix !== undefined) await installExtension(entry, folders, options.vsix);

  const child = spawn(
    process.execPath,
    [
      ...[entry, '--auth', 'none', '--bind-addr', '127.0.0.1:0', ...folders],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      ...['--vscode-option', 'enable-smoke-test-driver'],
      ...(options.folder === null ? ['--ignore-last-opened'] : [options.folder]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: environment() },
  );
  leadsGroup(child);
  const forgetChild = atExit(() => {
    end(child, 'SIGKILL');
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const host = await listening(child);
  return {
    host,
    ended,
    address: (payload) => {
      const query = new URLSearchParams();
      if (options.folder !== null) query.set('folder', options.folder);
      if (payload !== undefined) query.set('payload', JSON.stringify(payload));
      return `http://${host}/?${query.toString()}`;
    },
    stop: async () => {
      await stopped(child);
      forgetChild();
      removeData();
      forgetData();
    },
  };
}

async function installExtension(entry: string, folders: readonly string[], vsix: string): Promise<void> {
  const outcome = await run(process.execPath, [entry, ...folders, '--install-extension', vsix], {
    env: environment(),
  });
  if (outcome.code !== 0)
    throw new ScriptError(`${outcome.output}\nThe extension ${vsix} could not be installed.`);
}

/** Not that of a VS Code whose terminal this may be: code-server would hand the call over to it. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_')));
}

/** Waits until the server says where it listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const deadline = setTimeout(() => {
      end(child, 'SIGKILL');
      reject(new ScriptError(`${output}\nVS Code did not start within a minute.`));
    }, 60_000);
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-20_000);
      const host = /HTTP server listening on http:\/\/([\d.]+:\d+)/.exec(output)?.[1];
      if (host === undefined) return;
      clearTimeout(deadline);
      resolve(host);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(deadline);
      reject(new ScriptError(`${output}\nVS Code ended while starting (exit code ${code ?? 'none'}).`));
    });
  });
}

/** Ends the server's process group; what does not end in five seconds is killed. */
function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const deadline = setTimeout(() => {
      end(child, 'SIGKILL');
    }, 5000);
    child.once('exit', () => {
      clearTimeout(deadline);
      resolve();
    });
    end(child, 'SIGTERM');
  });
}
