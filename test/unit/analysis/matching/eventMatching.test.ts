import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMessageMatcher } from '../../../../server/src/analysis/matching/messageMatcher.ts';
import { messageEntries } from '../../../../server/src/catalogue/messages/index.ts';
import type { MessageEntry } from '../../../../server/src/catalogue/types.ts';

function entry(
  id: string,
  template: string,
  event: Pick<MessageEntry, 'eventId' | 'byEventId'>,
): MessageEntry {
  return {
    id,
    logs: ['Events'],
    templates: [template],
    samples: [template],
    stage: null,
    tone: 'progress',
    signal: null,
    meaning: id,
    cause: null,
    remedy: null,
    reference: null,
    evidence: 'unverified',
    ...event,
  };
}

const matcher = createMessageMatcher(
  [
    entry('one', 'the enrollment ended with a result', { eventId: 1 }),
    entry('two', 'the enrollment ended', { eventId: 2, byEventId: true }),
    entry('none', 'the enrollment', {}),
  ],
  [],
);

function idOf(eventId: number | null): string | undefined {
  return matcher.match('the enrollment ended with a result', null, eventId)?.entry.id;
}

test('the number of an event chooses between wordings that fit alike', () => {
  assert.equal(idOf(null), 'one');
  assert.equal(idOf(1), 'one');
  assert.equal(idOf(2), 'two');
});

test('an entry of another number is the last choice', () => {
  assert.equal(idOf(3), 'none');
  assert.equal(matcher.match('the enrollment ended with a result', 'Events', 3)?.entry.id, 'none');
});

test('the number alone tells an event only where the entry says so, and in its own log', () => {
  assert.equal(matcher.matchEvent('Events', 2)?.entry.id, 'two');
  assert.equal(matcher.matchEvent('Events', 1), null);
  assert.equal(matcher.matchEvent('Other', 2), null);
});

test('no two entries of the catalogue claim the same event by its number', () => {
  const claims = messageEntries
    .filter((one) => one.byEventId === true)
    .flatMap((one) => one.logs.map((log) => `${log} ${String(one.eventId)}`));
  assert.ok(claims.length > 0);
  assert.deepEqual(
    claims.filter((claim, index) => claims.indexOf(claim) !== index || claim.endsWith('undefined')),
    [],
  );
});
