import type { LogEntry, MessageEntry } from '../../catalogue/types.ts';
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
 * One regular expression asks whether a message holds the key of any template at all, which most messages of
 * most logs do not. Only on a hit the templates behind that key are tried. A key is the longest literal of its
 * template, from its first letter or digit on, and counts only where a word begins: asking for that lets the
 * expression pass over most places of a message at once.
 */
export function createMessageMatcher(
  entries: readonly MessageEntry[],
  logs: readonly LogEntry[],
): MessageMatcher {
  const candidates = entries.flatMap((entry, order) => compileEntry(entry, order));
  const byKey = indexByKey(candidates);
  const prefilter = prefilterOf([...byKey.keys()]);
  const logNames = createLogNames(logs);

  return {
    match(message, log, eventId = null) {
      const searched = withSingleBlanks(message);
      prefilter.lastIndex = 0;
      let hit = prefilter.exec(searched);
      if (hit === null) return null;

      const folded = foldCase(message);
      let tried: readonly Candidate[] = [];
      let best: Found | null = null;
      while (hit !== null) {
        const candidates = candidatesOf(hit[0], byKey);
        for (const candidate of candidates) {
          if (tried.includes(candidate)) continue;
          const found = tryCandidate(candidate, message, folded, log);
          if (found !== null && (best === null || isBetter(found, best, eventId))) best = found;
        }
        tried = tried.length === 0 ? candidates : [...new Set([...tried, ...candidates])];
        // The next hit may overlap with this one.
        prefilter.lastIndex = hit.index + 1;
        hit = prefilter.exec(searched);
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
  readonly key: string;
}

interface Found {
  readonly candidate: Candidate;
  readonly ownLog: boolean;
  readonly values: Readonly<Record<string, string>>;
}

function compileEntry(entry: MessageEntry, order: number): Candidate[] {
  return entry.templates.map((source, variant) => {
    const template = compileTemplate(source);
    return { entry, order, variant, template, key: keyOf(mostDistinctive(template.literals)) };
  });
}

function mostDistinctive(literals: readonly Literal[]): Literal {
  return literals.reduce((best, literal) => (literal.weight > best.weight ? literal : best));
}

/** For each key the candidates that a hit on it may mean: those of the key itself and of keys that it begins with. */
function indexByKey(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const keys = new Set(candidates.map((candidate) => candidate.key));
  return new Map(
    [...keys].map((key) => [key, candidates.filter((candidate) => key.startsWith(candidate.key))]),
  );
}

/**
 * One alternation without captures, longest first, so that the hit at a place is the longest key that stands
 * there. The character before the key is part of the hit: that is several times faster than looking behind.
 * Nothing but literals stands in it: with any other way to write a blank, it would be four times slower.
 */
function prefilterOf(keys: readonly string[]): RegExp {
  if (keys.length === 0) return /(?!)/g;
  const alternatives = keys.toSorted((a, b) => b.length - a.length).map(escapeForRegExp);
  return new RegExp(`(?:^|[^a-z0-9])(?:${alternatives.join('|')})`, 'gi');
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function keyOf(literal: Literal): string {
  return literalText(literal).replace(/^[^a-z0-9]+/, '');
}

function candidatesOf(hit: string, byKey: ReadonlyMap<string, readonly Candidate[]>): readonly Candidate[] {
  const text = hit.toLowerCase();
  return byKey.get(text) ?? byKey.get(text.slice(1)) ?? [];
}

/** Runs of blanks, tabs and line ends as one blank, as the keys are written; most messages are so already. */
function withSingleBlanks(message: string): string {
  return /\s\s|[^\S ]/.test(message) ? message.replace(/\s+/g, ' ') : message;
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
