import type { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupKind } from 'vscode-languageserver-types';
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Reading } from '../caseAnalysis.ts';
import type { HoverContext, HoverText } from './hoverContext.ts';
import { dsregcmdHover } from './hoverDsregcmd.ts';
import { logHover } from './hoverLog.ts';
import { registryHover } from './hoverRegistry.ts';

/** What the message, key, value or field at a position means; null where nothing is known to say. */
export function hoverOf(
  reading: Reading,
  document: TextDocument,
  position: Position,
  context: HoverContext,
): Hover | null {
  const text = hoverText(reading, document.offsetAt(position), context);
  if (text === null || text.paragraphs.length === 0) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: text.paragraphs.join('\n\n') },
    range: { start: document.positionAt(text.start), end: document.positionAt(text.end) },
  };
}

function hoverText(reading: Reading, offset: number, context: HoverContext): HoverText | null {
  const { artefact } = reading;
  switch (artefact.type) {
    case 'log':
      return logHover(reading, artefact, offset, context);
    case 'registry':
      return registryHover(artefact, offset, context);
    case 'dsregcmd':
      return dsregcmdHover(artefact, offset, context);
    case 'unread':
      return null;
  }
}
