/** What a user does in the workbench, in steps that wait for what they cause. */
import type { Locator, Page } from 'playwright-core';

/** Opens the enrollment view from the activity bar. */
export async function openEnrollmentView(page: Page): Promise<Locator> {
  await page.locator('.activitybar [class*="workbench-view-extension-comgmtLens"]').first().click();
  const view = page.locator('.sidebar .pane-body').first();
  await view.waitFor();
  return view;
}

/** A row of the tree in the side bar, by its text. */
export function treeRow(page: Page, text: string | RegExp): Locator {
  return page.locator('.sidebar .monaco-list-row').filter({ hasText: text }).first();
}

/** Runs a command by its title, through the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget .input');
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
  await input.waitFor({ state: 'hidden' });
}

/** Opens a file of the folder by (a part of) its path. */
export async function openFile(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget .input');
  await input.waitFor();
  await input.fill(path);
  const name = path.split('/').at(-1) ?? path;
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().click();
  await page.locator('.tab.active').filter({ hasText: name }).waitFor();
}
