import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partitionIntoCases } from '../../../server/src/analysis/cases.ts';
import { caseNamesOf } from '../../../server/src/analysis/caseName.ts';
import { everydayFolders } from '../../../server/src/catalogue/everydayFolders.ts';

/** Writes the cases as `folder: file, file`, one line each; the key is the file's name. */
function partitioned(...paths: string[]): string[] {
  const files = paths.map((path) => ({ path, key: path.slice(path.lastIndexOf('/') + 1) }));
  return partitionIntoCases(files).map(
    ({ folder, files: members }) => `${folder || '.'}: ${members.map(({ path }) => path).join(', ')}`,
  );
}

const namesOf = (root: string, folders: readonly string[]) => caseNamesOf(root, folders, everydayFolders);

test('no files make no case', () => {
  assert.deepEqual(partitioned(), []);
});

test('a folder that holds artefacts is one case with everything below it', () => {
  assert.deepEqual(partitioned('a.log', 'Registry/ccm.reg', 'old/a.log'), [
    '.: a.log, Registry/ccm.reg, old/a.log',
  ]);
});

test('complementary subfolders are one case', () => {
  assert.deepEqual(partitioned('CCM/Logs/a.log', 'Registry/ccm.reg'), [
    '.: CCM/Logs/a.log, Registry/ccm.reg',
  ]);
});

test('subfolders that hold the same log are cases of their own', () => {
  assert.deepEqual(partitioned('PC-2/a.log', 'PC-1/a.log', 'PC-1/b.log'), [
    'PC-1: PC-1/a.log, PC-1/b.log',
    'PC-2: PC-2/a.log',
  ]);
});

test('each device may be spread over subfolders of its own', () => {
  assert.deepEqual(
    partitioned(
      'PC-1/CCM/Logs/a.log',
      'PC-1/Registry/ccm.reg',
      'PC-2/CCM/Logs/a.log',
      'PC-2/Registry/ccm.reg',
    ),
    ['PC-1: PC-1/CCM/Logs/a.log, PC-1/Registry/ccm.reg', 'PC-2: PC-2/CCM/Logs/a.log, PC-2/Registry/ccm.reg'],
  );
});

test('a folder of several devices is not merged with what stands beside it', () => {
  assert.deepEqual(partitioned('devices/PC-1/a.log', 'devices/PC-2/a.log', 'more/ccm.reg'), [
    'devices/PC-1: devices/PC-1/a.log',
    'devices/PC-2: devices/PC-2/a.log',
    'more: more/ccm.reg',
  ]);
});

test('a chain of folders ends at the folder that holds something', () => {
  assert.deepEqual(partitioned('PC-1/CCM/Logs/a.log'), ['PC-1/CCM/Logs: PC-1/CCM/Logs/a.log']);
});

test('a case is named after the device, not after CCM/Logs', () => {
  assert.deepEqual(namesOf('cases', ['PC-1/CCM/Logs', 'PC-2']), ['PC-1', 'PC-2']);
  assert.deepEqual(namesOf('PC-0815', ['']), ['PC-0815']);
  assert.deepEqual(namesOf('PC-0815', ['Windows/CCM/Logs']), ['PC-0815']);
  assert.deepEqual(namesOf('Logs', ['']), ['Logs']);
});

test('cases that would share a name are told apart by their path', () => {
  assert.deepEqual(namesOf('cases', ['reg', 'dsregcmd', 'Berlin/PC-1']), [
    'cases/reg',
    'cases/dsregcmd',
    'PC-1',
  ]);
});
