import { parseArgs } from 'node:util';

/** What a run of the benchmark is told on the command line. */
export interface Options {
  /** Size of the generated data: 1 is a log of 200 MB and a folder of 1 GB. */
  readonly scale: number;
  readonly rounds: number;
  /** Goals to measure, such as `G1`; empty for all. */
  readonly only: readonly string[];
}

/** Reads `--quick`, `--scale N`, `--rounds N` and `--only G1,G2`. Throws where a number is none. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      scale: { type: 'string' },
      rounds: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  });
  return {
    scale: positive(values.scale, values.quick ? 0.1 : 1),
    rounds: positive(values.rounds, values.quick ? 3 : 5),
    only: values.only.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim().toUpperCase()])),
  };
}

function positive(text: string | undefined, usual: number): number {
  const number = text === undefined ? usual : Number(text);
  if (!(number > 0)) throw new Error(`Not a number above zero: ${text ?? ''}`);
  return number;
}
