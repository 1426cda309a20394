/** Installs the package and uses it as a user does. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../../scripts/terminal.ts';
import {
  openEnrollmentView,
  withPackagedExtension,
  withTemporaryFolder,
} from '../../scripts/vscode/index.ts';
import { buildAll, makePackage } from '../../scripts/vsix.ts';

test('the installed package shows its view container and opens the enrollment view', async () => {
  await withTemporaryFolder(async (folder) => {
    const vsix = join(folder, 'package.vsix');
    await buildAll();
    await makePackage(vsix);
    await withPackagedExtension({ folder: join(repository, 'samples'), vsix }, async (page) => {
      await openEnrollmentView(page);
      const title = page.locator('.sidebar .composite.title');
      await title.filter({ hasText: 'Co-management Lens' }).waitFor();
      assert.match((await title.textContent()) ?? '', /Co-management Lens/);
    });
  });
});
