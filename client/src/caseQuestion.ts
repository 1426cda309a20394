import type { LanguageClient } from 'vscode-languageclient/node';
import type { CaseParams, RootsParams } from '../../server/src/protocol.ts';
import type { CaseRoots } from './caseRoots.ts';
import { documentAtHand } from './documentAtHand.ts';

/** The folders in question, as the server wants them. */
export function rootsParams(client: LanguageClient, roots: CaseRoots): RootsParams {
  return { roots: roots.all().map((root) => client.code2ProtocolConverter.asUri(root)) };
}

/** The folders in question and the document at hand, as the server wants them. */
export function caseParams(client: LanguageClient, roots: CaseRoots): CaseParams {
  const uri = documentAtHand();
  return {
    ...rootsParams(client, roots),
    uri: uri === undefined ? null : client.code2ProtocolConverter.asUri(uri),
  };
}
