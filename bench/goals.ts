import { median } from './measurement.ts';
import { megabytes, timeFigure } from './sizes.ts';

/** What all rounds measured: for each name one figure a round. */
export interface Rounds {
  /** A figure of a case: `time` gives its milliseconds. Empty where the case did not run. */
  figure(name: string, figure?: string): readonly number[];
}

/** A goal that can be measured without a person. */
export interface Goal {
  readonly id: string;
  readonly title: string;
  /** Names of the cases that it needs, references included. */
  readonly cases: readonly string[];
  /** The goal as a number; the measured value should not be above it, or not below it where `atLeast`. */
  readonly limit: number;
  readonly unit: string;
  readonly atLeast?: boolean;
  /** One value a round. */
  readonly values: (rounds: Rounds) => readonly number[];
}

const figure = (name: string, of: string) => (rounds: Rounds) => rounds.figure(name, of);
/** Both of the same round, so that what slows the machine down slows down both. */
const ratio =
  (name: string, reference: string, of = 'time') =>
  (rounds: Rounds) =>
    ratios(rounds.figure(name, of), rounds.figure(reference, of));

function ratios(values: readonly number[], references: readonly number[]): readonly number[] {
  return values.flatMap((value, i) => {
    const by = references[i];
    return by === undefined ? [] : [value / by];
  });
}

/** The goals of the performance part, one line each, in the order of their ids. Titles name the sizes that ran. */
export function goalsAt(scale: number): readonly Goal[] {
  return goals.map((goal) => (typeof goal === 'function' ? goal(scale) : goal));
}

