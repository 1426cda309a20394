import type { MessageEntry } from '../../catalogue/types.ts';
import { parseBareEvents } from '../artefacts/bareEvents.ts';
import type { LogArtefact } from '../artefacts/artefact.ts';
import { parseExcerpt } from '../artefacts/logExcerpt.ts';
import { recordAt } from '../artefacts/recordTable.ts';
import type { MessageMatcher } from './messageMatcher.ts';
import { plainMessage } from './plainMessage.ts';

/**
 * Reads a text without any structure as an excerpt of a log or as texts of events, if its lines are such messages.
 * Only the catalogue can tell, so this is asked where no reader knows the text. Null where too few lines are
 * known: a page that quotes a message among many others is no log. `eventLogs` names the logs of Windows events.
 */
export function recogniseMessages(
  text: string,
  matcher: MessageMatcher,
  eventLogs: ReadonlySet<string>,
): LogArtefact | null {
  const counts = countMessages(text.slice(0, examinedCharacters), matcher, eventLogs);
  if (!isExcerpt(counts)) return null;
  const isKnown = (message: string): boolean => knownEntry(message, matcher) !== null;
  return counts.events * 2 > counts.known ? parseBareEvents(text, isKnown) : parseExcerpt(text);
}

/** An excerpt is short; of a longer text this much tells enough. */
const examinedCharacters = 0x8000;

interface Counts {
  readonly lines: number;
  /** Lines that the catalogue knows as messages about enrollment. */
  readonly known: number;
  /** How many different ones. */
  readonly distinct: number;
  /** How many of the known ones are texts of events. */
  readonly events: number;
}

function countMessages(head: string, matcher: MessageMatcher, eventLogs: ReadonlySet<string>): Counts {
  const { records } = parseExcerpt(head);
  const entries = new Set<string>();
  let known = 0;
  let events = 0;
  for (let i = 0; i < records.count; i++) {
    const entry = knownEntry(recordAt(records, i).message, matcher);
    if (entry === null) continue;
    known++;
    entries.add(entry.id);
    if (entry.logs.some((log) => eventLogs.has(log))) events++;
  }
  return { lines: records.count, known, distinct: entries.size, events };
}

function knownEntry(message: string, matcher: MessageMatcher): MessageEntry | null {
  const entry = matcher.match(plainMessage(message, 'log-excerpt'), null)?.entry;
  return entry === undefined || (entry.signal === null && entry.stage === null) ? null : entry;
}

/** In a few lines one message is enough; among more it needs a fair share of them, a smaller one if they differ. */
function isExcerpt({ lines, known, distinct }: Counts): boolean {
  if (known === 0) return false;
  return lines <= fewLines || known * 4 >= lines || (distinct > 1 && known * 10 >= lines);
}

const fewLines = 5;
