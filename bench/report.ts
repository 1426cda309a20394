import { judge, noise, type Goal, type Rounds } from './goals.ts';
import { median } from './measurement.ts';
import { alignedTable, markdownTable, type Table } from './table.ts';

/** Every figure that was measured: by case and figure, one a round. */
export type Results = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** The rounds behind results, for the goals. */
export function roundsOf(results: Results): Rounds {
  return { figure: (name, figure = 'time') => results[name]?.[figure] ?? [] };
}

/** Both tables, the goals with their verdicts and all figures, and what explains them; `run` is the last line. */
export function report(
  goals: readonly Goal[],
  results: Results,
  run: string,
  form: 'markdown' | 'terminal',
): string {
  const table = form === 'markdown' ? markdownTable : alignedTable;
  const notes = notesOn(goals).map((note) => (form === 'markdown' ? `- ${note}\n` : `${plain(note)}\n`));
  return [table(goalTable(goals, results)), notes.join(''), table(figureTable(results)), `${run}\n`].join(
    '\n',
  );
}

function goalTable(goals: readonly Goal[], results: Results): Table {
  const rounds = roundsOf(results);
  const rows = goals.map((goal) => {
    const { value, verdict } = judge(goal, rounds);
    const sign = goal.atLeast === true ? '≥' : '≤';
    return [
      goal.id,
      goal.title,
      `${sign} ${shown(goal.limit)} ${goal.unit}`.trim(),
      Number.isNaN(value) ? '–' : `${shown(value)} ${goal.unit}`.trim(),
      verdict,
    ];
  });
  return { head: ['goal', 'what', 'limit', 'measured', 'verdict'], numbers: [2, 3], rows };
}

function figureTable(results: Results): Table {
  const rows = Object.entries(results).flatMap(([name, ofCase]) =>
    Object.entries(ofCase)
      .filter(([figure, values]) => figure !== 'time' || median(values) > 0)
      .map(([figure, values]) => [
        name,
        figure === 'time' ? 'ms' : figure,
        shown(median(values)),
        `${shown(Math.min(...values))} – ${shown(Math.max(...values))}`,
      ]),
  );
  return { head: ['case', 'figure', 'median', 'least – most'], numbers: [2, 3], rows };
}

/** What a reader of the goals has to know, a sentence each. */
function notesOn(goals: readonly Goal[]): readonly string[] {
  const names = new Set(goals.flatMap((goal) => goal.cases));
  const some = (...cases: readonly string[]): boolean => cases.some((name) => names.has(name));
  return [
    `"within noise": beyond the goal, but by no more than ${noise} times, which a busy machine can cause.`,
    'measured: the median of what each round gave, where a ratio is of two figures of the same round; it is not the quotient of the medians below.',
    ...(some('openers')
      ? [
          '`openers`: the engine counts the openers of records in a text that is in memory, and does nothing else.',
        ]
      : []),
    ...(some('open a document', 'hover')
      ? [
          '`echo`: an answer that costs no more than its transport, of a server that does nothing with a document (G5) or to a request that nobody knows (G6).',
        ]
      : []),
    ...(some('growth')
      ? ['`growth`: logs of four sizes are read in one process, each ten times the one before.']
      : []),
    'G13, the caps on diagnostics, symbols, folds, tree nodes and answers, is asserted in tests.',
  ];
}

/** Without the marks of code. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

function shown(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
