import { basename } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import type { Reading } from '../analysis/index.ts';
import type { Console } from './console.ts';

/** Tells what is being read, on standard error and only where that is a terminal. */
export interface Progress {
  readonly show: (path: string) => void;
  readonly end: () => void;
}

/** A bar without a total: how many files a folder holds is not known before it was walked. */
export function createProgress(console: Console): Progress {
  if (!console.errorIsTerminal) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    {
      format: 'reading {value} files · {file}',
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show(path) {
      if (!started) bar.start(0, 0, { file: '' });
      started = true;
      bar.increment(1, { file: basename(path).slice(0, 40) });
    },
    end() {
      if (started) bar.stop();
      started = false;
    },
  };
}

/** One plain line before a long silence: redaction goes over every text several times. */
export function tellOfRedaction(readings: readonly Pick<Reading, 'bytes'>[], console: Console): void {
  const megabytes = readings.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 / 1024;
  if (megabytes < longRedaction) return;
  console.error(`comgmt-lens: redacting ${megabytes.toFixed(0)} MB; this takes about a second for each.\n`);
}

/** In megabytes: what takes long enough to be wondered about. */
const longRedaction = 8;
