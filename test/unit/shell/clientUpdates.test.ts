import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBackground } from '../../../server/src/shell/background.ts';
import { ClientUpdates } from '../../../server/src/shell/clientUpdates.ts';
import type { KnownCase, Snapshot } from '../../../server/src/shell/knownCase.ts';
import { createSnapshot } from '../../../server/src/shell/snapshot.ts';
import type { ShownNote } from '../../../server/src/protocol.ts';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const noNotes: ReadonlyMap<KnownCase, readonly ShownNote[]> = new Map();

test('findings that took longer to look up do not overwrite newer ones', async () => {
  const [older, newer] = [createSnapshot([], ['older']), createSnapshot([], ['newer'])];
  let latest = older;
  const release: (() => void)[] = [];
  const published: (readonly string[])[] = [];
  const log: string[] = [];
  const updates = new ClientUpdates({
    connection: {
      sendNotification: () => Promise.resolve(),
    },
    timers: {
      now: () => 0,
      after: (_, callback) => {
        callback();
        return () => undefined;
      },
    },
    inBackground: createBackground((line) => log.push(line)),
    store: { current: () => Promise.resolve(latest) },
    // The notes of the older snapshot take longer than everything else.
    notes: {
      byCase: (snapshot: Snapshot) =>
        snapshot === newer
          ? Promise.resolve(noNotes)
          : new Promise((resolve) => release.push(() => resolve(noNotes))),
    },
    publisher: {
      publish: ({ omissions }) => {
        published.push(omissions);
        return Promise.resolve();
      },
    },
    excerpts: { publish: () => Promise.resolve(new Map()) },
    changedExcerpts: { tell: () => Promise.resolve() },
  });
  updates.soon();
  await settle();
  latest = newer;
  updates.soon();
  await settle();
  for (const go of release) go();
  await settle();
  assert.deepEqual(published.at(-1), ['newer']);
  assert.deepEqual(log, []);
});
