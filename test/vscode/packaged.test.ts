/** Installs the package and uses it as a user does. */
import { readFileSync } from 'node:fs';
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
      const title = page.locator('.sidebar .composite.title').filter({ hasText: viewContainerTitle() });
      await title.waitFor();
    });
  });
});

/** As the manifest has it, so that a change of wording breaks no test. */
function viewContainerTitle(): string {
  const texts = JSON.parse(readFileSync(join(repository, 'package.nls.json'), 'utf8')) as {
    viewContainer: string;
  };
  return texts.viewContainer;
}
