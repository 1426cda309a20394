import type { Severity } from '../caseAnalysis.ts';
import { credentialWords, lookOfStatus } from '../features/stageWords.ts';
import { bulleted, fenced, inlineCode, inlineText, link, quoted, tableRow } from './markdownText.ts';
import { markWords, noteTime } from './noteWords.ts';
import type {
  Report,
  ReportEvidence,
  ReportFinding,
  ReportLine,
  ReportPlace,
  ReportStage,
  ReportTime,
  ReportTool,
} from './report.ts';

/** Lines of evidence of a stage, and findings, that are told one by one; the rest is counted. */
const mostEvidence = 8;
const mostFindings = 50;

/** Cases as Markdown for tickets and chats. Whatever a log says stays text in it. */
export function reportMarkdown(reports: readonly Report[], tool: ReportTool): string {
  return `${reports.map(caseMarkdown).join('\n---\n\n')}\n*${inlineText(`${tool.name} ${tool.version}`)}*\n`;
}

/** The verdict alone, to be pasted into a ticket. */
export function verdictReportMarkdown(report: Report): string {
  return `${[`**${inlineText(report.name)}: ${inlineText(report.verdict.inShort)}**`, ...verdictParagraphs(report)].join('\n\n')}\n`;
}

/** One line with where it stands, when it was written and what it means. */
export function lineMarkdown({ place, time, text, meanings }: ReportLine): string {
  return `${[headOf(place, time), fenced(text), ...meanings.map(inlineText)].join('\n\n')}\n`;
}

function caseMarkdown(report: Report): string {
  const sections = [
    `# ${inlineText(report.name)}: ${inlineText(report.verdict.inShort)}`,
    ...verdictParagraphs(report),
    ...(report.asOf === null ? [] : [`Judged for ${inlineText(report.asOf)}.`]),
    ...section('Stages', [stageTable(report.stages)]),
    ...section('Attempts', report.attempts.length === 0 ? [] : [attemptTable(report)]),
    ...section('Workloads', workloadParagraphs(report)),
    ...section('Evidence', report.stages.flatMap(evidenceOfStage)),
    ...section('Findings', findingParagraphs(report.findings)),
    ...section('Notes', report.notes.flatMap(noteParagraphs)),
    ...section('Files', [fileTable(report)]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(title: string, paragraphs: readonly string[]): readonly string[] {
  return paragraphs.length === 0 ? [] : [`## ${title}`, ...paragraphs];
}

function verdictParagraphs({ verdict }: Report): readonly string[] {
  const source = verdict.source === null ? '' : ` ${link(verdict.source)}`;
  return [
    inlineText(verdict.summary),
    ...(verdict.nextStep === null ? [] : [`**Next step:** ${inlineText(verdict.nextStep)}${source}`]),
    `**Confidence:** ${verdict.confidence}. ${inlineText(verdict.confidenceReason)}`,
  ];
}

function stageTable(stages: readonly ReportStage[]): string {
  return [
    tableRow(['Stage', 'Status', 'Why', 'Where']),
    tableRow(['---', '---', '---', '---']),
    ...stages.map(({ title, status, reason, evidence }) =>
      tableRow([
        inlineText(title),
        `**${lookOfStatus[status].words}**`,
        inlineText(reason),
        evidence[0] === undefined ? '' : whereInTable(evidence[0].place),
      ]),
    ),
  ].join('\n');
}

function attemptTable({ attempts }: Report): string {
  return [
    tableRow(['Try', 'Credential', 'Result', 'Code', 'Started', 'Next due', 'Where']),
    tableRow(['---', '---', '---', '---', '---', '---', '---']),
    ...attempts.map(({ number, credential, result, code, started, retryAt, place }) =>
      tableRow([
        inlineText(number),
        credentialWords[credential],
        result,
        code ?? '',
        started?.clock ?? '',
        retryAt?.clock ?? '',
        whereInTable(place),
      ]),
    ),
  ].join('\n');
}

function workloadParagraphs({ workloads }: Report): readonly string[] {
  if (workloads === null) return [];
  const list = (names: readonly string[]): string =>
    names.length === 0 ? 'none' : inlineText(names.join(', '));
  return [
    bulleted([
      `With Intune: ${list(workloads.intune)}`,
      `With ConfigMgr: ${list(workloads.configMgr)}`,
      ...(workloads.unknownBits.length === 0
        ? []
        : [`Bits without a published meaning: ${list(workloads.unknownBits)}`]),
    ]),
  ];
}

function evidenceOfStage({ title, status, evidence }: ReportStage): readonly string[] {
  if (evidence.length === 0) return [];
  const left = evidence.length - mostEvidence;
  return [
    `### ${inlineText(title)}: ${lookOfStatus[status].words}`,
    ...evidence.slice(0, mostEvidence).flatMap(evidenceParagraphs),
    ...(left > 0 ? [`… and ${left} more lines.`] : []),
  ];
}

function evidenceParagraphs({ place, time, text, meaning }: ReportEvidence): readonly string[] {
  return [`${headOf(place, time)}: ${inlineText(meaning)}`, fenced(text)];
}

function findingParagraphs(findings: readonly ReportFinding[]): readonly string[] {
  if (findings.length === 0) return [];
  const left = findings.length - mostFindings;
  return [
    bulleted(
      findings
        .slice(0, mostFindings)
        .map(({ severity, message, place, ruleId, remedy, reference }) =>
          [
            `**${severityWords[severity]}** ${inlineText(message)}`,
            ...(remedy === null ? [] : [`**What to do:** ${inlineText(remedy)}`]),
            [where(place), inlineCode(ruleId), ...(reference === null ? [] : [link(reference)])].join(' · '),
          ].join('  \n'),
        ),
    ),
    ...(left > 0 ? [`… and ${left} more findings.`] : []),
  ];
}

function noteParagraphs(note: Report['notes'][number]): readonly string[] {
  const { file, line, endLine, author, time, text, mark, resolved } = note;
  const lines = endLine > line ? `${line}–${endLine}` : `${line}`;
  const facts = [
    inlineCode(`${file}:${lines}`),
    ...(mark === null ? [] : [`**${markWords[mark]}**`]),
    ...(author === '' ? [] : [inlineText(author)]),
    ...(time === null ? [] : [inlineText(noteTime(time))]),
    ...(resolved ? ['resolved'] : []),
  ];
  return [facts.join(' · '), quoted(text)];
}

function fileTable({ files }: Report): string {
  return [
    tableRow(['File', 'Kind', 'Records', 'From', 'To', 'Problems']),
    tableRow(['---', '---', '---:', '---', '---', '---:']),
    ...files.map(({ path, kind, records, from, to, problems }) =>
      tableRow([
        inlineText(path),
        kind,
        records === null ? '' : `${records}`,
        from?.clock ?? '',
        to?.clock ?? '',
        `${problems}`,
      ]),
    ),
  ].join('\n');
}

function headOf(place: ReportPlace, time: ReportTime | null): string {
  return [where(place), ...(time === null ? [] : [time.clock])].join(' · ');
}

function where({ file, line }: ReportPlace): string {
  return inlineCode(`${file}:${line}`);
}

/** A table splits at a bar even inside of code, so that a path stands there as escaped text. */
function whereInTable({ file, line }: ReportPlace): string {
  return inlineText(`${file}:${line}`);
}

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error:',
  warning: 'Warning:',
  information: 'Information:',
  hint: 'Hint:',
};
