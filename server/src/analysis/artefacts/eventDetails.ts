/**
 * Events as blocks of labels: Event Viewer's "copy details as text" and the lists of PowerShell.
 *
 *     Log Name:      Microsoft-Windows-…/Admin          TimeCreated  : 11/20/2026 10:00:00 AM
 *     Event ID:      76                                 ProviderName : Microsoft-Windows-…
 *     Description:                                      Id           : 76
 *     Auto MDM Enroll: …                                Message      : Auto MDM Enroll: …
 */
import { EventBlock } from './eventBlock.ts';
import { readLabelledLine } from './eventLabelledLine.ts';
import { eventIdOf, type EventDraft } from './eventRecord.ts';
import { linesWithText } from './linesWithText.ts';

/** Whether labels of events make up a fair part of the text, an event id or a provider among them. */
export function holdsEventDetails(head: string): boolean {
  let lines = 0;
  let labels = 0;
  let isEvent = false;
  const roles = new Set<string>();
  for (const { start, end } of linesWithText(head)) {
    lines++;
    const line = readLabelledLine(head, start, end);
    if (line === null) continue;
    labels++;
    roles.add(line.role);
    if (line.role === 'id') isEvent ||= eventIdOf(head.slice(line.valueStart, line.valueEnd)) !== null;
  }
  if (!isEvent || labels * 20 < lines) return false;
  const tellsOrigin = roles.has('log') || roles.has('source');
  const tellsText = roles.has('message') || roles.has('level') || roles.has('date');
  return tellsOrigin ? roles.size > 2 || tellsText : roles.has('message') && roles.has('date');
}

/** Reads the blocks one after the other; a block ends where the next one begins. */
export function* readEventDetails(text: string): Generator<EventDraft> {
  let block: EventBlock | null = null;
  for (const line of linesWithText(text)) {
    const label = readLabelledLine(text, line.start, line.end);
    if (label !== null && (block === null || block.endsBefore(label, line))) {
      const draft = block?.finish() ?? null;
      if (draft !== null) yield draft;
      block = new EventBlock(text, line, label);
    } else if (block !== null) {
      block.take(label, line);
    }
  }
  const last = block?.finish() ?? null;
  if (last !== null) yield last;
}
