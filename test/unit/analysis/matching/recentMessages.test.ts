import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecentMessages } from '../../../../server/src/analysis/matching/recentMessages.ts';

test('a message that keeps coming back stays known, however many others come between', () => {
  const recent = new RecentMessages<number>();
  recent.set('Sending state', 7);
  for (let i = 0; i < 10_000; i++) {
    recent.set(`Job ${i} ended`, i);
    if (i % 900 === 0) assert.equal(recent.get('Sending state'), 7);
  }
  assert.equal(recent.get('Sending state'), 7);
});

test('what does not come back is forgotten, and long messages are not kept', () => {
  const recent = new RecentMessages<number>();
  recent.set('once', 1);
  recent.set('x'.repeat(401), 2);
  for (let i = 0; i < 2500; i++) recent.set(`Job ${i} ended`, i);
  assert.equal(recent.get('once'), undefined);
  assert.equal(recent.get('x'.repeat(401)), undefined);
  assert.equal(recent.get('Job 2499 ended'), 2499);
});
