import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import type { ReadAnswer } from '../../../server/src/shell/readPool.ts';
import { threadWorker } from '../../../server/src/shell/threadWorker.ts';
import type { Thread } from '../../../server/src/shell/threadWorker.ts';

/** A thread that does nothing; the test emits what befalls it. */
class IdleThread extends EventEmitter implements Thread {
  postMessage(): void {}
  ref(): void {}
  unref(): void {}
  terminate(): Promise<unknown> {
    return Promise.reject(new Error('it is gone already'));
  }
}

for (const event of ['error', 'messageerror', 'exit']) {
  test(`who waits for a thread gets an answer on ${event}`, () => {
    const thread = new IdleThread();
    const worker = threadWorker(thread);
    const answers: ReadAnswer[] = [];
    worker.listen((answer) => answers.push(answer));
    worker.post({ uri: 'file:///a', path: 'a', keepText: true });
    thread.emit(event, new Error('no room'));
    assert.equal(answers.length, 1);
    assert.ok(answers[0] !== undefined && 'failure' in answers[0] && !answers[0].isUnreadable);
  });
}

test('the end of a thread is told, and ending it again disturbs nobody', async () => {
  const thread = new IdleThread();
  const worker = threadWorker(thread);
  let ends = 0;
  worker.onEnd(() => ends++);
  thread.emit('exit');
  worker.terminate();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(ends, 1);
});
