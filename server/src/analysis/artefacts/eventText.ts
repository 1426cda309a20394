/** Windows events as text, in every form in which they are copied or exported. One record an event. */
import type { ArtefactReader, LogArtefact } from './artefact.ts';
import { holdsEventDetails, readEventDetails } from './eventDetails.ts';
import { holdsEventFormatTable, readEventFormatTable } from './eventFormatTable.ts';
import { addEvent, type EventDraft } from './eventRecord.ts';
import { holdsEventTable, readEventTable } from './eventTable.ts';
import { holdsEventXml, readEventXml } from './eventXml.ts';
import { isDayFirst } from './pastedTime.ts';
import { RecordTableBuilder } from './recordTable.ts';

export const eventTextReader: ArtefactReader = { kind: 'event-text', detect, parse };

function detect(head: string): 0 | 2 {
  return formOf(head) === null ? 0 : 2;
}

function parse(text: string): LogArtefact {
  const drafts = [...(formOf(text.slice(0, headLength))?.(text) ?? [])];
  const dayFirst = isDayFirst(drafts.map((draft) => draft.date));
  const builder = new RecordTableBuilder(text);
  for (const draft of drafts) addEvent(builder, text, draft, dayFirst);
  return { type: 'log', kind: 'event-text', text, records: builder.finish(), problems: [] };
}

const headLength = 0x10000;

/** The forms, surest first: blocks of labels may hold the XML of the same event. */
function formOf(head: string): ((text: string) => Iterable<EventDraft>) | null {
  if (holdsEventTable(head)) return readEventTable;
  if (holdsEventFormatTable(head)) return readEventFormatTable;
  if (holdsEventDetails(head)) return readEventDetails;
  return holdsEventXml(head) ? readEventXml : null;
}
