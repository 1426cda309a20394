/** `npm run package`: builds, and makes comgmt-lens-VERSION.vsix. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { runMain } from './terminal.ts';
import { buildAll, defaultVsixPath, makePackage } from './vsix.ts';

await runMain(async () => {
  const path = defaultVsixPath();
  await buildAll();
  await makePackage(path);
  console.log(`${basename(path)} (${Math.ceil(statSync(path).size / 1024)} KB)`);
});
