import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueData } from '../../../server/src/catalogue/index.ts';

test('the knowledge is plain data, so that the file which the bundles load says the same as the sources', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(catalogueData)), catalogueData);
});
