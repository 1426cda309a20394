import type { Attempt, CaseAnalysis, Evidence, Finding, Reading, Stage } from '../caseAnalysis.ts';
import { formatHex } from '../matching/hresult.ts';
import { asOfSentence, passedSince } from './asOf.ts';
import { createLocator } from './locations.ts';
import { formatClock } from './moment.ts';
import { oneLine } from './oneLine.ts';
import { credentialWords, lookOfOutcome, lookOfStatus } from './stageWords.ts';
import { retryTime } from './treeAttempt.ts';
import type { NodeColour } from './treeNode.ts';
import { wrapText } from './wrapText.ts';

/** How the terminal report marks what it prints; the shell decides whether that is colour. */
export interface TextPaint {
  paint(text: string, colour: NodeColour): string;
  strong(text: string): string;
  dim(text: string): string;
}

export interface TextOptions {
  readonly paint: TextPaint;
  /** Characters of a line, 40 at least; sentences are wrapped to it. */
  readonly width: number;
  /** Findings that are listed; the rest is counted. */
  readonly mostFindings: number;
  /** Whether the caller set the moment to judge for. */
  readonly asOfIsGiven: boolean;
  /** The moment at which somebody reads this, milliseconds UTC; null where that does not matter. */
  readonly clock: number | null;
}

const signs: Readonly<Record<Stage['status'], string>> = {
  succeeded: '✔',
  failed: '✖',
  waiting: '◷',
  'in-progress': '…',
  'passed-over': '✓',
  'not-reached': '·',
  'no-evidence': '?',
  'not-collected': '–',
};

/** One case as text for people in a terminal. Text of files is cleaned of control characters. */
export function caseText(analysis: CaseAnalysis, readings: readonly Reading[], options: TextOptions): string {
  const locate = createLocator(readings);
  const place = (one: Evidence | Finding | Attempt): string => {
    const { file, line } = locate(one.place);
    return `${oneLine(file, 200)}:${String(line)}`;
  };
  // Nine times "not collected" says no more than the verdict says already.
  const isEmpty = analysis.stages.every(({ status }) => status === 'not-collected');
  return [
    ...headLines(analysis, options),
    ...verdictLines(analysis, options, isEmpty),
    ...(isEmpty ? [] : stageLines(analysis.stages, place, options)),
    ...attemptLines(analysis, place, options),
    ...workloadLines(analysis, options),
    ...(isEmpty && analysis.findings.length === 0 ? [] : findingLines(analysis, place, options)),
    ...fileLines(analysis, options),
    '',
  ].join('\n');
}

type PlaceOf = (one: Evidence | Finding | Attempt) => string;

/** Narrower than this, what stands in columns goes below each other. */
const leastForColumns = 72;

function headLines({ name, verdict }: CaseAnalysis, { paint, width }: TextOptions): string[] {
  const look = lookOfOutcome[verdict.outcome];
  const title = oneLine(name);
  const confidence = `(${verdict.confidence})`;
  if (`${title}: ${look.words} ${confidence}`.length <= width) {
    return [`${paint.strong(title)}: ${paint.paint(look.words, look.colour)} ${paint.dim(confidence)}`];
  }
  const inWords = wrapText(`${look.words} ${confidence}`, width, '  ');
  return [`${paint.strong(title)}:`, ...inWords.map((line) => paint.paint(line, look.colour))];
}

function verdictLines(analysis: CaseAnalysis, options: TextOptions, isEmpty: boolean): string[] {
  const { verdict } = analysis;
  const { paint, width, asOfIsGiven, clock } = options;
  const asOf = asOfSentence(analysis, asOfIsGiven);
  const passed = clock === null ? null : passedSince(analysis, clock);
  return [
    ...wrapText(verdict.summary, width, '  '),
    ...(passed === null ? [] : wrapText(passed, width, '  ').map((line) => paint.paint(line, 'warning'))),
    ...(verdict.nextStep === null ? [] : wrapText(`Next step: ${verdict.nextStep}`, width, '  ')),
    ...[
      ...(isEmpty
        ? []
        : wrapText(`Confidence: ${verdict.confidence}. ${verdict.confidenceReason}`, width, '  ')),
      ...(asOf === null ? [] : wrapText(`${asOf}.`, width, '  ')),
    ].map((line) => paint.dim(line)),
  ];
}

function stageLines(stages: readonly Stage[], place: PlaceOf, { paint, width }: TextOptions): string[] {
  const longest = Math.max(...stages.map(({ title }) => title.length));
  const narrow = width < leastForColumns;
  const indent = ' '.repeat(narrow ? 4 : 19);
  const rows = stages.flatMap((stage) => {
    const look = lookOfStatus[stage.status];
    const [first] = stage.evidence;
    const status = `${signs[stage.status]} ${look.words}`;
    const where = first === undefined ? '' : paint.dim(place(first));
    const reason = wrapText(stage.reason, width, indent).map((line) => paint.dim(line));
    if (narrow) {
      const head = wrapText(`${status}: ${stage.title}`, width, '  ');
      const coloured = head.map((line) => paint.paint(line, look.colour));
      return [...coloured, ...(where === '' ? [] : [indent + where]), ...reason];
    }
    const title = where === '' ? stage.title : `${stage.title.padEnd(longest)}  ${where}`;
    return [`  ${paint.paint(status.padEnd(16), look.colour)} ${title}`, ...reason];
  });
  return ['', ...rows];
}

