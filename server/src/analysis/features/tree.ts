import type { Attempt, CaseAnalysis, Evidence, FileReport, Finding, Stage } from '../caseAnalysis.ts';
import type { CaseDocuments } from './caseDocuments.ts';
import { locate } from './caseDocuments.ts';
import { caseLook } from './caseLook.ts';
import { capped, pageOf, type TreePage } from './cappedNodes.ts';
import { escapeMarkdown } from './markdown.ts';
import { oneLine } from './oneLine.ts';
import { lookOfOutcome, lookOfStatus } from './stageWords.ts';
import type { ShownNote } from './shownNote.ts';
import { attemptNode } from './treeAttempt.ts';
import { evidenceNode } from './treeEvidence.ts';
import type { TreeNode } from './treeNode.ts';
import { otherNoteNodes, stageNoteNodes } from './treeNotes.ts';
import { adviceMarkdown, verdictMarkdown, verdictPlainText } from './verdictText.ts';

export interface TreeParams {
  /** Stable id of the case, such as its folder's uri. */
  readonly id: string;
  readonly analysis: CaseAnalysis;
  readonly documents: CaseDocuments;
  /** In the order of the walk; none when left out. */
  readonly notes?: readonly ShownNote[];
  /** The moment at which somebody looks, milliseconds UTC, to tell whether what the case waits for should have come. */
  readonly clock?: number;
}

/** The children of a node of a case that were not sent with it; none where there is no such node (any more). */
export function treeChildren(params: TreeParams, id: string): readonly TreeNode[] {
  const page = pageOf(id);
  const wanted = page?.parent ?? id;
  const find = (node: TreeNode): TreeNode | null => {
    if (node.id === wanted) return node;
    for (const child of node.children) {
      const found = find(child);
      if (found !== null) return found;
    }
    return null;
  };
  return find(treeOf(params, page))?.children ?? [];
}

/** The tree of one case: verdict and next step, the nine stages with evidence and attempts, the files. */
export function treeOf(params: TreeParams, page: TreePage | null = null): TreeNode {
  const { id, analysis, documents, notes = [], clock = null } = params;
  const { description, tooltip, icon, colour } = caseLook(analysis, clock);
  return {
    id,
    label: oneLine(analysis.name),
    description,
    tooltip,
    accessibleLabel: `${analysis.name}: ${description}. ${analysis.verdict.summary}`,
    icon,
    colour,
    target: null,
    kind: 'case',
    copyText: verdictPlainText(analysis),
    expanded: true,
    children: [
      ...verdictNodes(params),
      ...analysis.stages.map((stage) =>
        withNotes(stageNode(id, stage, analysis, documents, page), id, stage, notes, page),
      ),
      ...otherNoteNodes(
        id,
        analysis.stages.map((stage) => stage.id),
        notes,
        page,
      ),
      filesNode(id, analysis, documents, page),
    ],
  };
}

function verdictNodes({ id, analysis, documents }: TreeParams): TreeNode[] {
  const { verdict } = analysis;
  const [deciding] = verdict.evidence;
  const look = lookOfOutcome[verdict.outcome];
  const summary: TreeNode = {
    id: `${id}#verdict`,
    label: verdict.summary,
    description: null,
    tooltip: verdictMarkdown(analysis),
    accessibleLabel: `Verdict: ${verdict.summary}`,
    icon: look.icon,
    colour: look.colour,
    target: deciding === undefined ? null : locate(documents, deciding.place),
    kind: 'evidence',
    copyText: verdictPlainText(analysis),
    expanded: false,
    children: [],
  };
  if (verdict.nextStep === null || verdict.advice === null) return [summary];
  const nextStep: TreeNode = {
    ...summary,
    id: `${id}#next-step`,
    label: `Next step: ${verdict.advice.step}`,
    tooltip: adviceMarkdown(verdict.advice),
    accessibleLabel: `Next step: ${verdict.nextStep}`,
    icon: 'lightbulb',
    colour: 'none',
    target: null,
    copyText: verdict.nextStep,
  };
  return [summary, nextStep];
}

function stageNode(
  caseId: string,
  stage: Stage,
  analysis: CaseAnalysis,
  documents: CaseDocuments,
  page: TreePage | null,
): TreeNode {
  const id = `${caseId}#${stage.id}`;
  const look = lookOfStatus[stage.status];
  const attempts = stage.id === 'enroll' ? analysis.attempts : [];
  const children = [
    ...attempts.map((attempt, index) => attemptNode(`${id}/attempt:${index}`, attempt, documents)),
    ...stage.evidence
      .filter((evidence) => !attempts.some((attempt) => isSamePlace(attempt, evidence)))
      .map((evidence, index) => evidenceNode(`${id}/evidence:${index}`, evidence, documents)),
  ];
  const [deciding] = stage.evidence;
  return {
    id,
    label: stage.title,
    description: `${look.words} · ${oneLine(stage.reason)}`,
    tooltip: `**${escapeMarkdown(stage.title)}**: ${look.words}\n\n${escapeMarkdown(stage.reason)}`,
    accessibleLabel: `Stage ${stage.title}: ${look.words}. ${stage.reason}`,
    icon: look.icon,
    colour: look.colour,
    target: deciding === undefined ? null : locate(documents, deciding.place),
    kind: 'stage',
    copyText: `${stage.title}: ${look.words}. ${stage.reason}`,
    expanded: stage.status === 'failed',
    children: capped(id, children, page),
  };
}

