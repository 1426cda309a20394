/** Runs tests inside the extension host, as @vscode/test-electron does. */
import type { Page } from 'playwright-core';
import { repository, ScriptError } from '../terminal.ts';
import { openBrowser } from './browser.ts';
import { startVsCode } from './server.ts';

export interface HostRun {
  /** Absolute path of the bundled file that exports `run(): Promise<void>`. */
  readonly tests: string;
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Absolute path of the extension; the repository unless given. */
  readonly extension?: string;
  /** Receives the console output of the extension host and of the workbench, line by line. */
  readonly log: (line: string) => void;
  /** Milliseconds until the run counts as hung. */
  readonly deadline?: number;
}

/** The exit code of the run: 0 if `run()` resolved. */
export async function runInHost(options: HostRun): Promise<number> {
  const vscode = await startVsCode({ folder: options.folder });
  try {
    const { page, close } = await openBrowser();
    try {
      await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
        for (const line of readable(args).split('\n')) options.log(type === 'error' ? `! ${line}` : line);
      });
      const exit = exitOf(page, options.deadline ?? 180_000);
      const remote = `vscode-remote://${vscode.host}`;
      const address = vscode.address([
        ['extensionDevelopmentPath', `${remote}${options.extension ?? repository.replace(/\/$/, '')}`],
        ['extensionTestsPath', `${remote}${options.tests}`],
      ]);
      const [code] = await Promise.all([exit, page.goto(address, { waitUntil: 'domcontentloaded' })]);
      return code;
    } finally {
      await close();
    }
  } finally {
    await vscode.stop();
  }
}

function readable(args: readonly unknown[]): string {
  return args.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
}

/** The exit code that the workbench reports; rejects if it never does. */
function exitOf(page: Page, deadline: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new ScriptError(`The tests inside VS Code did not end within ${deadline / 1000} s.`));
    }, deadline);
    const gone = (): void => {
      clearTimeout(timer);
      reject(new ScriptError('The browser ended during the tests.'));
    };
    page.on('crash', gone);
    page.on('close', gone);
    page
      .exposeFunction('codeAutomationExit', (code: number) => {
        clearTimeout(timer);
        resolve(code);
      })
      .catch(reject);
  });
}
