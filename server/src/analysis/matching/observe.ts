import type { LogArtefact } from '../artefacts/artefact.ts';
import { rowsOf } from '../artefacts/recordTable.ts';
import type { KnownMessages } from './knownMessages.ts';
import {
  AllObservations,
  isTrouble,
  tellOf,
  type LogObservations,
  type ObservationCollector,
} from './logObservations.ts';
import type { MessageMatch, MessageMatcher } from './messageMatcher.ts';
import { plainMessage } from './plainMessage.ts';
import { RecordObserver, searchedCharacters } from './recordObserver.ts';

/** Matches every record of a log against the catalogue. `fileName` helps where `component=` does not tell the log. */
export function observeLog(
  artefact: LogArtefact,
  fileName: string,
  messages: KnownMessages,
): LogObservations {
  const observed = new AllObservations();
  switch (artefact.kind) {
    case 'ccm-log':
    case 'simple-log':
    case 'installer-log': {
      const { records, text } = artefact;
      new RecordObserver(fileName, messages, observed, false).add(rowsOf(records), 0, records.count, text, 0);
      return observed;
    }
    case 'log-excerpt':
    case 'event-text':
      observeCopy(artefact, fileName, messages, observed);
      return observed;
  }
}

/** Of a copy, the messages may have been changed on the way, and the log may have to be told from all of them. */
function observeCopy(
  artefact: LogArtefact,
  fileName: string,
  messages: KnownMessages,
  collector: ObservationCollector,
): void {
  const { matcher } = messages;
  const { records, text } = artefact;
  const named = records.components.map((component) => matcher.logOf(component, fileName));
  const unnamed = named.includes(null) ? assumedLog(artefact, matcher) : null;
  for (let i = 0; i < records.count; i++) {
    const start = records.messageStart[i] ?? 0;
    const message = text.slice(start, Math.min(records.messageEnd[i] ?? 0, start + searchedCharacters));
    const log = named[records.component[i] ?? 0] ?? unnamed;
    const match = matchRecord(artefact, i, message, log, matcher);
    if (match === null && !isTrouble(records.type[i] ?? 0)) continue;
    const known = { match, codes: messages.codesIn(message, match), quote: '' };
    tellOf(collector, i, start, start + message.length, log, known, false);
  }
}

/** By its text, else by its event id: other languages of Windows and XML without the text leave nothing else. */
function matchRecord(
  { kind, records }: LogArtefact,
  index: number,
  message: string,
  log: string | null,
  matcher: MessageMatcher,
): MessageMatch | null {
  const written = records.eventId?.[index] ?? -1;
  const eventId = written < 0 ? null : written;
  const match = matcher.match(plainMessage(message, kind), log, eventId);
  return match ?? (log === null || eventId === null ? null : matcher.matchEvent(log, eventId));
}

/** Messages that are looked at to tell the log that a paste was taken from. */
const examinedMessages = 200;

/**
 * The log that a paste without components was taken from: the only one that writes all the messages in it that the
 * catalogue knows. Wording that counts in its own log only is then known, too. Null where none or several do.
 */
function assumedLog({ kind, records, text }: LogArtefact, matcher: MessageMatcher): string | null {
  if (kind !== 'log-excerpt' && kind !== 'event-text') return null;
  const writers: (readonly string[])[] = [];
  for (let i = 0; i < Math.min(records.count, examinedMessages); i++) {
    const start = records.messageStart[i] ?? 0;
    const end = Math.min(records.messageEnd[i] ?? 0, start + searchedCharacters);
    const match = matcher.match(plainMessage(text.slice(start, end), kind), null);
    if (match !== null) writers.push(match.entry.logs);
  }
  const common = writers[0]?.filter((log) => writers.every((logs) => logs.includes(log))) ?? [];
  return common.length === 1 ? (common[0] ?? null) : null;
}
