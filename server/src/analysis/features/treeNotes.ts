import { capped, type TreePage } from './cappedNodes.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import type { ShownNote } from './shownNote.ts';
import type { TreeNode } from './treeNode.ts';

/** The notes that are tied to a stage. */
export function stageNoteNodes(
  caseId: string,
  stage: string,
  notes: readonly ShownNote[],
): readonly TreeNode[] {
  return notes.filter((note) => note.stage === stage).map((note) => noteNode(caseId, note));
}

/** The group of those that are tied to none of the stages; nothing where there is no such note. */
export function otherNoteNodes(
  caseId: string,
  stages: readonly string[],
  notes: readonly ShownNote[],
  page: TreePage | null,
): readonly TreeNode[] {
  const others = notes.filter(({ stage }) => stage === null || !stages.includes(stage));
  if (others.length === 0) return [];
  const id = `${caseId}#notes`;
  const description = others.length === 1 ? '1 note' : `${others.length.toLocaleString('en')} notes`;
  return [
    {
      id,
      label: 'Notes',
      description,
      tooltip: null,
      accessibleLabel: `Notes: ${description}`,
      icon: 'comment-discussion',
      colour: 'none',
      target: null,
      kind: 'group',
      copyText: others.map(({ summary }) => summary).join('\n'),
      expanded: true,
      children: capped(
        id,
        others.map((note) => noteNode(caseId, note)),
        page,
      ),
    },
  ];
}

function noteNode(caseId: string, note: ShownNote): TreeNode {
  const { summary, label, lineText, lineWas, location, mark, state, comments } = note;
  const author = comments[0]?.author ?? '';
  const isCause = mark === 'cause' && state === 'open';
  return {
    id: `${caseId}#note:${note.id}`,
    label: summary,
    description: [label, author].filter((part) => part !== '').join(' · '),
    tooltip: [
      `**${escapeMarkdown(label)}**`,
      ...comments
        .slice(0, shownComments)
        .map((one) => escapeMarkdown(`${one.author}: ${one.markdown.slice(0, 600)}`)),
      `${codeSpan(lineWas)} ${codeSpan(lineText)}`,
    ].join('\n\n'),
    accessibleLabel: `Note: ${summary}. ${label}${author === '' ? '' : `, by ${author}`}, at ${lineText}`,
    icon: location === null ? 'question' : state === 'resolved' ? 'pass' : 'comment',
    colour: location === null ? 'muted' : isCause ? 'warning' : 'none',
    target: location,
    kind: `note.${state}`,
    copyText: [label, ...comments.map((one) => `${one.author}: ${one.markdown}`), lineText].join('\n'),
    expanded: false,
    children: [],
  };
}

const shownComments = 3;
