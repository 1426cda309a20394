/** The pictures of the README and of reviews: each a few steps a user takes in the samples folder. */
import type { Page } from 'playwright-core';
import { openEnrollmentView, pick, runCommand, treeRow, widenSideBar } from './vscode/index.ts';

/** Brings the workbench into the state to be shown. */
export type Scene = (page: Page) => Promise<void>;

export const scenes: Readonly<Record<string, Scene>> = { overview, hover };

/** The enrollment view with the failed case, and the line that decides it in the editor. */
async function overview(page: Page): Promise<void> {
  await openEnrollmentView(page);
  await widenSideBar(page, 460);
  for (const other of [/^enrolled/, /^waiting/]) await treeRow(page, other).click();
  await runCommand(page, 'Jump to Failing Stage');
  await pick(page, /^failed/);
  await page.locator('.editor-group-container .view-line').first().waitFor();
}

/** What the failing line means, on hover. */
async function hover(page: Page): Promise<void> {
  await overview(page);
  await runCommand(page, 'Show or Focus Hover');
  await page.locator('.monaco-hover:not(.hidden) .hover-contents').first().waitFor();
}
