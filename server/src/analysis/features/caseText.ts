import type { Attempt, CaseAnalysis, Evidence, Finding, Reading, Stage } from '../caseAnalysis.ts';
import { formatHex } from '../matching/hresult.ts';
import { createLocator } from './locations.ts';
import { formatMoment } from './moment.ts';
import { oneLine } from './oneLine.ts';
import { credentialWords, lookOfOutcome, lookOfStatus } from './stageWords.ts';
import type { NodeColour } from './treeNode.ts';

/** How the terminal report marks what it prints; the shell decides whether that is colour. */
export interface TextPaint {
  paint(text: string, colour: NodeColour): string;
  strong(text: string): string;
  dim(text: string): string;
}

export interface TextOptions {
  readonly paint: TextPaint;
  /** Characters of a line; sentences are wrapped to it. */
  readonly width: number;
  /** Findings that are listed; the rest is counted. */
  readonly mostFindings: number;
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
  const { paint } = options;
  const locate = createLocator(readings);
  const place = (one: Evidence | Finding | Attempt): string => {
    const { file, line } = locate(one.place);
    return `${oneLine(file, 200)}:${String(line)}`;
  };
  const look = lookOfOutcome[analysis.verdict.outcome];
  return [
    `${paint.strong(oneLine(analysis.name))}: ${paint.paint(look.words, look.colour)} ${paint.dim(`(${analysis.verdict.confidence})`)}`,
    ...verdictLines(analysis, options),
    '',
    ...analysis.stages.flatMap((stage) => stageLines(stage, place, options)),
    ...attemptLines(analysis, place),
    ...workloadLines(analysis, options),
    ...findingLines(analysis, place, options),
    ...fileLines(analysis),
    '',
  ].join('\n');
}

type PlaceOf = (one: Evidence | Finding | Attempt) => string;

function verdictLines({ verdict }: CaseAnalysis, options: TextOptions): string[] {
  const next = verdict.nextStep === null ? [] : wrap(`Next step: ${verdict.nextStep}`, options.width, '  ');
  const why = wrap(`Confidence: ${verdict.confidence}. ${verdict.confidenceReason}`, options.width, '  ');
  return [
    ...wrap(verdict.summary, options.width, '  '),
    ...next,
    ...why.map((line) => options.paint.dim(line)),
  ];
}

function stageLines(stage: Stage, place: PlaceOf, { paint, width }: TextOptions): string[] {
  const look = lookOfStatus[stage.status];
  const first = stage.evidence[0];
  const status = `${signs[stage.status]} ${look.words}`.padEnd(16);
  const where = first === undefined ? '' : `  ${place(first)}`;
  const line = `  ${paint.paint(status, look.colour)} ${stage.title.padEnd(24)}${paint.dim(where)}`;
  return [line, ...wrap(stage.reason, width, ' '.repeat(19)).map((text) => paint.dim(text))];
}

function attemptLines({ attempts }: CaseAnalysis, place: PlaceOf): string[] {
  if (attempts.length === 0) return [];
  const rows = attempts.map((attempt) =>
    [
      `  try ${String(attempt.number)}${attempt.of === null ? '' : ` of ${String(attempt.of)}`}`.padEnd(14),
      credentialWords[attempt.credential].padEnd(21),
      attempt.result.padEnd(10),
      (attempt.code === null ? '' : formatHex(attempt.code)).padEnd(11),
      (attempt.started === null ? '' : formatMoment(attempt.started)).padEnd(20),
      attempt.retryAt === null ? '' : `next ${formatMoment(attempt.retryAt)}  `,
      place(attempt),
    ].join(' '),
  );
  return ['', 'Attempts', ...rows];
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
    ...wrap(
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
  const shown = findings
    .slice(0, mostFindings)
    .flatMap((finding) => [
      `  ${paint.paint(finding.severity.padEnd(11), colours[finding.severity])} ${place(finding)}  ${paint.dim(finding.ruleId)}`,
      ...wrap(oneLine(finding.message, 400), width, ' '.repeat(14)),
    ]);
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

function fileLines({ files }: CaseAnalysis): string[] {
  const rows = files.map((file) => {
    const records = file.records === null ? '' : `${String(file.records)} records`;
    const problems = file.problems.length === 0 ? '' : `, ${String(file.problems.length)} problems`;
    return `  ${file.kind.padEnd(20)} ${oneLine(file.path, 200)}  ${records}${problems}`;
  });
  return ['', `Files (${String(files.length)})`, ...rows];
}

/** Breaks a sentence at blanks; a word longer than the line stays whole, so that addresses can be copied. */
function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, indent + line];
}
