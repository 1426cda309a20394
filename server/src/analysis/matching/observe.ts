import type { Catalogue } from '../../catalogue/types.ts';
import type { LogArtefact } from '../artefacts/artefact.ts';
import type { Observation, UnexplainedRecord } from '../caseAnalysis.ts';
import { findCodes, type CodeMention } from './codes.ts';
import type { MessageMatcher } from './messageMatcher.ts';

/** What a log says, as far as the catalogue knows it, in the order of its records. */
export interface LogObservations {
  readonly observations: readonly Observation[];
  readonly unexplained: readonly UnexplainedRecord[];
}

/** The longest message that is searched for knowledge; a longer one is searched up to here. */
const searchedCharacters = 64 * 1024;

/** `type=` values that say warning or error. They alone never make a finding an error. */
const warningType = 2;
const errorType = 3;

/** Matches every record of a log against the catalogue. `fileName` helps where `component=` does not tell the log. */
export function observeLog(
  artefact: LogArtefact,
  fileName: string,
  matcher: MessageMatcher,
  catalogue: Catalogue,
): LogObservations {
  const observations: Observation[] = [];
  const unexplained: UnexplainedRecord[] = [];
  const { records, text } = artefact;
  const logs = records.components.map((component) => matcher.logOf(component, fileName));
  const isKnown = (value: number): boolean => catalogue.codes.lookup(value).length > 0;

  for (let i = 0; i < records.count; i++) {
    const start = records.messageStart[i] ?? 0;
    const end = Math.min(records.messageEnd[i] ?? 0, start + searchedCharacters);
    const message = text.slice(start, end);
    const log = logs[records.component[i] ?? 0] ?? null;
    const match = matcher.match(message, log);
    if (match !== null) {
      const codes = shift(findCodes(message, isKnown), start);
      observations.push({ entry: match.entry, record: i, start, end, values: match.values, codes, log });
      continue;
    }
    const type = records.type[i] ?? 0;
    if (type !== warningType && type !== errorType) continue;
    unexplained.push({ record: i, codes: shift(findCodes(message, isKnown), start) });
  }
  return { observations, unexplained };
}

function shift(codes: readonly CodeMention[], by: number): readonly CodeMention[] {
  return codes.map((code) => ({ ...code, start: code.start + by, end: code.end + by }));
}
