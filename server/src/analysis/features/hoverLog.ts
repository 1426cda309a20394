import type { Catalogue } from '../../catalogue/types.ts';
import type { LogArtefact } from '../artefacts/artefact.ts';
import { recordAt, recordIndexAt } from '../artefacts/recordTable.ts';
import type { LogRecord } from '../artefacts/recordTable.ts';
import type { Moment, Observation, Reading } from '../caseAnalysis.ts';
import { momentOf } from '../stages/sighting.ts';
import { causesMarkdown } from './causesMarkdown.ts';
import { codeAt, codesMarkdown, codesOfText, eachOnce, isSameCode } from './codesMarkdown.ts';
import type { NamedCode } from './codesMarkdown.ts';
import { entryMarkdown } from './entryMarkdown.ts';
import type { HoverContext, HoverText } from './hoverContext.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import { formatClock, formatSpan } from './moment.ts';
import { oneLine } from './oneLine.ts';
import { lookOfTone } from './stageWords.ts';
import { tasksMarkdown } from './tasksMarkdown.ts';
import { workloadsMarkdown } from './workloadsMarkdown.ts';

/** The record under the cursor: what its message means, its codes, its time. */
export function logHover(
  reading: Reading,
  { records }: LogArtefact,
  offset: number,
  context: HoverContext,
): HoverText | null {
  const index = recordIndexAt(records, offset);
  if (index < 0 || offset > (records.end[index] ?? 0)) return null;
  const record = recordAt(records, index);
  const observation = observationOf(reading.observations, index);
  const codes = codesAround(record, observation, offset, context.catalogue);
  // Whoever points at a code asks about the code; what the record says comes after it.
  const at = codeAt(record.message, offset - record.messageStart, context.catalogue);
  const pointed = at === null ? [] : codes.filter((code) => isSameCode(code, at));
  const others = codes.filter((code) => !pointed.includes(code));
  return {
    start: record.messageEnd > record.messageStart ? record.messageStart : record.start,
    end: record.messageEnd > record.messageStart ? record.messageEnd : record.end,
    paragraphs: [
      ...codesMarkdown(pointed, context.catalogue),
      ...(pointed.length === 0 ? [] : ['---']),
      ...(observation === null ? [] : meaning(observation, context.catalogue)),
      ...stateMessage(observation, context.catalogue),
      ...masks(observation, context.catalogue),
      ...tasksMarkdown(context.catalogue, record.message),
      ...codesMarkdown(others, context.catalogue),
      ...causesMarkdown(context.catalogue, observation?.entry.causeId, codes),
      recordFacts(
        record,
        momentOf(records, index, context.bias),
        index === 0 ? null : momentOf(records, index - 1, context.bias),
      ),
      ...(record.torn ? ['*Torn record: a part of it is missing in this file.*'] : []),
    ],
  };
}

/** Observations come in the order of their records. */
function observationOf(observations: readonly Observation[], record: number): Observation | null {
  let low = 0;
  let high = observations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((observations[middle]?.record ?? 0) < record) low = middle + 1;
    else high = middle;
  }
  const found = observations[low];
  return found?.record === record ? found : null;
}

function meaning({ entry }: Observation, catalogue: Catalogue): readonly string[] {
  const stage = catalogue.stages.find(({ id }) => id === entry.stage);
  const heading = [...(stage === undefined ? [] : [stage.title]), lookOfTone[entry.tone].words].join(' · ');
  return [`**${heading}**`, ...entryMarkdown(entry, catalogue.references)];
}

function masks(observation: Observation | null, catalogue: Catalogue): readonly string[] {
  const flags = observation?.values['flags'];
  return flags === undefined ? [] : workloadsMarkdown(catalogue, flags);
}

/** The state message that a report line names by its number. */
function stateMessage(observation: Observation | null, { stateMessages }: Catalogue): readonly string[] {
  if (observation?.entry.signal !== 'report-sent') return [];
  const id = Number(observation.values['state']);
  const entry = stateMessages.find((one) => one.id === id);
  return entry === undefined ? [] : [`**State message ${id}:** ${escapeMarkdown(entry.meaning)}.`];
}

/** The codes that the record prints, and the one that its message stands for. */
function codesAround(
  record: LogRecord,
  observation: Observation | null,
  offset: number,
  catalogue: Catalogue,
): readonly NamedCode[] {
  const printed = codesOfText(record.message, offset - record.messageStart, catalogue);
  const implied = observation?.entry.impliedCode;
  return eachOnce([
    ...ownCode(observation),
    ...printed,
    ...(implied === undefined ? [] : [{ kind: 'code' as const, value: implied }]),
  ]);
}

/** A number that means something else in this message than elsewhere, such as an exit code; 0 may be one of them. */
function ownCode(observation: Observation | null): readonly NamedCode[] {
  const context = observation?.entry.codeContext;
  const value = Number(observation?.values['code']);
  return context !== undefined && Number.isInteger(value) && value >= 0
    ? [{ kind: 'code', value, context }]
    : [];
}

function recordFacts(record: LogRecord, time: Moment | null, previous: Moment | null): string {
  const facts = [
    ...(time === null ? ['no usable time'] : [`${formatClock(time.local)} local time`]),
    ...(time === null ? [] : [utcClock(time)]),
    ...(time === null || previous === null ? [] : [distance(time, previous)]),
    ...(record.component === '' ? [] : [`component ${codeSpan(oneLine(record.component, 80))}`]),
  ];
  return facts.join(' · ');
}

/** The time in UTC, with its date only where that differs. */
function utcClock({ local, utc }: Moment): string {
  if (utc === null) return 'time zone not written';
  const clock = formatClock(utc);
  const sameDay = formatClock(local).slice(0, 10) === clock.slice(0, 10);
  return `${sameDay ? clock.slice(11) : clock} UTC`;
}

function distance(time: Moment, previous: Moment): string {
  const span =
    time.utc !== null && previous.utc !== null ? time.utc - previous.utc : time.local - previous.local;
  if (span === 0) return 'at the same moment as the previous record';
  return span > 0
    ? `+${formatSpan(span)} after the previous record`
    : `${formatSpan(span)} before the previous record (out of order, or the clock was set back)`;
}
