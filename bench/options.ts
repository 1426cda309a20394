import { parseArgs } from 'node:util';

/** What a run of the benchmark is told on the command line. */
export interface Options {
  /** Size of the generated data: 1 is a log of 200 MB and a folder of 1 GB. */
  readonly scale: number;
  readonly rounds: number;
  /** Rounds of the cases that `slowCases` names. */
  readonly slowRounds: number;
  /** Whether the run is to take a minute, and its figures to be rough. */
  readonly quick: boolean;
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
  const { quick } = values;
  return {
    scale: positive(values.scale, quick ? 0.1 : 1),
    rounds: positive(values.rounds, quick ? 3 : 5),
    slowRounds: positive(values.rounds, quick ? 1 : 5),
    quick,
    only: values.only.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim().toUpperCase()])),
  };
}

function positive(text: string | undefined, usual: number): number {
  const number = text === undefined ? usual : Number(text);
  if (!(number > 0)) throw new Error(`Not a number above zero: ${text ?? ''}`);
  return number;
}
