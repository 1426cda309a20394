import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { processConsole } from '../../../server/src/cli/console.ts';
import { createProgress, tellOfRedaction } from '../../../server/src/cli/progress.ts';

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

/** A terminal that keeps what is written to it. */
class Terminal extends Writable {
  readonly isTTY = true;
  readonly columns = 80;
  written = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.written += chunk.toString();
    done();
  }
}

test('the bar changes no mode of the terminal, so that a signal at any time leaves it as it was', () => {
  const terminal = new Terminal();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const listeners = (): number[] => signals.map((signal) => process.listenerCount(signal));
  const before = listeners();
  const progress = createProgress({ errorIsTerminal: true }, terminal);
  progress.show('/case/a.log');
  // No listener either: with one, Ctrl+C would wait for the file that is being read.
  assert.deepEqual(listeners(), before);
  progress.end();
  assert.deepEqual(listeners(), before);
  assert.match(terminal.written, /reading/);
  assert.equal(terminal.written.includes('\u001b[?'), false);
});

test('the bar begins with the first file and counts them in words', () => {
  const terminal = new Terminal();
  const progress = createProgress({ errorIsTerminal: true }, terminal);
  progress.show('/case/logs/CoManagementHandler.log');
  const lines = (): string[] =>
    terminal.written.split('\u001b').flatMap((part) => /reading.*/.exec(part)?.[0] ?? []);
  assert.deepEqual(lines(), ['reading 1 file · CoManagementHandler.log']);
  progress.show('/case/logs/CcmExec.log');
  progress.end();
  assert.deepEqual(lines().slice(1), ['reading 2 files · CcmExec.log']);
});

test('where standard error is no terminal, no bar is drawn', () => {
  const terminal = new Terminal();
  const progress = createProgress({ errorIsTerminal: false }, terminal);
  progress.show('/case/a.log');
  progress.end();
  assert.equal(terminal.written, '');
});
