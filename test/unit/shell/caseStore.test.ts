import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createAnalyser,
  createEditorFeatures,
  isArtefactName,
  OpenDocument,
} from '../../../server/src/analysis/index.ts';
import type { Analyser } from '../../../server/src/analysis/index.ts';
import { assembleCatalogue, catalogueData } from '../../../server/src/catalogue/index.ts';
import { CaseStore } from '../../../server/src/shell/caseStore.ts';
import type { CaseStoreParams } from '../../../server/src/shell/caseStore.ts';
import { DiagnosticsPublisher } from '../../../server/src/shell/diagnosticsPublisher.ts';
import { EditedDocuments } from '../../../server/src/shell/editedDocuments.ts';
import type { Snapshot } from '../../../server/src/shell/knownCase.ts';
import { failed, logName, logOf } from '../../server/artefacts.ts';
import { MemoryFiles, root } from '../../server/harness.ts';
import { noCodes } from '../analysis/noCodes.ts';

const catalogue = assembleCatalogue(catalogueData, noCodes);
const analyser = createAnalyser(catalogue);
const features = createEditorFeatures(catalogue);

/** A store over files in memory, and what it logged. */
function storeOf(
  files: MemoryFiles,
  broken: Partial<Analyser> = {},
  params: Partial<CaseStoreParams> = {},
): { readonly store: CaseStore; readonly log: readonly string[] } {
  const log: string[] = [];
  const store = new CaseStore({
    analyser: { ...analyser, ...broken },
    features,
    files,
    pool: null,
    isCandidate: isArtefactName,
    edited: new EditedDocuments(),
    openDocuments: () => [],
    onProgress: () => undefined,
    pause: () => null,
    log: (line) => log.push(line),
    ...params,
  });
  store.setRoots([root]);
  return { store, log };
}

const twoDevices = { [`PC-1/${logName}`]: logOf(failed), [`PC-2/${logName}`]: logOf(failed) };
/** Fails at whatever lies in PC-2, as long as `isBroken` says so. */
const failingAtReading = (isBroken: () => boolean): Partial<Analyser> => ({
  read: (path, ...rest) => {
    if (isBroken() && path.startsWith('PC-2/')) throw new TypeError('no such column');
    return analyser.read(path, ...rest);
  },
});

test('a file that the analysis fails at is told as a fault of ours, and takes no other with it', async () => {
  const { store, log } = storeOf(
    new MemoryFiles(twoDevices),
    failingAtReading(() => true),
  );
  const { cases, omissions } = await store.current();
  assert.deepEqual(
    cases.map(({ analysis }) => analysis.name),
    ['PC-1'],
  );
  assert.match(omissions.join(), /^PC-2\/CoManagementHandler\.log: .*failed at this file.*no such column/);
  assert.match(log.join(), /PC-2.*TypeError: no such column\n +at /);
});

test('a file that the disk does not give is told as unreadable, and nothing is logged', async () => {
  const files = new MemoryFiles({ [logName]: logOf(failed) });
  files.locked.add(logName);
  const { store, log } = storeOf(files);
  assert.deepEqual((await store.current()).omissions, [
    `${logName}: The file could not be read: EBUSY. Refresh to try again.`,
  ]);
  assert.deepEqual(log, []);
});

test('who asks while a reading goes on is told what it finds, not what was known before', async () => {
  const files = new MemoryFiles({ [`PC-1/${logName}`]: logOf(failed) });
  const { store } = storeOf(files);
  await store.current();
  files.write(`PC-2/${logName}`, logOf(failed));
  store.filesChanged([`${root}/PC-2/${logName}`]);
  const release = files.hold();
  const [first, second] = [store.current(), store.current()];
  release();
  assert.equal((await first).cases.length, 2);
  assert.equal((await second).cases.length, 2);
});

