import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Reading } from '../caseAnalysis.ts';
import type { HoverContext, HoverText } from './hoverContext.ts';
import { dsregcmdHover } from './hoverDsregcmd.ts';
import { guidHover } from './hoverGuid.ts';
import { logHover } from './hoverLog.ts';
import { registryHover } from './hoverRegistry.ts';
import { markdown } from './protocolValues.ts';

/** What the message, key, value or field at a position means; null where nothing is known to say. */
export function hoverOf(
  reading: Reading,
  document: TextDocument,
  position: Position,
  context: HoverContext,
): Hover | null {
  const offset = document.offsetAt(position);
  const text = withGuid(
    guidHover(document.getText(), offset, context.readings, context),
    hoverText(reading, offset, context),
  );
  if (text === null || text.paragraphs.length === 0) return null;
  return {
    contents: { kind: markdown, value: text.paragraphs.join('\n\n') },
    range: { start: document.positionAt(text.start), end: document.positionAt(text.end) },
  };
}

/** A GUID that is known answers for itself first, and the record, key or value around it after that. */
function withGuid(guid: HoverText | null, around: HoverText | null): HoverText | null {
  if (guid === null || around === null) return guid ?? around;
  return { ...guid, paragraphs: [...guid.paragraphs, '---', ...around.paragraphs] };
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
