import { writeFile } from 'node:fs/promises';
import type { Console } from './console.ts';
import { writeReasonOf } from './writeReason.ts';

/** Writes the result to a file, or to standard output where none is given. False, with a message, if it cannot. */
export async function writeResult(text: string, output: string | null, console: Console): Promise<boolean> {
  if (output === null) {
    console.out(text);
    return true;
  }
  try {
    await writeFile(output, text);
    return true;
  } catch (error) {
    console.error(`comgmt-lens: cannot write ${output}: ${writeReasonOf(error)}.\n`);
    return false;
  }
}
