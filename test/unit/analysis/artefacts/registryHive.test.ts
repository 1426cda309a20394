import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';

for (const [how, text] of [
  ['as 8-bit text', 'regf\u0001\u0000\u0000\u0000'],
  ['as UTF-16LE', '\u6572\u6667\u0001\u0000'],
  ['as UTF-16BE', '\u7265\u6766\u0100\u0000'],
] as const) {
  test(`a hive read ${how} is refused with the way to export it`, () => {
    const artefact = readArtefactText(text, 'SOFTWARE');
    assert.equal(artefact.kind, 'registry-hive');
    assert.equal(artefact.type, 'unread');
    assert.match(artefact.problems[0]?.message ?? '', /reg load .* reg export /);
  });
}
