import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lazily } from '../../../server/src/shell/lazily.ts';

test('a value is made when first looked at, and once', () => {
  let made = 0;
  const value = lazily(() => ({ number: ++made, twice: (by: number) => by * 2 }));
  assert.equal(made, 0);
  assert.equal(value.twice(4), 8);
  assert.equal(value.number, 1);
  assert.equal(made, 1);
});

test('methods find the private fields of the value', () => {
  class Counter {
    #count = 0;
    next(): number {
      return ++this.#count;
    }
  }
  const counter = lazily(() => new Counter());
  assert.deepEqual([counter.next(), counter.next()], [1, 2]);
});

test('making that fails is tried again', () => {
  let tries = 0;
  const value = lazily(() => {
    if (++tries === 1) throw new Error('not yet');
    return { tries };
  });
  assert.throws(() => value.tries, /not yet/);
  assert.equal(value.tries, 2);
});
