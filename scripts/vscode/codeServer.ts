/** VS Code as published on npm: the real workbench and extension host of code-server. */
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { run, say, ScriptError } from '../terminal.ts';
import { installOnce, npm, type Tool } from './npmFolder.ts';

/** Contains VS Code 1.139. */
const codeServer: Tool = {
  name: 'code-server',
  version: '4.139.1',
  purpose: 'a real VS Code, to run the extension in (about 500 MB and one to two minutes).',
  check: checkCompiler,
  finish: finishCodeServer,
};

/** Without the first two the extension host does not start; the third is its terminal. */
const nativeModules = ['@vscode/native-watchdog', '@vscode/spdlog', 'node-pty'];

/** Path of the script that starts code-server; installs it first if need be. */
export async function installVsCode(): Promise<string> {
  if (process.platform === 'win32') {
    throw new ScriptError('The VS Code from npm does not run on Windows: use npm run test:electron there.');
  }
  const folder = await installOnce(codeServer);
  return join(folder, 'node_modules/code-server/out/node/entry.js');
}

async function finishCodeServer(folder: string): Promise<void> {
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  await npm(vscode, ['install', '--omit=dev', '--ignore-scripts']);
  // The rest of its own postinstall is not needed here.
  await npm(vscode, ['rebuild', ...nativeModules], headersOfNode());
}

async function checkCompiler(): Promise<void> {
  const missing: string[] = [];
  for (const tool of ['make', 'g++', 'python3']) {
    const found = await run(tool, ['--version']).catch(() => ({ code: 1 }));
    if (found.code !== 0) missing.push(tool);
  }
  if (missing.length > 0) {
    throw new ScriptError(
      `The VS Code from npm compiles three small modules. Missing here: ${missing.join(', ')}. ` +
        'Install make, g++ and python3 (Debian: apt-get install build-essential python3), or use npm run test:electron.',
    );
  }
}

/**
 * node-gyp downloads Node's headers unless told where they lie; the system's own are as good, as these modules
 * use only the interface that is the same in every Node.
 */
function headersOfNode(): NodeJS.ProcessEnv {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const prefix = dirname(folder);
    if (
      existsSync(join(prefix, 'include/node/common.gypi')) &&
      existsSync(join(prefix, 'include/node/uv.h'))
    ) {
      return { npm_config_nodedir: prefix };
    }
  }
  say("Node's headers are not on this machine: npm downloads them (Debian has them as libnode-dev).");
  return {};
}
