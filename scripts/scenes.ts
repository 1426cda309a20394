/** The pictures of the README and of reviews: each a few steps a user takes in the samples folder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { earlierExport } from './exampleReports.ts';
import { repository } from './terminal.ts';
import {
  openEnrollmentView,
  pick,
  runCommand,
  treeRow,
  widenSideBar,
  withTemporaryFolder,
} from './vscode/index.ts';

/** Brings the workbench into the state to be shown. */
export type Scene = (page: Page) => Promise<void>;

export const scenes: Readonly<Record<string, Scene>> = {
  overview,
  hover,
  notes,
  redaction,
  report,
  imported,
};

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

/** What an export will replace, with one item that stays. */
async function redaction(page: Page): Promise<void> {
  await overview(page);
  await runCommand(page, 'Export Findings…');
  await pick(page, 'Web page');
  await pick(page, 'CONTOSO');
}

/** The report that is an example in the documentation, in a browser. */
async function report(page: Page): Promise<void> {
  await page.goto(pathToFileURL(join(repository, 'docs/examples/failed.html')).href);
  await page.setViewportSize({ width: 1100, height: 1000 });
}

/** What changed since somebody exported the case, with their findings and notes beside the log. */
async function imported(page: Page): Promise<void> {
  await overview(page);
  await runCommand(page, 'Import Findings…');
  // The dialog of files fills in a path by itself when it has read the folder.
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '..' }).first().waitFor();
  await withTemporaryFolder(async (folder) => {
    const file = join(folder, 'PC-0042-this-morning.sarif');
    writeFileSync(file, earlierExport());
    await page.locator('.quick-input-widget input[type="text"]').first().fill(file);
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'this-morning' }).waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator('.tab.active')
      .filter({ hasText: /^Preview/ })
      .waitFor();
  });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  // A page stands in a frame within a frame.
  const content = page
    .locator('iframe.webview')
    .first()
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame();
  await content.getByRole('heading').first().waitFor();
  // Away from the tabs, whose hints would hide the page.
  await page.mouse.move(300, 700);
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
