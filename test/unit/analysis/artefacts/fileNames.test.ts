import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  artefactGlob,
  isArtefactName,
  logNameOf,
} from '../../../../server/src/analysis/artefacts/fileNames.ts';

test('the log that a file is a part of', () => {
  const expected: Readonly<Record<string, readonly [string, number | string | null]>> = {
    'CoManagementHandler.log': ['CoManagementHandler', null],
    'CoManagementHandler.LOG': ['CoManagementHandler', null],
    'CoManagementHandler.lo_': ['CoManagementHandler', 1],
    'CIAgent-20261014-083846.log': ['CIAgent', '20261014-083846'],
    'IntuneManagementExtension-20261014-083846.log': ['IntuneManagementExtension', '20261014-083846'],
    'fspmgr-2026-10-14.log': ['fspmgr', '2026-10-14'],
    'ccmsetup.log.2': ['ccmsetup', 2],
    'ccmsetup.log.txt': ['ccmsetup', null],
    'ccmsetup.lo_.bak': ['ccmsetup', 1],
    'ccmsetup - Copy.log': ['ccmsetup', null],
    'ccmsetup (2).log': ['ccmsetup', null],
    '_IntuneManagementExtension.log': ['IntuneManagementExtension', null],
    'SCClient_CONTOSO@jdoe_1.log': ['SCClient', null],
    'SCNotify_CONTOSO@jdoe_1-20261014-083846.log': ['SCNotify', '20261014-083846'],
    'ccmsetup-ccmeval.log': ['ccmsetup-ccmeval', null],
    'client.msi.log': ['client.msi', null],
    'AgentExecutor.cmtrace': ['AgentExecutor', null],
    'handler.txt': ['handler', null],
    '___.log': ['___', null],
    '': ['', null],
  };
  for (const [fileName, [name, rotation]] of Object.entries(expected)) {
    assert.deepEqual(logNameOf(fileName), { name, rotation }, fileName);
  }
});

test('files of a folder that are worth reading', () => {
  const worth = [
    'a.log',
    'A.LOG',
    'a.lo_',
    'a.txt',
    'a.reg',
    'a.cmtrace',
    'a.log.3',
    'dsregcmd',
    'SOFTWARE',
    'NTUSER.DAT',
    'Events.csv',
    'Application-EVENTS.Xml',
    'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider%4Admin.xml',
    'AAD Operational.csv',
  ];
  const not = [
    'a.csv',
    'pom.xml',
    'roaad.xml',
    'events.json',
    'a.exe',
    'a.png',
    'LICENSE',
    'a.json',
    'log',
    '',
    '.gitignore',
    'a.logs',
  ];
  assert.deepEqual(worth.filter(isArtefactName), worth);
  assert.deepEqual(not.filter(isArtefactName), []);
  const watched = globAsRegExp(artefactGlob());
  assert.deepEqual(
    worth.filter((name) => watched.test(`CCM/Logs/${name}`)),
    worth,
  );
});

test('what is watched is not wider than it has to be', () => {
  const watched = globAsRegExp(artefactGlob());
  const not = [
    'a.csv',
    'pom.xml',
    'events.json',
    'a.exe',
    'a.png',
    'LICENSE',
    '.gitignore',
    'a.logs',
    'index.ts',
  ];
  assert.deepEqual(
    not.filter((name) => watched.test(`src/${name}`)),
    [],
  );
});

/** The part of the syntax of globs that is used: `**` and `/`, `*`, `{a,b}` and `[ab]`. */
function globAsRegExp(glob: string): RegExp {
  const parts: Readonly<Record<string, string>> = {
    '**/': '(?:.*/)?',
    '*': '[^/]*',
    '{': '(?:',
    '}': ')',
    ',': '|',
    '.': '\\.',
  };
  return new RegExp(`^${glob.replace(/\*\*\/|[*{},.]/g, (part) => parts[part] ?? part)}$`);
}
