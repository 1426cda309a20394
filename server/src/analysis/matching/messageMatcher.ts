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
   * holds it, null where that is not known, as in a paste. Linear in the message.
   */
  match(message: string, log: string | null): MessageMatch | null;
  /** The name of the log that a record belongs to, by its component, else by its file's name; null where neither tells. */
  logOf(component: string, fileName: string): string | null;
}

/**
 * Prepares the matcher, once for a catalogue.
 *
 * One regular expression asks whether a message holds the key literal of any template at all, which most
 * messages of most logs do not. Only on a hit the templates behind that literal are tried.
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
    match(message, log) {
      prefilter.lastIndex = 0;
      let hit = prefilter.exec(message);
      if (hit === null) return null;

      const folded = foldCase(message);
      const tried = new Set<Candidate>();
      let best: Found | null = null;
      while (hit !== null) {
        for (const candidate of byKey.get(keyOf(hit[0])) ?? []) {
          if (tried.has(candidate)) continue;
          tried.add(candidate);
          const found = tryCandidate(candidate, message, folded, log);
          if (found !== null && (best === null || isBetter(found, best))) best = found;
        }
        // The next hit may overlap with this one.
        prefilter.lastIndex = hit.index + 1;
        hit = prefilter.exec(message);
      }
      return best === null ? null : { entry: best.candidate.entry, values: best.values };
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
    return { entry, order, variant, template, key: literalText(mostDistinctive(template.literals)) };
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

/** One alternation without groups, longest first, so that the hit at a place is the longest key that stands there. */
function prefilterOf(keys: readonly string[]): RegExp {
  const alternatives = keys
    .toSorted((a, b) => b.length - a.length)
    .map((key) => key.split(' ').map(escapeForRegExp).join('\\s+'));
  return new RegExp(alternatives.length > 0 ? alternatives.join('|') : '(?!)', 'gi');
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function keyOf(hit: string): string {
  return hit.toLowerCase().replace(/\s+/g, ' ');
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

/** The message's own log counts most, then the longer text, then the order of the catalogue. */
function isBetter(a: Found, b: Found): boolean {
  if (a.ownLog !== b.ownLog) return a.ownLog;
  if (a.candidate.entry === b.candidate.entry) return a.candidate.variant < b.candidate.variant;
  const difference = a.candidate.template.weight - b.candidate.template.weight;
  return difference !== 0 ? difference > 0 : a.candidate.order < b.candidate.order;
}
