import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkCase } from './checkCase.ts';

const folder = new URL('../../fixtures/cases/', import.meta.url);

for (const name of readdirSync(folder).filter((one) => one.endsWith('.case'))) {
  test(`case ${name.replace('.case', '')}`, () => checkCase(readFileSync(new URL(name, folder), 'utf8')));
}