test('who asks while everything changes all the time is told what was so when they asked', async () => {
  let changing = false;
  let judgements = 0;
  let late: readonly Promise<Snapshot>[] = [];
  const { store } = storeOf(
    new MemoryFiles({ [`PC-1/${logName}`]: logOf(failed) }),
    {
      analyseInSteps: (name, ...rest) => {
        // Beyond this the question would not be answered at all, and neither would this test.
        if (++judgements > 50) changing = false;
        return analyser.analyseInSteps(name, ...rest);
      },
    },
    {
      pause: () => {
        if (!changing) return null;
        if (judgements === 1 && late.length === 0) late = [store.current(), store.current()];
        store.setOptions({ now: null, bias: judgements });
        return null;
      },
    },
  );
  await store.current();
  changing = true;
  judgements = 0;
  store.setOptions({ now: null, bias: 60 });
  const first = await store.current();
  const [second, third] = await Promise.all(late);
  assert.equal(judgements, 2);
  assert.notEqual(second, first);
  assert.equal(second, third);
});

test('one case that cannot be judged stays one', async () => {
  const { store, log } = storeOf(new MemoryFiles(twoDevices), {
    analyseInSteps: (name, ...rest) => {
      if (name === 'PC-2') throw new RangeError('too many stages');
      return analyser.analyseInSteps(name, ...rest);
    },
  });
  const { cases, omissions } = await store.current();
  assert.deepEqual(
    cases.map(({ analysis }) => analysis.name),
    ['PC-1'],
  );
  assert.match(omissions.join(), /^Co-management Lens failed at the case PC-2, .*too many stages/);
  assert.match(log.join(), /RangeError/);
});

test('an open document that cannot be read takes no other with it', async () => {
  const uri = `${root}/PC-1/${logName}`;
  const document = TextDocument.create(uri, 'ccmlog', 1, 'never seen');
  const broken: Partial<Analyser> = {
    read: (path, text, ...rest) => {
      if (text === 'never seen') throw new TypeError('no such column');
      return analyser.read(path, text, ...rest);
    },
  };
  const { store, log } = storeOf(new MemoryFiles(twoDevices), broken, { openDocuments: () => [document] });
  const { cases, omissions } = await store.current();
  assert.equal(cases.length, 1);
  assert.match(log.join(), /no such column/);
  assert.match(omissions.join(), /^PC-1\/CoManagementHandler\.log: .*failed at this file/);
});

test('an open document that the analysis fails at says so itself', async () => {
  const uri = `${root}/PC-2/${logName}`;
  const document = new OpenDocument(uri, 'ccmlog', 1, logOf(failed));
  const { store } = storeOf(
    new MemoryFiles({ ...twoDevices, 'PC-2/CcmExec.log': logOf(failed) }),
    {
      read: (path, ...rest) => {
        if (path.endsWith(logName)) throw new TypeError('no such column');
        return analyser.read(path, ...rest);
      },
    },
    { openDocuments: () => [document] },
  );
  const sent: PublishDiagnosticsParams[] = [];
  const publisher = new DiagnosticsPublisher(features, (params) => sent.push(params));
  await publisher.publish(await store.current());
  const told = sent.find((params) => params.uri === uri);
  assert.equal(told?.version, 1);
  assert.match(JSON.stringify(told.diagnostics), /failed at this file/);
});

test('after a reading that failed as a whole the next question reads again', async () => {
  let broken = true;
  const { store } = storeOf(
    new MemoryFiles(twoDevices),
    {},
    {
      onProgress: () => {
        if (broken) throw new Error('the connection is gone');
      },
    },
  );
  await assert.rejects(store.current(), /the connection is gone/);
  await assert.rejects(store.current(), /the connection is gone/);
  broken = false;
  assert.equal((await store.current()).cases.length, 2);
});

test('a folder whose listing failed is not taken for an empty one', async () => {
  let broken = true;
  const { store } = storeOf(
    new MemoryFiles(twoDevices),
    {},
    {
      isCandidate: (name) => {
        if (broken) throw new Error('no such name');
        return isArtefactName(name);
      },
    },
  );
  await assert.rejects(store.current(), /no such name/);
  broken = false;
  assert.equal((await store.current()).cases.length, 2);
});
