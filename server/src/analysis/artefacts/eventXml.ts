/** Events as XML: `<Event xmlns=…>`, well-formed, escaped for a web page, with a browser's dashes, or cut off. */
import { skipBlanksAndLines, trimBlanksAndLines } from '../text/characters.ts';
import { eventIdOf, type EventDraft } from './eventRecord.ts';

/** What the schema of every Windows event begins with. */
const schema = 'schemas.microsoft.com/win/2004/08/events/event';

/** Text before an event's XML that is longer than this is not the event's text. */
const longestTextBefore = 4096;

export function holdsEventXml(head: string): boolean {
  return eventOpener.test(head) && (head.includes(schema) || /(?:<|&lt;)EventID\b/.test(head));
}

const eventOpener = /(?:<|&lt;)Event(?=[\s>]|&gt;)/;

/** Reads every event; one ends where it closes, or where the next one begins. */
export function* readEventXml(text: string): Generator<EventDraft> {
  const openers = new RegExp(eventOpener, 'g');
  let before = 0;
  for (let opener = openers.exec(text); opener !== null;) {
    const next = openers.exec(text);
    const limit = next?.index ?? text.length;
    const draft = readEvent(text, before, opener.index, limit);
    before = draft.end;
    yield draft;
    opener = next;
  }
}

function readEvent(text: string, before: number, start: number, limit: number): EventDraft {
  const part = text.slice(start, limit);
  const close = part.search(/(?:<|&lt;)\/Event(?:>|&gt;)/);
  const end =
    close < 0
      ? trimBlanksAndLines(text, start, limit)
      : start + close + (part.charAt(close) === '<' ? '</Event>' : '&lt;/Event&gt;').length;
  const event = text.slice(start, end);
  // Numbers and names stand in the first part; only the message may be long.
  const system = event.slice(0, longestSystem);
  const message = messageIn(event);
  const place =
    message === null
      ? textBefore(text, before, start)
      : { start: start + message.start, end: start + message.end };
  return {
    start: message === null && place !== null ? place.start : start,
    end,
    messageStart: place?.start ?? end,
    messageEnd: place?.end ?? end,
    source: attribute(system, providerName),
    date: attribute(system, systemTime),
    level: content(system, levelOf),
    eventId: eventIdOf(content(system, idOf)),
  };
}

const longestSystem = 8192;

const providerName = /Provider\s{1,8}Name=(?:"|'|&quot;)([^"'&<>]{1,200})/;
const systemTime = /SystemTime=(?:"|'|&quot;)([^"'&<>]{10,40})/;
const idOf = /(?:<|&lt;)EventID(?:\s[^<>&]{0,80})?(?:>|&gt;)\s{0,8}(\d{1,10})/;
const levelOf = /(?:<|&lt;)Level(?:>|&gt;)\s{0,8}(\d{1,3})/;

function attribute(system: string, form: RegExp): string {
  return form.exec(system)?.[1] ?? '';
}

const content = attribute;

interface Part {
  readonly start: number;
  readonly end: number;
}

/** The rendered message where the export holds one, else the event's data. */
function messageIn(event: string): Part | null {
  return inside(event, 'Message') ?? inside(event, 'EventData') ?? inside(event, 'UserData');
}

function inside(event: string, element: string): Part | null {
  for (const [open, close] of [
    ['<', '>'],
    ['&lt;', '&gt;'],
  ] as const) {
    const opener = event.indexOf(`${open}${element}`);
    const from = opener < 0 ? -1 : event.indexOf(close, opener);
    if (from < 0) continue;
    const closer = event.indexOf(`${open}/${element}${close}`, from);
    const start = skipBlanksAndLines(event, from + close.length, event.length);
    const end = trimBlanksAndLines(event, start, closer < 0 ? event.length : closer);
    if (end > start) return { start, end };
  }
  return null;
}

/** The text that somebody pasted above the XML of the same event. */
function textBefore(text: string, before: number, start: number): Part | null {
  if (start - before > longestTextBefore) return null;
  const from = skipBlanksAndLines(text, before, start);
  let end = trimBlanksAndLines(text, from, start);
  // The dash with which browsers fold an element.
  if (text.charAt(end - 1) === '-') end = trimBlanksAndLines(text, from, end - 1);
  return end > from ? { start: from, end } : null;
}
