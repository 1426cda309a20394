import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deepestFolder, findCandidates } from '../../../server/src/shell/findCandidates.ts';
import type { Candidates } from '../../../server/src/shell/findCandidates.ts';
import type { DirectoryEntry, FileSystem } from '../../../server/src/shell/runtime.ts';
import { uriKey } from '../../../server/src/shell/uris.ts';

const unused = () => Promise.reject(new Error('not needed here'));

function search(
  readDirectory: (uri: string) => readonly DirectoryEntry[],
  options: { readonly depth?: number; readonly except?: readonly string[]; readonly aborted?: boolean } = {},
): Promise<Candidates> {
  const files: FileSystem = {
    open: () => Promise.reject(new Error('not asked for')),
    readSource: () => Promise.reject(new Error('not asked for')),
    readFile: unused,
    stat: unused,
    readDirectory: (uri) => new Promise((resolve) => resolve(readDirectory(uri))),
  };
  return findCandidates({
    folder: 'file:///cases',
    files,
    isCandidate: (name) => name.endsWith('.log'),
    depth: options.depth ?? deepestFolder,
    except: new Set((options.except ?? []).map(uriKey)),
    signal: options.aborted === true ? AbortSignal.abort() : new AbortController().signal,
  });
}

const file = (name: string): DirectoryEntry => ({ name, type: 'file' });
const folder = (name: string): DirectoryEntry => ({ name, type: 'folder' });

test('a folder that contains itself has an end', async () => {
  const { files } = await search(() => [folder('again'), file('a.log')]);
  assert.equal(files.length, deepestFolder + 1);
});

test('names are asked for, hidden folders and other roots are not', async () => {
  const { files } = await search(
    (uri) =>
      uri === 'file:///cases'
        ? [folder('.git'), folder('root'), folder('PC-1'), file('a.txt')]
        : [file('b.log')],
    { except: ['file:///cases/root'] },
  );
  assert.deepEqual(files, [{ uri: 'file:///cases/PC-1/b.log', path: 'PC-1/b.log' }]);
});

test('without depth the folder itself is read', async () => {
  const { files } = await search(() => [folder('PC-1'), file('a.log')], { depth: 0 });
  assert.deepEqual(
    files.map(({ path }) => path),
    ['a.log'],
  );
});

test('a folder that cannot be read is named, the others are read', async () => {
  const { files, omissions } = await search((uri) => {
    if (uri.endsWith('locked')) throw new Error('EACCES');
    return uri.endsWith('cases') ? [folder('locked'), folder('open')] : [file('a.log')];
  });
  assert.deepEqual(
    files.map(({ path }) => path),
    ['open/a.log'],
  );
  assert.deepEqual(omissions, ['The folder locked could not be read.']);
});

test('too many files are cut off, and that is said', async () => {
  const { files, omissions, seen } = await search(() =>
    Array.from({ length: 2_500 }, (_, index) => file(`${index}.log`)),
  );
  assert.equal(seen, 2_500);
  assert.equal(files.length, 2_000);
  assert.match(omissions[0] ?? '', /^Only the first 2,000 files/);
});

test('a search that is stopped finds nothing more', async () => {
  assert.deepEqual(await search(() => [file('a.log')], { aborted: true }), {
    files: [],
    omissions: [],
    seen: 0,
  });
});
