import { judge, type Goal, type Rounds } from './goals.ts';
import { median } from './measurement.ts';

/** Every figure that was measured: by case and figure, one a round. */
export type Results = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** The rounds behind results, for the goals. */
export function roundsOf(results: Results): Rounds {
  return { figure: (name, figure = 'time') => results[name]?.[figure] ?? [] };
}

/** Both tables as Markdown: the goals with their verdicts, and all figures. */
export function reportMarkdown(goals: readonly Goal[], results: Results): string {
  const rounds = roundsOf(results);
  const verdicts = goals.map((goal) => {
    const { value, verdict } = judge(goal, rounds);
    const limit = `${goal.atLeast === true ? '≥' : '≤'} ${shown(goal.limit)} ${goal.unit}`;
    return row([
      goal.id,
      goal.title,
      limit,
      Number.isNaN(value) ? '–' : `${shown(value)} ${goal.unit}`,
      verdict,
    ]);
  });
  const figures = Object.entries(results).flatMap(([name, ofCase]) =>
    Object.entries(ofCase)
      .filter(([figure, values]) => figure !== 'time' || median(values) > 0)
      .map(([figure, values]) =>
        row([
          name,
          figure === 'time' ? 'ms' : figure,
          shown(median(values)),
          `${shown(Math.min(...values))} – ${shown(Math.max(...values))}`,
        ]),
      ),
  );
  return [
    row(['goal', 'what', 'limit', 'measured', 'verdict']),
    row(['---', '---', '---:', '---:', '---']),
    ...verdicts,
    '',
    row(['case', 'figure', 'median', 'least – most']),
    row(['---', '---', '---:', '---:']),
    ...figures,
    '',
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.trim()).join(' | ')} |`;
}

function shown(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
