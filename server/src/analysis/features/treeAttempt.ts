import type { Attempt } from '../caseAnalysis.ts';
import type { CaseDocuments } from './caseDocuments.ts';
import { locate } from './caseDocuments.ts';
import { formatHex } from '../matching/hresult.ts';
import { escapeMarkdown } from './markdown.ts';
import { formatClock, formatMoment } from './moment.ts';
import { credentialWords } from './stageWords.ts';
import type { Look } from './stageWords.ts';
import type { TreeNode } from './treeNode.ts';

/** One enrollment attempt: `Try 2 of 3 · device credential`, `0x80180026 · failed · next 14:35:02`. */
export function attemptNode(id: string, attempt: Attempt, documents: CaseDocuments): TreeNode {
  const look = lookOfResult[attempt.result];
  const tries = attempt.of === null ? '' : ` of ${attempt.of}`;
  const label = `Try ${attempt.number}${tries} · ${credentialWords[attempt.credential]}`;
  const facts = [
    ...(attempt.code === null ? [] : [formatHex(attempt.code)]),
    look.words,
    ...(attempt.started === null ? [] : [`at ${formatMoment(attempt.started)}`]),
    ...(attempt.retryAt === null ? [] : [`next ${retryTime(attempt)}`]),
  ];
  const description = facts.join(' · ');
  return {
    id,
    label,
    description,
    tooltip: escapeMarkdown(`${label}: ${facts.join(', ')}`),
    accessibleLabel: `${label}: ${facts.join(', ')}`,
    icon: look.icon,
    colour: look.colour,
    target: locate(documents, attempt.place),
    kind: 'attempt',
    copyText: `${label}: ${facts.join(', ')}`,
    expanded: false,
    children: [],
  };
}

const lookOfResult: Readonly<Record<Attempt['result'], Look>> = {
  succeeded: { words: 'succeeded', icon: 'pass', colour: 'good' },
  failed: { words: 'failed', icon: 'error', colour: 'bad' },
  unknown: { words: 'result not seen', icon: 'question', colour: 'muted' },
};

/** When the next attempt is due, local: without the date where the attempt started on the same day. */
export function retryTime({ started, retryAt }: Attempt): string {
  if (retryAt === null) return '';
  const due = formatClock(retryAt.local);
  const sameDay = started !== null && formatClock(started.local).slice(0, 10) === due.slice(0, 10);
  return sameDay ? due.slice(11) : due;
}