function attemptLines({ attempts }: CaseAnalysis, place: PlaceOf, { width }: TextOptions): string[] {
  if (attempts.length === 0) return [];
  const rows = attempts.map((attempt) => [
    `try ${String(attempt.number)}${attempt.of === null ? '' : ` of ${String(attempt.of)}`}`,
    attempt.credential === 'unknown' ? credentialWords.unknown : attempt.credential,
    attempt.result,
    attempt.code === null ? '' : formatHex(attempt.code),
    attempt.started === null ? '' : toTheMinute(attempt.started.local),
    attempt.retryAt === null ? '' : `next ${retryTime(attempt).slice(0, -3)}`,
    place(attempt),
  ]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return [
    '',
    'Attempts (times are local)',
    ...rows.flatMap((row) => {
      const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).filter((cell) => cell !== '');
      const line = `  ${cells.join('  ')}`.trimEnd();
      if (line.length <= width) return [line];
      const [head = '', ...rest] = wrapText(row.filter((cell) => cell !== '').join(' · '), width - 2, '');
      return [`  ${head}`, ...rest.map((each) => `    ${each}`)];
    }),
  ];
}

function toTheMinute(local: number): string {
  return formatClock(local).slice(0, -3);
}

function workloadLines({ workloads }: CaseAnalysis, { width }: TextOptions): string[] {
  if (workloads === null) return [];
  const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));
  const unknown =
    workloads.unknownBits.length === 0 ? '' : ` Unknown bits: ${workloads.unknownBits.join(', ')}.`;
  const mask = `${String(workloads.raw)} (0x${workloads.raw.toString(16).toUpperCase()})`;
  return [
    '',
    `Workloads ${mask}`,
    ...wrapText(
      `With Intune: ${list(workloads.intune)}. With ConfigMgr: ${list(workloads.configMgr)}.${unknown}`,
      width,
      '  ',
    ),
  ];
}

function findingLines(
  { findings }: CaseAnalysis,
  place: PlaceOf,
  { paint, width, mostFindings }: TextOptions,
): string[] {
  if (findings.length === 0) return ['', 'No findings.'];
  const colours = { error: 'bad', warning: 'warning', information: 'none', hint: 'muted' } as const;
  const indent = ' '.repeat(width < leastForColumns ? 4 : 14);
  const shown = findings.slice(0, mostFindings).flatMap((finding) => {
    const severity = paint.paint(finding.severity.padEnd(11), colours[finding.severity]);
    const where = place(finding);
    const fits = 14 + where.length + 2 + finding.ruleId.length <= width;
    return [
      `  ${severity} ${where}${fits ? `  ${paint.dim(finding.ruleId)}` : ''}`,
      ...(fits ? [] : [indent + paint.dim(finding.ruleId)]),
      ...wrapText(oneLine(finding.message, 400), width, indent),
    ];
  });
  const left = findings.length - mostFindings;
  return [
    '',
    `Findings (${countSentence(findings)})`,
    ...shown,
    ...(left > 0 ? [`  … and ${String(left)} more; --format json lists all`] : []),
  ];
}

function countSentence(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): number =>
    findings.filter((one) => one.severity === severity).length;
  const words = [
    { n: count('error'), one: 'error', many: 'errors' },
    { n: count('warning'), one: 'warning', many: 'warnings' },
    { n: count('information') + count('hint'), one: 'note', many: 'notes' },
  ];
  return words
    .filter(({ n }) => n > 0)
    .map(({ n, one, many }) => `${String(n)} ${n === 1 ? one : many}`)
    .join(', ');
}

function fileLines({ files }: CaseAnalysis, { width }: TextOptions): string[] {
  const kinds = Math.max(0, ...files.map(({ kind }) => kind.length));
  const paths = files.map(({ path }) => oneLine(path, 200));
  const longest = Math.max(0, ...paths.map((path) => path.length).filter((length) => length <= 48));
  const rows = files.map((file, index) => {
    const path = paths[index] ?? '';
    const counts = [
      ...(file.records === null ? [] : [counted(file.records, 'record')]),
      ...(file.problems.length === 0 ? [] : [counted(file.problems.length, 'problem')]),
    ].join(', ');
    return width < leastForColumns
      ? [`  ${path}`, `    ${[file.kind, counts].filter((part) => part !== '').join(', ')}`]
      : [`  ${file.kind.padEnd(kinds)}  ${path.padEnd(longest)}  ${counts}`.trimEnd()];
  });
  return ['', `Files (${String(files.length)})`, ...rows.flat()];
}

function counted(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}
