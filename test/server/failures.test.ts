import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ErrorCodes } from 'vscode-languageserver-protocol';
import {
  editNotesRequest,
  excerptTextRequest,
  exportRequest,
  importRequest,
  jumpTargetsRequest,
  lineEvidenceRequest,
  neighbourFindingRequest,
  notesPlacesRequest,
  notesRequest,
  openLinkRequest,
  redactionPreviewRequest,
  statusRequest,
  treeRequest,
  verdictMarkdownRequest,
} from '../../server/src/protocol.ts';
import { failed, logName, logOf } from './artefacts.ts';
import { MemoryFiles, root, TestClient } from './harness.ts';

const roots = [root];
const uri = `${root}/${logName}`;
const position = { line: 0, character: 0 };

/** Everything that the client asks on behalf of the user. */
const questions: readonly (readonly [type: { readonly method: string }, params: object])[] = [
  [treeRequest, { roots }],
  [statusRequest, { roots, uri }],
  [jumpTargetsRequest, { roots, uri }],
  [neighbourFindingRequest, { roots, uri, position, direction: 'next' }],
  [exportRequest, { roots, uri, format: 'json', version: '' }],
  [verdictMarkdownRequest, { roots, uri }],
  [redactionPreviewRequest, { roots, uri }],
  [lineEvidenceRequest, { roots, uri, position }],
  [openLinkRequest, { roots, link: `case=cases&file=${logName}&line=1` }],
  [importRequest, { roots, uri, text: '' }],
  [notesPlacesRequest, { roots }],
  [notesRequest, { roots, files: [] }],
  [editNotesRequest, { roots, caseId: root, text: '', edit: {}, author: '', time: '', at: null }],
  [excerptTextRequest, { uri: 'comgmt-excerpt:/x' }],
];

for (const [{ method }, params] of questions) {
  test(`${method} answers an error where the reading fails`, async () => {
    const files = new MemoryFiles({ [logName]: logOf(failed) });
    files.readDirectory = () => {
      throw new Error('the disk is gone');
    };
    using client = await TestClient.start({}, { files }, roots);
    await assert.rejects(client.connection.sendRequest(method, params), {
      code: ErrorCodes.InternalError,
      message: `The language server failed at the request ${method}: the disk is gone`,
    });
  });
}
