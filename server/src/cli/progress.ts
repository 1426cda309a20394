import { basename } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import type { Reading } from '../analysis/index.ts';
import type { Console } from './console.ts';

/** Tells what is being read, on standard error and only where that is a terminal. */
export interface Progress {
  readonly show: (path: string) => void;
  readonly end: () => void;
}

/**
 * A bar without a total: how many files a folder holds is not known before it was walked. It leaves the terminal's
 * cursor and line wrap as they are: whatever ends the process, a signal or a crash, nothing has to be restored, and
 * Ctrl+C works at once while a large file keeps the thread busy, which it would not with a listener.
 */
export function createProgress(
  { errorIsTerminal }: Pick<Console, 'errorIsTerminal'>,
  stream: NodeJS.WritableStream = process.stderr,
): Progress {
  if (!errorIsTerminal) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    {
      format: (_options, { value }, { file }: { readonly file: string }) => readingLine(value, file),
      clearOnComplete: true,
      hideCursor: false,
      // True cuts a line at the width of the terminal; false would turn off its line wrap.
      linewrap: true,
      gracefulExit: false,
      stream,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show(path) {
      const file = basename(path).slice(0, 40);
      if (started) bar.increment(1, { file });
      else bar.start(0, 1, { file });
      started = true;
    },
    end() {
      if (started) bar.stop();
      started = false;
    },
  };
}

function readingLine(count: number, file: string): string {
  return `reading ${count === 1 ? '1 file' : `${count.toLocaleString('en')} files`} · ${file}`;
}

/** One plain line before a long silence: redaction goes over every text several times. */
export function tellOfRedaction(readings: readonly Pick<Reading, 'bytes'>[], console: Console): void {
  const megabytes = readings.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 / 1024;
  if (megabytes < longRedaction) return;
  console.error(`comgmt-lens: redacting ${megabytes.toFixed(0)} MB; this takes about a second for each.\n`);
}

/** In megabytes: what takes long enough to be wondered about. */
const longRedaction = 8;
