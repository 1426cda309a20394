import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf, RecentMessages } from '../../../../server/src/analysis/matching/recentMessages.ts';
import { ByteWindow } from '../../../../server/src/analysis/text/byteWindow.ts';

/** Asks for a message, as a reader of logs does, and tells what is known of it where nothing was. */
function ask(recent: RecentMessages<number>, message: string, known: number): number | undefined {
  const text = `...${message}...`;
  const [start, end] = [3, 3 + message.length];
  const window = new ByteWindow();
  window.moveTo(text, 0);
  const digest = digestOf(window, start, end);
  const found = recent.get(digest, text, start, end);
  if (found === undefined) recent.set(digest, text, start, end, known);
  return found;
}

test('a message is known when it comes the third time', () => {
  const recent = new RecentMessages<number>();
  assert.equal(ask(recent, 'Sending state', 7), undefined);
  assert.equal(ask(recent, 'Sending state', 7), undefined);
  assert.equal(ask(recent, 'Sending state', 8), 7);
});

test('a message that keeps coming back stays known, however many others come once', () => {
  const recent = new RecentMessages<number>();
  for (let i = 0; i < 3; i++) ask(recent, 'Sending state', 7);
  for (let i = 0; i < 3000; i++) {
    ask(recent, `Job ${i} ended`, i);
    assert.equal(ask(recent, 'Sending state', 8), 7);
  }
});

test('what is kept is bounded, and long messages are not kept', () => {
  const recent = new RecentMessages<number>();
  for (let i = 0; i < 6_000; i++) for (let again = 0; again < 2; again++) ask(recent, `Job ${i} ended`, i);
  const known = Array.from({ length: 6_000 }, (_, i) => ask(recent, `Job ${i} ended`, -1)).filter(
    (each, i) => each === i,
  );
  assert.ok(known.length > 500 && known.length <= 2048, `${known.length} are known`);
  for (let i = 0; i < 3; i++) assert.equal(ask(recent, 'x'.repeat(401), 2), undefined);
});

test('messages that look alike are told apart', () => {
  const recent = new RecentMessages<number>();
  const messages = Array.from({ length: 300 }, (_, i) => `${'x'.repeat(i % 40)}${i}${'y'.repeat(i % 7)}`);
  let known = 0;
  for (let round = 0; round < 3; round++) {
    messages.forEach((message, i) => {
      const found = ask(recent, message, i);
      if (found === undefined) return;
      assert.equal(found, i, message);
      known++;
    });
  }
  assert.ok(known > 200, `${known} were known`);
});
