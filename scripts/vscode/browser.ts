/** Opens the workbench in a browser that no one sees. */
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from './chromium.ts';

export interface OpenBrowser {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** A browser with one empty page. It ends with this process at the latest. */
export async function openBrowser(size = { width: 1440, height: 900 }): Promise<OpenBrowser> {
  const program = await findBrowser();
  const browser = await chromium.launch({
    executablePath: program.executablePath,
    args: [...program.args],
    env: { ...definedEnvironment(), ...program.env },
    // Signals are handled in processes.ts, for all that was started.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage({ viewport: size });
  page.setDefaultTimeout(20_000);
  return {
    page,
    close: async () => {
      await browser.close();
    },
  };
}

/** Loads the workbench and waits until it can be used. */
export async function openWorkbench(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.locator('.monaco-workbench .part.activitybar').waitFor({ timeout: 60_000 });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