/** A stage with the notes that are tied to it, unfolded so that they are seen. */
function withNotes(
  node: TreeNode,
  caseId: string,
  stage: Stage,
  notes: readonly ShownNote[],
  page: TreePage | null,
): TreeNode {
  // They stand below the first evidence, and not again below further evidence.
  const own = page?.parent === node.id ? [] : stageNoteNodes(caseId, stage.id, notes);
  return own.length === 0 ? node : { ...node, expanded: true, children: [...node.children, ...own] };
}

/** The line that ended an attempt is shown by the attempt itself. */
function isSamePlace(attempt: Attempt, evidence: Evidence): boolean {
  return attempt.place.file === evidence.place.file && attempt.place.start === evidence.place.start;
}

function filesNode(
  caseId: string,
  analysis: CaseAnalysis,
  documents: CaseDocuments,
  page: TreePage | null,
): TreeNode {
  const id = `${caseId}#files`;
  const { files } = analysis;
  const findings = findingsByFile(analysis.findings);
  const description = files.length === 1 ? '1 file' : `${files.length.toLocaleString('en')} files`;
  return {
    id,
    label: 'Files',
    description,
    tooltip: null,
    accessibleLabel: `Files of the case: ${description}`,
    icon: 'files',
    colour: 'none',
    target: null,
    kind: 'group',
    copyText: files
      .slice(0, mostCopied)
      .map(({ path }) => path)
      .join('\n'),
    expanded: false,
    children: capped(
      id,
      files.map((file) => fileNode(`${id}/${file.path}`, file, findings.get(file.path) ?? 0, documents)),
      page,
    ),
  };
}

/** File names that are copied with the group of the files. */
const mostCopied = 1_000;

function fileNode(id: string, file: FileReport, findings: number, documents: CaseDocuments): TreeNode {
  const facts = [
    kindWords[file.kind],
    ...(file.records === null ? [] : [counted(file.records, unitOf(file))]),
    ...(findings === 0 ? [] : [counted(findings, 'finding')]),
    ...(file.problems.length === 0 ? [] : [counted(file.problems.length, 'problem')]),
  ];
  const description = facts.join(' · ');
  const [problem] = file.problems;
  const document = documents(file.path);
  return {
    id,
    label: oneLine(file.path),
    description,
    tooltip: [
      escapeMarkdown(`${file.path}: ${description}`),
      ...(problem === undefined ? [] : [escapeMarkdown(problem.message)]),
    ].join('\n\n'),
    accessibleLabel: `File ${file.path}: ${facts.join(', ')}`,
    icon: file.problems.length === 0 ? 'file' : 'warning',
    colour: file.problems.length === 0 ? 'none' : 'warning',
    target:
      document === null
        ? null
        : { uri: document.uri, range: { start: document.positionAt(0), end: document.positionAt(0) } },
    kind: 'file',
    copyText: file.path,
    expanded: false,
    children: [],
  };
}

const kindWords: Readonly<Record<FileReport['kind'], string>> = {
  'ccm-log': 'log',
  'simple-log': 'log, old format',
  'installer-log': 'log of Windows Installer',
  'log-excerpt': 'lines of a log',
  'event-text': 'Windows events',
  'event-log': 'binary event log',
  'registry-file': 'registry export',
  'registry-query': 'output of reg query',
  'registry-text': 'registry export as text',
  'registry-powershell': 'registry values listed by PowerShell',
  'registry-hive': 'registry hive',
  dsregcmd: 'output of dsregcmd',
  unknown: 'not read',
};

function unitOf({ kind }: FileReport): string {
  switch (kind) {
    case 'ccm-log':
    case 'simple-log':
    case 'installer-log':
    case 'log-excerpt':
      return 'record';
    case 'event-text':
    case 'event-log':
      return 'event';
    case 'dsregcmd':
      return 'field';
    case 'registry-file':
    case 'registry-query':
    case 'registry-text':
    case 'registry-powershell':
    case 'registry-hive':
    case 'unknown':
      return 'value';
  }
}

function counted(count: number, unit: string): string {
  return `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`;
}

function findingsByFile(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { place } of findings) counts.set(place.file, (counts.get(place.file) ?? 0) + 1);
  return counts;
}
