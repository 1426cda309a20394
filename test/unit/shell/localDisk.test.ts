import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOnLocalDisk } from '../../../server/src/shell/localDisk.ts';
import type { DiskQuestions } from '../../../server/src/shell/localDisk.ts';

/** A system on which every path leads to `real` and lies on a file system of that type. */
function system(platform: NodeJS.Platform, real: string, type = 0): DiskQuestions {
  return {
    platform,
    realPath: () => Promise.resolve(real),
    fileSystemType: () => Promise.resolve(type),
  };
}

test('on Windows a share is none of our disks, by its name or behind a letter', async () => {
  const log = 'Windows\\CCM\\Logs\\CcmExec.log';
  const isLocal = (path: string, real = path): Promise<boolean> => isOnLocalDisk(path, system('win32', real));
  assert.equal(await isLocal(`C:\\${log}`), true);
  assert.equal(await isLocal(`\\\\client\\admin$\\CCM\\Logs\\CcmExec.log`), false);
  assert.equal(await isLocal(`Z:\\${log}`, `\\\\client\\c$\\${log}`), false);
});

test('a share is not even asked where its name tells', async () => {
  const silent: DiskQuestions = {
    ...system('win32', ''),
    realPath: () => assert.fail('was asked'),
  };
  assert.equal(await isOnLocalDisk('\\\\client\\admin$\\CcmExec.log', silent), false);
});

test('on Linux the file system tells', async () => {
  const isLocal = (type: number): Promise<boolean> => isOnLocalDisk('/log', system('linux', '/log', type));
  assert.deepEqual(await Promise.all([0xef53, 0x794c7630].map(isLocal)), [true, true]);
  // NFS, CIFS, SMB2, FUSE (sshfs) and 9P (Windows' disks in WSL).
  const shares = [0x6969, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997];
  assert.deepEqual(new Set(await Promise.all(shares.map(isLocal))), new Set([false]));
});

test('what cannot be told is no local disk', async () => {
  const broken: DiskQuestions = {
    ...system('win32', ''),
    realPath: () => Promise.reject(new Error('EISDIR')),
  };
  assert.equal(await isOnLocalDisk('R:\\CcmExec.log', broken), false);
  assert.equal(await isOnLocalDisk('/log', system('darwin', '/log', 0xef53)), false);
});
