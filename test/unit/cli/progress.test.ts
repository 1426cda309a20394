import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processConsole } from '../../../server/src/cli/console.ts';
import { tellOfRedaction } from '../../../server/src/cli/progress.ts';

function told(megabytes: number): string {
  let error = '';
  const console = { ...processConsole(), errorIsTerminal: false, error: (text: string) => (error += text) };
  tellOfRedaction([{ bytes: megabytes * 1024 * 1024 }], console);
  return error;
}

test('before a long redaction stands one plain line, and before a short one none', () => {
  assert.equal(told(64), 'comgmt-lens: redacting 64 MB; this takes about a second for each.\n');
  assert.equal(told(1), '');
});
