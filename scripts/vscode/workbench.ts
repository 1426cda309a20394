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

const paletteHint = 'Type the name of a command to run.';

/** Runs a command by its title, through the command palette; what the command asks then, `pick` answers. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator(`.quick-input-widget .input[placeholder="${paletteHint}"]`);
  await input.waitFor();
  await input.fill(`>${title}`);
  await pick(page, title);
  await input.waitFor({ state: 'hidden' });
}

/** Chooses an entry of the list that a command shows. */
export async function pick(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first().click();
}

/** Makes the side bar as wide as given, by dragging its edge. */
export async function widenSideBar(page: Page, width: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) throw new Error('The side bar is closed.');
  const y = box.y + box.height / 3;
  await page.mouse.move(box.x + box.width + 1, y);
  await page.mouse.down();
  await page.mouse.move(box.x + width, y, { steps: 4 });
  await page.mouse.up();
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
