import type { LogEntry, MessageEntry } from '../../catalogue/types.ts';
import type { MessageModule } from './messageModule.ts';
import { PhraseIndex } from './phraseIndex.ts';
import { literalText, type Literal } from './literal.ts';
import { createLogNames } from './logNames.ts';
import { compileTemplate, foldCase, matchFolded, type Template } from './template.ts';

/** A message that the catalogue knows. */
export interface MessageMatch {
  readonly entry: MessageEntry;
  /** What the holes of its template hold, by name. */
  readonly values: Readonly<Record<string, string>>;
}

export interface MessageMatcher {
  /** Sorts many messages at once: those of which it does not tell are known to nobody. */
  readonly sorter: MessageModule;
  /**
   * The entry that explains a message; null where the catalogue knows none. `log` is the name of the log that
   * holds it, null where that is not known, as in a paste. `eventId` is the number of a Windows event, where known;
   * an entry of another number is the last choice. Linear in the message.
   */
  match(message: string, log: string | null, eventId?: number | null): MessageMatch | null;
  /** The entry for an event of a log whose number tells its meaning, whatever its text; null where there is none. */
  matchEvent(log: string, eventId: number): MessageMatch | null;
  /** The name of the log that a record belongs to, by its component, else by its file's name; null where neither tells. */
  logOf(component: string, fileName: string): string | null;
}

/**
 * Prepares the matcher, once for a catalogue.
 *
 * One pass over the bytes of a message asks whether it holds the phrase of any template at all, which most messages of
 * most logs do not. Only the templates behind the phrases that it holds are tried. A phrase is the longest literal of its
 * template, from its first telling word on, and counts only where a word begins.
 */
export function createMessageMatcher(
  entries: readonly MessageEntry[],
  logs: readonly LogEntry[],
): MessageMatcher {
  const candidates = entries.flatMap((entry, order) => compileEntry(entry, order));
  const phrases = new PhraseIndex(candidates.map((item) => ({ phrase: item.phrase, item })));
  const logNames = createLogNames(logs);

  return {
    sorter: phrases.module,
    match(message, log, eventId = null) {
      const tried = phrases.find(message);
      if (tried.length === 0) return null;

      const folded = foldCase(message);
      let best: Found | null = null;
      for (const candidate of tried) {
        const found = tryCandidate(candidate, message, folded, log);
        if (found !== null && (best === null || isBetter(found, best, eventId))) best = found;
      }
      return best === null ? null : { entry: best.candidate.entry, values: best.values };
    },
    matchEvent(log, eventId) {
      const entry = entries.find(
        (one) => one.byEventId === true && one.eventId === eventId && one.logs.includes(log),
      );
      return entry === undefined ? null : { entry, values: {} };
    },
    logOf: logNames,
  };
}

interface Candidate {
  readonly entry: MessageEntry;
  /** Place of the entry in the catalogue and of the template in its entry, to keep choices stable. */
  readonly order: number;
  readonly variant: number;
  readonly template: Template;
  readonly phrase: string;
}

interface Found {
  readonly candidate: Candidate;
  readonly ownLog: boolean;
  readonly values: Readonly<Record<string, string>>;
}

function compileEntry(entry: MessageEntry, order: number): Candidate[] {
  return entry.templates.map((source, variant) => {
    const template = compileTemplate(source);
    return { entry, order, variant, template, phrase: phraseOf(mostDistinctive(template.literals)) };
  });
}

function mostDistinctive(literals: readonly Literal[]): Literal {
  return literals.reduce((best, literal) => (literal.weight > best.weight ? literal : best));
}

/** From the first longer word on, where there is one: short words begin half of all sentences and tell nothing. */
function phraseOf(literal: Literal): string {
  const text = literalText(literal).replace(/^[^a-z0-9]+/, '');
  const telling = /(?<![a-z0-9])[a-z0-9]{5}/.exec(text);
  return telling === null ? text : text.slice(telling.index);
}

function tryCandidate(
  candidate: Candidate,
  message: string,
  folded: string,
  log: string | null,
): Found | null {
  const ownLog = log !== null && candidate.entry.logs.includes(log);
  if (candidate.entry.onlyInItsLogs === true && !ownLog) return null;
  const match = matchFolded(candidate.template, message, folded);
  return match === null ? null : { candidate, ownLog, values: match.values };
}

/** The event's number counts most, then the message's own log, then the longer text, then the order of the catalogue. */
function isBetter(a: Found, b: Found, eventId: number | null): boolean {
  const byNumber = agreement(a, eventId) - agreement(b, eventId);
  if (byNumber !== 0) return byNumber > 0;
  if (a.ownLog !== b.ownLog) return a.ownLog;
  if (a.candidate.entry === b.candidate.entry) return a.candidate.variant < b.candidate.variant;
  const difference = a.candidate.template.weight - b.candidate.template.weight;
  return difference !== 0 ? difference > 0 : a.candidate.order < b.candidate.order;
}

/** 1 where the numbers are the same, -1 where both are known and differ, else 0. */
function agreement({ candidate }: Found, eventId: number | null): number {
  const known = candidate.entry.eventId;
  if (known === undefined || eventId === null) return 0;
  return known === eventId ? 1 : -1;
}
