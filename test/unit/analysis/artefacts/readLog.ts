import assert from 'node:assert/strict';
import { readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';
import type { LogArtefact } from '../../../../server/src/analysis/artefacts/artefact.ts';
import { recordAt, type LogRecord } from '../../../../server/src/analysis/artefacts/recordTable.ts';

/** Reads a text that must be a log, with what holds for every log checked: order, bounds, flags. */
export function readLog(
  text: string,
  name = 'Sample.log',
): { readonly log: LogArtefact; readonly records: LogRecord[] } {
  const log = readArtefactText(text, name);
  assert.equal(log.type, 'log');
  const records = Array.from({ length: log.records.count }, (_, i) => recordAt(log.records, i));
  let last = 0;
  for (const { start, end, messageStart, messageEnd } of records) {
    assert.ok(last <= start && start <= messageStart, `record at ${start} overlaps the one before`);
    assert.ok(messageStart <= messageEnd && messageEnd <= end, `message outside of the record at ${start}`);
    assert.ok(end <= text.length && end > start, `record at ${start} is empty or ends outside of the text`);
    last = end;
  }
  return { log, records };
}

/** The messages of a log, torn ones in brackets with a leading `torn:`. */
export function messagesOf(text: string, name?: string): readonly string[] {
  return readLog(text, name).records.map(({ message, torn }) => (torn ? `[torn: ${message}]` : message));
}

/** Ids of the problems with the text that they are about. */
export function problemsOf(text: string): readonly string[] {
  return readLog(text).log.problems.map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);
}
