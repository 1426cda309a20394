/** The packaged extension, as a user clicks through it: what exports replace is looked at, changed, and heeded. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { repository } from '../../scripts/terminal.ts';
import {
  openEnrollmentView,
  pick,
  runCommand,
  treeRow,
  withPackagedExtension,
  withTemporaryFolder,
} from '../../scripts/vscode/index.ts';
import { makePackage } from '../../scripts/vsix.ts';

/** Suggested for the file: its name is redacted, too. */
const fileName = 'device-1-other-1.md';
const quickInput = '.quick-input-widget';
/** What the sample calls its tenant. */
const tenant = '0d4f6a2c-91b7-4e83-a5c0-62f8d7b3e914';

test('in the preview one item is kept, one is added, and the export is as it said', async () => {
  await withTemporaryFolder(async (temporary) => {
    const folder = join(temporary, 'PC-0042-Bluebird');
    cpSync(join(repository, 'samples/failed'), folder, { recursive: true });
    const vsix = join(temporary, 'comgmt-lens.vsix');
    await makePackage(vsix);
    await withPackagedExtension({ folder, vsix }, async (page) => {
      await openEnrollmentView(page);
      await treeRow(page, /^PC-0042|^failed/).waitFor();
      await runCommand(page, 'Export Findings…');
      await pick(page, 'Text for tickets and chats');
      await titled(page, 'What Will Be Replaced');
      await item(page, tenant).click();
      assert.equal(await isTicked(page, tenant), false);
      await page.locator(`${quickInput} .action-label[aria-label^="Replace another text"]`).click();
      await titled(page, 'Replace Another Text');
      await page.keyboard.type('Bluebird');
      await page.keyboard.press('Enter');
      await titled(page, 'What Will Be Replaced');
      await item(page, 'Bluebird').waitFor();
      // What was decided before is still so.
      assert.equal(await isTicked(page, tenant), false);
      assert.equal(await isTicked(page, 'Bluebird'), true);
      await page.locator(`${quickInput} .monaco-button`).filter({ hasText: 'OK' }).first().click();
      await titled(page, 'Export Findings');
      await page.locator(`${quickInput} .monaco-list-row`).filter({ hasText: 'enrollment.reg' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active').filter({ hasText: fileName }).waitFor();
    });
    const text = readFileSync(join(folder, fileName), 'utf8');
    assert.match(text, /^# device-1-other-1: failed at Enrollment/);
    assert.match(text, new RegExp(`TenantId = ${tenant}`));
    assert.doesNotMatch(text, /PC-0042|Bluebird/i);
  });
});

async function titled(page: Page, title: string): Promise<void> {
  await page.locator(`${quickInput} .quick-input-title`).filter({ hasText: title }).waitFor();
}

function item(page: Page, label: string) {
  return page.locator(`${quickInput} .monaco-list-row`).filter({ hasText: label }).first();
}

async function isTicked(page: Page, label: string): Promise<boolean> {
  return (await item(page, label).getAttribute('aria-checked')) === 'true';
}
