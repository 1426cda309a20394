import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighbourFindingOf } from '../../../../server/src/analysis/features/neighbourFinding.ts';
import type { NeighbourParams } from '../../../../server/src/analysis/features/neighbourFinding.ts';
import { analysisOf, documentOf, fileOf, findingOf } from './caseValues.ts';

/** Two files of ten lines; findings on lines 2 and 5 of the first, 1 of the second. Worst first, as the core gives them. */
const text = 'xxxxxxxxx\n'.repeat(10);
const analysis = analysisOf({
  files: [fileOf({ path: 'a.log' }), fileOf({ path: 'b.log' })],
  findings: [
    findingOf({ message: 'b1', place: { file: 'b.log', start: 10, end: 15 } }),
    findingOf({ message: 'a5', place: { file: 'a.log', start: 50, end: 55 } }),
    findingOf({ message: 'a2', place: { file: 'a.log', start: 20, end: 25 }, severity: 'warning' }),
    findingOf({ message: 'hint', place: { file: 'a.log', start: 30, end: 35 }, severity: 'hint' }),
  ],
});

function walk(from: [file: string, line: number] | null, direction: NeighbourParams['direction']): string {
  const position = from === null ? null : { file: from[0], position: { line: from[1], character: 0 } };
  const documents = (file: string) => documentOf(text, `file:///case/${file}`);
  const found = neighbourFindingOf({ analysis, documents, from: position, direction });
  return found === null ? 'none' : `${found.message} (${found.ordinal} of ${found.total})`;
}

test('forwards through the files, round the end', () => {
  assert.equal(walk(['a.log', 0], 'next'), 'a2 (1 of 3)');
  assert.equal(walk(['a.log', 2], 'next'), 'a5 (2 of 3)');
  assert.equal(walk(['a.log', 5], 'next'), 'b1 (3 of 3)');
  assert.equal(walk(['b.log', 1], 'next'), 'a2 (1 of 3)');
});

test('backwards through the files, round the start', () => {
  assert.equal(walk(['b.log', 1], 'previous'), 'a5 (2 of 3)');
  assert.equal(walk(['a.log', 2], 'previous'), 'b1 (3 of 3)');
});

test('from nowhere to the first, backwards to the last', () => {
  assert.equal(walk(null, 'next'), 'a2 (1 of 3)');
  assert.equal(walk(null, 'previous'), 'b1 (3 of 3)');
});

test('a case without findings has none', () => {
  const documents = () => null;
  assert.equal(
    neighbourFindingOf({ analysis: analysisOf(), documents, from: null, direction: 'next' }),
    null,
  );
});
