/**
 * Texts of events without their labels: pasted one below the other, or each below a line that names its number,
 * such as `Event ID 76` or `Event 76, DeviceManagement-Enterprise-Diagnostics-Provider`.
 */
import type { LogArtefact } from './artefact.ts';
import { bareMessageIn, type MessagePlace } from './bareMessage.ts';
import { addEvent, type EventDraft } from './eventRecord.ts';
import { linesWithText, type LineWithText } from './linesWithText.ts';
import { RecordTableBuilder } from './recordTable.ts';

/**
 * Reads every line as the text of an event, whether or not anything tells that it is one. A line right below an event
 * goes on with its text, unless `isMessage` says that it begins a text of its own.
 */
export function parseBareEvents(text: string, isMessage: (message: string) => boolean): LogArtefact {
  const builder = new RecordTableBuilder(text);
  let heading: Heading = { eventId: null, source: '', end: 0 };
  let current: EventDraft | null = null;
  let lastLine = -1;
  for (const line of linesWithText(text)) {
    const message = bareMessageIn(text, line.start, line.end);
    if (message === null) continue;
    const found = headingAt(text, message);
    const from = found?.end ?? message.start;
    const goesOn = current !== null && found === null && isNextLine(text, lastLine, line.lineStart);
    lastLine = line.lineEnd;
    if (current !== null && goesOn && !isMessage(text.slice(message.start, message.end))) {
      current = extended(current, line.end, message.end);
      continue;
    }
    if (current !== null) addEvent(builder, text, current, false);
    heading = found ?? heading;
    current = from < message.end ? draftOf(line, from, message.end, heading) : null;
  }
  if (current !== null) addEvent(builder, text, current, false);
  return { type: 'log', kind: 'event-text', text, records: builder.finish(), problems: [] };
}

interface Heading {
  readonly eventId: number | null;
  readonly source: string;
  /** Where the text of the event begins on the heading's own line; its end where there is none. */
  readonly end: number;
}

const headingForm =
  /^event(?:[ -]?id)?[ \t*:#]{0,4}(\d{1,5})(?!\d)[*`]{0,3}[ \t]{0,8}([,:.\u2013-]?)[ \t*`]{0,8}/i;

function headingAt(text: string, line: MessagePlace): Heading | null {
  const match = headingForm.exec(text.slice(line.start, Math.min(line.end, line.start + longestHeading)));
  if (match === null) return null;
  const [all, id = '', mark = ''] = match;
  const end = line.start + all.length;
  const isSource = mark === ',';
  return {
    eventId: Number(id) & 0xffff,
    source: isSource ? text.slice(end, Math.min(line.end, line.start + longestHeading)) : '',
    end: isSource ? line.end : end,
  };
}

const longestHeading = 120;

/** Whether nothing but one line end stands between. */
function isNextLine(text: string, lineEnd: number, nextStart: number): boolean {
  const between = nextStart - lineEnd;
  return between === 1 || (between === 2 && text.charAt(lineEnd) === '\r');
}

function extended(draft: EventDraft, end: number, messageEnd: number): EventDraft {
  return { ...draft, end, messageEnd };
}

function draftOf(line: LineWithText, start: number, end: number, heading: Heading): EventDraft {
  return {
    start: line.start,
    end: line.end,
    messageStart: start,
    messageEnd: end,
    source: heading.source,
    date: '',
    level: '',
    eventId: heading.eventId,
  };
}
