/** What docs/examples/ shows is what the product writes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exampleReports } from '../../scripts/exampleReports.ts';

for (const [name, text] of Object.entries(exampleReports())) {
  test(`docs/examples/${name} is up to date (npm run examples writes it anew)`, () => {
    assert.equal(readFileSync(new URL(`../../docs/examples/${name}`, import.meta.url), 'utf8'), text);
  });
}
