import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GrowingRecords } from '../../../../server/src/analysis/artefacts/growingRecords.ts';
import {
  mostComponents,
  recordAt,
  RecordTableBuilder,
} from '../../../../server/src/analysis/artefacts/recordTable.ts';
import type { RecordTable } from '../../../../server/src/analysis/artefacts/recordTable.ts';
import { processorTime } from '../processorTime.ts';

/** Rows of one record for each component, the first of them at `from`. */
function rowsOf(components: readonly string[], from = 0): RecordTableBuilder {
  const rows = new RecordTableBuilder('');
  for (const [index, component] of components.entries()) {
    const start = from + index * 10;
    rows.addRow(start, start + 9, start + 1, start + 8, start, 60, 1, rows.intern(component), index, 0);
  }
  return rows;
}

function said(table: RecordTable): readonly string[] {
  return Array.from({ length: table.count }, (_, index) => {
    const { start, component } = recordAt(table, index);
    return `${start} ${component}`;
  });
}

test('a table shows the same for ever, whatever is added later', () => {
  const records = new GrowingRecords();
  records.add(rowsOf(['A', 'B']), 0, 2);
  const rest = rowsOf(['', 'C', 'A'], 20);
  const first = records.tableWith(rest, 1, 3);
  const second = records.tableWith(rest, 0, 2);
  assert.deepEqual(
    [said(first), first.components],
    [
      ['0 A', '10 B', '30 C', '40 A'],
      ['', 'A', 'B', 'C'],
    ],
  );
  records.add(rowsOf(['D'], 20), 0, 1);
  assert.deepEqual(said(records.tableWith(rest, 0, 0)), ['0 A', '10 B', '20 D']);
  assert.deepEqual(
    [said(first), first.components],
    [
      ['0 A', '10 B', '30 C', '40 A'],
      ['', 'A', 'B', 'C'],
    ],
  );
  assert.deepEqual(said(second), ['0 A', '10 B', '20 ', '30 C']);
});

test('what has been shown and comes as it was takes no other memory', () => {
  const records = new GrowingRecords();
  const rest = rowsOf(['A']);
  const shown = records.tableWith(rest, 0, 1);
  records.add(rest, 0, 1);
  assert.equal(records.tableWith(rest, 0, 0).start.buffer, shown.start.buffer);
});

test('names beyond the most stay nameless, in the rest as in what is known', () => {
  const names = Array.from({ length: mostComponents - 1 }, (_, index) => `C${index}`);
  const records = new GrowingRecords();
  records.add(rowsOf(names), 0, names.length);
  const rest = rowsOf(['one too many', 'C7']);
  const table = records.tableWith(rest, 0, 2);
  assert.equal(table.components.length, mostComponents);
  assert.deepEqual(said(table).slice(-2), ['0 ', '10 C7']);
  records.add(rest, 0, 2);
  assert.deepEqual(said(records.tableWith(rest, 0, 0)).slice(-2), ['0 ', '10 C7']);
});

test('looking at a rest of many new names is linear', () => {
  const milliseconds = (count: number): number => {
    const rest = rowsOf(Array.from({ length: count }, (_, index) => `C${index}`));
    return processorTime(() => new GrowingRecords().tableWith(rest, 0, count));
  };
  let ratio = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 4 && ratio > 9; attempt++)
    ratio = milliseconds(16_000) / milliseconds(4_000);
  assert.ok(ratio <= 9, `four times the names took ${ratio.toFixed(1)} times as long`);
});
