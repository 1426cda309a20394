import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { createAnalyser, createEditorFeatures, OpenDocument } from '../../../server/src/analysis/index.ts';
import { assembleCatalogue, catalogueData } from '../../../server/src/catalogue/index.ts';
import { DiagnosticsPublisher } from '../../../server/src/shell/diagnosticsPublisher.ts';
import type { Snapshot } from '../../../server/src/shell/knownCase.ts';
import { createSnapshot } from '../../../server/src/shell/snapshot.ts';
import { failed, logName, logOf, queued } from '../../server/artefacts.ts';
import { noCodes } from '../analysis/noCodes.ts';

const catalogue = assembleCatalogue(catalogueData, noCodes);
const analyser = createAnalyser(catalogue);
const uri = `file:///pc/${logName}`;

/** What is known of a case of one open document, as its text is now. */
function judged(document: OpenDocument): Snapshot {
  const text = document.getText();
  const reading = analyser.read(logName, text, null, text.length);
  const analysis = analyser.analyse('pc', [reading], { now: null, bias: null });
  const files = [{ uri, reading, document, version: document.version, open: true }];
  return createSnapshot([{ id: 'file:///pc', analysis, files, documents: () => document }], []);
}

test('findings of a text that was changed meanwhile are not shown in the new one', async () => {
  const sent: PublishDiagnosticsParams[] = [];
  const publisher = new DiagnosticsPublisher(createEditorFeatures(catalogue), (params) => sent.push(params));
  const document = new OpenDocument(uri, 'ccmlog', 1, logOf(queued, failed));
  const before = judged(document);
  await publisher.publish(before);
  assert.ok((sent.at(-1)?.diagnostics.length ?? 0) > 0);
  document.change({ text: logOf(queued) });
  document.isNow(2);
  await publisher.publish(before);
  const late = judged(document);
  document.change({ text: '' });
  document.isNow(3);
  await publisher.publish(late);
  assert.equal(sent.length, 1);
  await publisher.publish(judged(document));
  assert.deepEqual([sent.length, sent.at(-1)?.version], [2, 3]);
});

test('the findings of each file are its own, and the others have their turn in between', async () => {
  const sent: PublishDiagnosticsParams[] = [];
  let pauses = 0;
  const publisher = new DiagnosticsPublisher(
    createEditorFeatures(catalogue),
    (params) => sent.push(params),
    () => {
      pauses++;
      return Promise.resolve();
    },
  );
  await publisher.publish(judged(new OpenDocument(uri, 'ccmlog', 1, logOf(queued, failed))));
  assert.deepEqual([sent.length, pauses], [1, 1]);
});
