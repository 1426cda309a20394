/** `npm run examples`: writes the reports in docs/examples/ anew, from the bundled sample of a failed enrollment. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleReports } from './exampleReports.ts';
import { repository, say } from './terminal.ts';

const folder = join(repository, 'docs', 'examples');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(exampleReports())) {
  writeFileSync(join(folder, name), text);
  say(`docs/examples/${name}`);
}
