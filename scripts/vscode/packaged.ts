/** Uses the packaged extension as a user does: installed, in the workbench's page. */
import type { Page } from 'playwright-core';
import { join } from 'node:path';
import { repository, say } from '../terminal.ts';
import { openBrowser, openWorkbench } from './browser.ts';
import { startVsCode, type VsCodeOptions } from './server.ts';

/**
 * Installs the package into a fresh VS Code, opens the folder and hands over the page. Everything is ended
 * when `use` settles.
 */
export async function withPackagedExtension<T>(
  options: VsCodeOptions & {
    readonly vsix: string;
    readonly size?: { readonly width: number; readonly height: number };
  },
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const vscode = await startVsCode(options);
  try {
    const { page, close } = await openBrowser(options.size);
    try {
      await openWorkbench(page, vscode.address());
      return await use(page);
    } catch (error) {
      await keepPicture(page);
      throw error;
    } finally {
      await close();
    }
  } finally {
    await vscode.stop();
  }
}

/** What the page showed when something failed tells more than the message. */
async function keepPicture(page: Page): Promise<void> {
  const path = join(repository, 'screenshots/last-failure.png');
  try {
    await page.screenshot({ path });
    say(`What the page showed: ${path}`);
  } catch {
    say('No picture of the page could be taken.');
  }
}
