import type { Evidence } from '../caseAnalysis.ts';
import type { CaseDocuments } from './caseDocuments.ts';
import { locate } from './caseDocuments.ts';
import { formatHex } from '../matching/hresult.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import { formatMoment } from './moment.ts';
import { oneLine } from './oneLine.ts';
import { lookOfTone } from './stageWords.ts';
import type { TreeNode } from './treeNode.ts';

/** A line, value or field that speaks for a stage's state; a click goes there. */
export function evidenceNode(id: string, evidence: Evidence, documents: CaseDocuments): TreeNode {
  const look = lookOfTone[evidence.tone];
  const time = evidence.time === null ? '' : formatMoment(evidence.time);
  const text = oneLine(evidence.text);
  const { file } = evidence.place;
  const codes = evidence.codes.map(formatHex).join(', ');
  return {
    id,
    label: time === '' ? text : `${time}  ${text}`,
    description: file,
    tooltip: [
      escapeMarkdown(evidence.meaning),
      codeSpan(oneLine(evidence.text, 600)),
      ...(codes === '' ? [] : [`Codes: ${codes}`]),
    ].join('\n\n'),
    accessibleLabel: [look.words, time, text, `in ${file}`].filter((part) => part !== '').join(', '),
    icon: look.icon,
    colour: look.colour,
    target: locate(documents, evidence.place),
    kind: 'evidence',
    copyText: [time, evidence.text].filter((part) => part !== '').join('  '),
    expanded: false,
    children: [],
  };
}
