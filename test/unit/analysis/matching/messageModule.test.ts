import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MessageModule, sortedMessage } from '../../../../server/src/analysis/matching/messageModule.ts';
import { pathOf, phraseTree } from '../../../../server/src/analysis/matching/phraseTree.ts';

function sorter(): MessageModule {
  return new MessageModule(phraseTree(['job', 'sending state'].map(pathOf)));
}

/** What is told of one message: its place, or what stands for none; null where nothing is told. */
function sort(module: MessageModule, message: string, log = 0, isTrouble = false): number | null {
  const text = `...${message}...`;
  module.window.moveTo(text, 0);
  module.starts[0] = 3;
  module.ends[0] = 3 + message.length;
  module.marks[0] = log * 2 + (isTrouble ? 1 : 0);
  return module.sort(1) === 0 ? null : (module.toldPlaces[0] ?? null);
}

/** Whether a message is kept and told of for the first time since. */
function isFresh(place: number | null): boolean {
  return place !== null && place >= sortedMessage.fresh && place < sortedMessage.silent;
}

test('a message that may say something is kept, and fresh until it was told of', () => {
  const module = sorter();
  const place = (sort(module, 'Sending state') ?? 0) - sortedMessage.fresh;
  assert.ok(place >= 0 && place < sortedMessage.fresh, `${place}`);
  assert.equal(sort(module, 'Sending state'), place);
  assert.equal(sort(module, 'Sending state', 0, true), place);
  const ofAnother = sort(module, 'Sending state', 1) ?? 0;
  assert.ok(isFresh(ofAnother), 'that of another log is another one');
});

test('of what says nothing is told where it is marked as trouble, and of what turned out to say nothing', () => {
  const module = sorter();
  assert.equal(sort(module, 'Nothing to see'), null);
  assert.equal(sort(module, 'Nothing else', 0, true), sortedMessage.silent);
  assert.equal(sort(module, 'Nothing to see'), null);
  assert.ok(isFresh(sort(module, 'Nothing to see', 0, true)));

  const place = (sort(module, 'Job ended') ?? 0) - sortedMessage.fresh;
  module.silence(place);
  assert.equal(sort(module, 'Job ended'), null);
  assert.equal(sort(module, 'Job ended', 0, true), place);
});

test('a message that keeps coming back stays, however many others come once', () => {
  const module = sorter();
  const place = (sort(module, 'Sending state') ?? 0) - sortedMessage.fresh;
  for (let i = 0; i < 20_000; i++) {
    sort(module, `Job ${i} ended`);
    assert.equal(sort(module, 'Sending state'), place, `after ${i} others`);
  }
});

test('what is kept is bounded, and long messages are not kept', () => {
  const module = sorter();
  const messages = Array.from({ length: 20_000 }, (_, i) => `Job ${i} ended`);
  for (const message of messages) sort(module, message);
  // The last ones first: each that is asked for and gone takes the place of another.
  const kept = messages.toReversed().filter((message) => !isFresh(sort(module, message)));
  assert.ok(kept.length > 1000 && kept.length <= 8192, `${kept.length} are kept`);
  const long = `job ${'x'.repeat(253)}`;
  for (let i = 0; i < 3; i++) assert.equal(sort(module, long), sortedMessage.unkept);
});

test('messages that look alike have places of their own', () => {
  const module = sorter();
  const messages = Array.from({ length: 300 }, (_, i) => `job${'x'.repeat(i % 40)} ${i}${'y'.repeat(i % 7)}`);
  const places = new Map<number, string>();
  let kept = 0;
  for (let round = 0; round < 3; round++) {
    for (const message of messages) {
      const place = sort(module, message) ?? 0;
      if (place >= sortedMessage.silent) continue;
      if (place >= sortedMessage.fresh) {
        places.set(place - sortedMessage.fresh, message);
      } else {
        assert.equal(places.get(place), message);
        kept++;
      }
    }
  }
  assert.ok(kept > 200, `${kept} were kept`);
});
