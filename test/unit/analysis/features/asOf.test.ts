import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asOfSentence, passedSince } from '../../../../server/src/analysis/features/asOf.ts';
import { analysisOf, attemptOf, verdictOf } from './caseValues.ts';

const due = Date.UTC(2026, 10, 22, 2, 17);
const minutes = 60_000;

test('a verdict says for which moment it speaks, and who chose it', () => {
  const utc = Date.UTC(2026, 10, 20, 7, 1, 30);
  const analysis = analysisOf({ asOf: { utc, local: utc + 3_600_000 } });
  assert.equal(asOfSentence(analysis), 'As of 2026-11-20 07:01 UTC (latest record)');
  assert.equal(asOfSentence(analysis, true), 'As of 2026-11-20 07:01 UTC (as asked for)');
  assert.equal(
    asOfSentence(analysisOf({ asOf: { utc: null, local: utc } })),
    'As of 2026-11-20 07:01 local time (latest record)',
  );
  assert.equal(asOfSentence(analysisOf({ asOf: null })), null);
});

test('a timer has passed half an hour after its time, and only where the case waits for it', () => {
  const timerDue = { local: due + 60 * minutes, utc: due };
  const waiting = analysisOf({ verdict: verdictOf({ outcome: 'waiting' }), timerDue });
  assert.equal(passedSince(waiting, due + 30 * minutes), null);
  assert.equal(
    passedSince(waiting, due + 31 * minutes),
    "The timer's time, 2026-11-22 03:17:00 local time, has passed since: collect again.",
  );
  const enrolled = analysisOf({ verdict: verdictOf({ outcome: 'enrolled' }), timerDue });
  assert.equal(passedSince(enrolled, due + 600 * minutes), null);
});

test('a timer of an unknown zone has passed when it has in every zone', () => {
  const timerDue = { local: due, utc: null };
  const waiting = analysisOf({ verdict: verdictOf({ outcome: 'waiting' }), timerDue });
  assert.equal(passedSince(waiting, due + 14 * 60 * minutes), null);
  assert.notEqual(passedSince(waiting, due + 15 * 60 * minutes), null);
});

test('a next attempt that is due counts only for the last failure', () => {
  const failed = attemptOf({ retryAt: { local: due, utc: due } });
  assert.match(passedSince(analysisOf({ attempts: [failed] }), due + 60 * minutes) ?? '', /next attempt/);
  const last = attemptOf({ retryAt: null });
  assert.equal(passedSince(analysisOf({ attempts: [failed, last] }), due + 60 * minutes), null);
});