/** A goal whose sizes depend on the scale is a function of it. */
const goals: readonly (Goal | ((scale: number) => Goal))[] = [
  {
    id: 'G1',
    title: 'file to full index, against rg',
    cases: ['index', 'rg'],
    limit: 4,
    unit: '×',
    values: ratio('index', 'rg'),
  },
  {
    id: 'G1',
    title: 'the same in processor time',
    cases: ['index', 'rg'],
    limit: 4,
    unit: '×',
    values: ratio('index', 'rg', 'cpu ms'),
  },
  {
    id: 'G1',
    title: 'the same, against counting openers in the engine',
    cases: ['index', 'openers'],
    limit: 9,
    unit: '×',
    values: ratio('index', 'openers'),
  },
  {
    id: 'G2',
    title: 'index, catalogue and codes, against rg',
    cases: ['read', 'rg'],
    limit: 6.5,
    unit: '×',
    values: ratio('read', 'rg'),
  },
  {
    id: 'G2',
    title: 'the same in processor time',
    cases: ['read', 'rg'],
    limit: 6.5,
    unit: '×',
    values: ratio('read', 'rg', 'cpu ms'),
  },
  {
    id: 'G2',
    title: 'the same, against lnav, which only indexes',
    cases: ['read', 'lnav'],
    limit: 0.6,
    unit: '×',
    values: ratio('read', 'lnav'),
  },
  {
    id: 'G3',
    title: '500 entries in the catalogue, against 120',
    cases: ['read, 500 entries', 'read, 120 entries'],
    limit: 1.2,
    unit: '×',
    values: ratio('read, 500 entries', 'read, 120 entries'),
  },
  {
    id: 'G4',
    title: 'memory of the index',
    cases: ['memory'],
    limit: 40,
    unit: 'B/record',
    values: figure('memory', 'bytes a record'),
  },
  {
    id: 'G4',
    title: 'an object for each record, against that',
    cases: ['memory'],
    limit: 7,
    unit: '×',
    atLeast: true,
    values: figure('memory', 'object / record'),
  },
  {
    id: 'G5',
    title: 'didOpen to diagnostics, 10 MB, cold, against an echo',
    cases: ['open a document'],
    limit: 2,
    unit: '×',
    values: figure('open a document', 'cold / echo'),
  },
  {
    id: 'G5',
    title: 'the same, warm',
    cases: ['open a document'],
    limit: 1.5,
    unit: '×',
    values: figure('open a document', 'warm / echo'),
  },
  {
    id: 'G6',
    title: 'hover p99, against the p99 of an echo',
    cases: ['hover'],
    limit: 2,
    unit: '×',
    values: figure('hover', 'hover p99 / echo p99'),
  },
  {
    id: 'G6',
    title: 'hover p99 while a folder is read',
    cases: ['hover during a scan'],
    limit: 20,
    unit: 'ms',
    values: figure('hover during a scan', 'hover p99 ms'),
  },
  {
    id: 'G7',
    title: 'folder on one thread, against rg',
    cases: ['folder', 'rg folder'],
    limit: 10,
    unit: '×',
    values: ratio('folder', 'rg folder'),
  },
  {
    id: 'G7',
    title: 'the same in processor time',
    cases: ['folder', 'rg folder'],
    limit: 10,
    unit: '×',
    values: ratio('folder', 'rg folder', 'cpu ms'),
  },
  {
    id: 'G7',
    title: 'the first file, as a part of that',
    cases: ['folder'],
    limit: 0.1,
    unit: '',
    values: (rounds) => ratios(rounds.figure('folder', 'first file ms'), rounds.figure('folder')),
  },
  {
    id: 'G7',
    title: 'memory of that process',
    cases: ['folder'],
    limit: 400,
    unit: 'MB',
    values: figure('folder', 'RSS MB'),
  },
  {
    id: 'G7',
    title: 'folder in the server, judged, against rg',
    cases: ['hover during a scan', 'rg folder'],
    limit: 10,
    unit: '×',
    values: ratio('hover during a scan', 'rg folder'),
  },
  {
    id: 'G7',
    title: 'memory of the server then',
    cases: ['hover during a scan'],
    limit: 400,
    unit: 'MB',
    values: figure('hover during a scan', 'RSS MB'),
  },
  {
    id: 'G8',
    title: 'reading 10 MB again, against a tail of ten records',
    cases: ['tail'],
    limit: 500,
    unit: '×',
    atLeast: true,
    values: figure('tail', 'whole / tail'),
  },
  {
    id: 'G8',
    title: 'the tail, p99',
    cases: ['tail'],
    limit: 1,
    unit: 'ms',
    values: figure('tail', 'p99 ms'),
  },
  {
    id: 'G9',
    title: 'a typed character in 10 MB: our part, against the text’s own',
    cases: ['edit a document'],
    limit: 0.5,
    unit: '×',
    values: figure('edit a document', 'our part / update'),
  },
  ...[
    'unclosed openers',
    'components in turn',
    'closers without attributes',
    'one long message',
    'quotes in an attribute',
    'NULs',
    'torn lines',
  ].map((text): Goal => ({
    id: 'G10',
    title: `twice the text: ${text}`,
    cases: ['linearity'],
    limit: 2.5,
    unit: '×',
    values: figure('linearity', text),
  })),
  {
    id: 'G11',
    title: 'grammar, against one with a rule for each attribute',
    cases: ['grammar'],
    limit: 1 / 3,
    unit: '×',
    values: figure('grammar', 'ratio'),
  },
  {
    id: 'G11',
    title: 'grammar, rate',
    cases: ['grammar'],
    limit: 20,
    unit: 'MB/s',
    atLeast: true,
    values: figure('grammar', 'MB/s'),
  },
  {
    id: 'G12',
    title: 'registry export to keys and values, against rg',
    cases: ['registry file', 'rg registry'],
    limit: 2.5,
    unit: '×',
    values: ratio('registry file', 'rg registry'),
  },
  {
    id: 'G12',
    title: 'the same in processor time',
    cases: ['registry file', 'rg registry'],
    limit: 2.5,
    unit: '×',
    values: ratio('registry file', 'rg registry', 'cpu ms'),
  },
  {
    id: 'G12',
    title: 'memory of the index',
    cases: ['registry memory'],
    limit: 40,
    unit: 'B/value',
    values: figure('registry memory', 'bytes a value'),
  },
  grown('G12', 'read in full and matched: ten times the export', 'registry snapshots', 10),
  {
    id: 'G14',
    title: 'start to initialize, beyond an empty process',
    cases: ['start'],
    limit: 50,
    unit: 'ms',
    values: figure('start', 'beyond that ms'),
  },
  {
    id: 'G14',
    title: 'bundle that the server starts with',
    cases: ['start'],
    limit: 300,
    unit: 'KB',
    values: figure('start', 'server KB'),
  },
  {
    id: 'G14',
    title: 'the same with the core, which is loaded after the start',
    cases: ['start'],
    limit: 300,
    unit: 'KB',
    values: figure('start', 'server and core KB'),
  },
  ...[1, 10, 100].map((size) => grown('growth', 'ten times the log', 'growth', size)),
];

export type Verdict = 'met' | 'missed' | 'within noise' | 'not measured';

/** The machine may be busy: up to 1.3 times a goal is no miss yet. */
export const noise = 1.3;

export function judge(goal: Goal, rounds: Rounds): { readonly value: number; readonly verdict: Verdict } {
  const value = median(goal.values(rounds));
  if (Number.isNaN(value)) return { value, verdict: 'not measured' };
  const excess = goal.atLeast === true ? goal.limit / value : value / goal.limit;
  return { value, verdict: excess <= 1 ? 'met' : excess <= noise ? 'within noise' : 'missed' };
}

/** Ten times a size may take ten times as long; `size` is in megabytes at scale 1. */
function grown(id: string, what: string, name: string, size: number): (scale: number) => Goal {
  return (scale) => {
    const [small, large] = [size * scale, size * scale * 10];
    return {
      id,
      title: `${what}, ${megabytes(small)} to ${megabytes(large)}`,
      cases: [name],
      limit: 10,
      unit: '×',
      values: (rounds) =>
        ratios(rounds.figure(name, timeFigure(large)), rounds.figure(name, timeFigure(small))),
    };
  };
}
