/** The pictures of the README and of reviews: each a few steps a user takes in the samples folder. */
import type { Page } from 'playwright-core';
import { openEnrollmentView, pick, runCommand, treeRow, widenSideBar } from './vscode/index.ts';

/** Brings the workbench into the state to be shown. */
export type Scene = (page: Page) => Promise<void>;

export const scenes: Readonly<Record<string, Scene>> = { overview, hover, notes };

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

/** A note with an answer at the line that decides, in the editor and under its stage. */
async function notes(page: Page): Promise<void> {
  await overview(page);
  await writeComment(
    page,
    'Add Note',
    '**Cause**: the user is in no group that *may enroll*. Asked the tenant team.',
  );
  await runCommand(page, 'Mark as Cause');
  await runCommand(page, 'Tie Note to Stage…');
  await pick(page, /^Enrollment$/);
  await runCommand(page, 'View: Toggle Panel Visibility');
  await runCommand(page, 'Next Note');
  await page
    .locator('.sidebar .monaco-list-row')
    .filter({ hasText: /^Notes/ })
    .waitFor({ state: 'detached' });
  await treeRow(page, /in no group that/).waitFor();
}

/** Runs a command that opens the editor of a comment, types the text and saves it. */
async function writeComment(page: Page, command: string, text: string): Promise<void> {
  await runCommand(page, command);
  const editor = page.locator('.review-widget .comment-form .monaco-editor').first();
  await editor.waitFor();
  await page.keyboard.type(text);
  await page.locator('.review-widget .monaco-button').filter({ hasText: 'Save Note' }).first().click();
  await page.locator('.review-widget .review-comment').first().waitFor();
}
