import type { TextEdit } from '../text/textEdit.ts';
import type { LogArtefact, Problem } from './artefact.ts';
import { ccmOpener } from './ccmDelimiters.ts';
import { CcmRecordSink } from './ccmRecordSink.ts';
import { CcmScanner } from './ccmScanner.ts';
import { joinProblems } from './joinProblems.ts';
import { recordFlags, recordIndexAt, type RecordTable } from './recordTable.ts';
import { replaceRecords, spliceRecords } from './spliceRecords.ts';

/** A CCM log after an edit, and what of it is new. */
export interface CcmRescan {
  readonly artefact: LogArtefact;
  /** So many records from the start are as they were. */
  readonly left: number;
  /** The records that were read again, on their own; their offsets count in the new text. */
  readonly middle: LogArtefact;
  /** From this record of the old table on all are as they were, behind the middle and `shift` further on. */
  readonly right: number;
  readonly shift: number;
}

/**
 * Reads a CCM log again after an edit, as far as it has to be: from the record before it to the first record behind
 * it at which the old reading fits again. The result is that of a whole reading. Null where only that tells.
 *
 * A record depends on nothing before its opener, and nothing that is decided about a whole record depends on what
 * stands behind the next opener (see `CcmScanner`). So reading may begin at an opener behind a whole record, and
 * may end where it comes upon an opener that began a record before.
 */
export function rescanCcm(before: LogArtefact, text: string, edit: TextEdit): CcmRescan | null {
  const { records } = before;
  const shift = edit.newEnd - edit.oldEnd;
  const left = lastUntouched(records, edit.start);
  const base = left === 0 ? 0 : (records.start[left] ?? 0);
  const firstBehind = recordIndexAt(records, edit.oldEnd) + 1;
  for (let ahead = 8; ; ahead *= 4) {
    const last = firstBehind + ahead;
    const goesOn = last < records.count;
    const end = goesOn ? (records.start[last] ?? 0) + shift + ccmOpener.length : text.length;
    const scanned = scan(text, base, end, goesOn);
    const fit =
      goesOn || records.count > firstBehind
        ? fitting(scanned.records, records, firstBehind, shift, edit, text)
        : null;
    if (fit === null && goesOn) continue;
    return joined(before, text, scanned, { left, shift, base, fit });
  }
}

/** Index of the last record whose opener lies before an edit and which has a whole record before it; else 0. */
function lastUntouched(records: RecordTable, editStart: number): number {
  let index = Math.max(0, recordIndexAt(records, editStart));
  while (index > 0) {
    const start = records.start[index] ?? 0;
    const isWhole = ((records.flags[index - 1] ?? 0) & recordFlags.torn) === 0;
    if (isWhole && start + ccmOpener.length <= editStart && records.text.startsWith(ccmOpener, start)) break;
    index--;
  }
  return index;
}

function scan(
  text: string,
  base: number,
  end: number,
  goesOn: boolean,
): { readonly records: RecordTable; readonly problems: readonly Problem[] } {
  const sink = new CcmRecordSink(text);
  sink.moveTo(base);
  new CcmScanner(text.slice(base, end), goesOn, sink).scan();
  return sink.finish();
}

interface Fit {
  /** The first record of the new reading that is a record of the old one, and that record. */
  readonly scanned: number;
  readonly old: number;
}

/** Where the new reading comes upon a record of the old one, behind the edit; null where it does not. */
function fitting(
  scanned: RecordTable,
  old: RecordTable,
  firstBehind: number,
  shift: number,
  { newEnd }: TextEdit,
  text: string,
): Fit | null {
  let at = firstBehind;
  for (let i = 0; i < scanned.count; i++) {
    const start = scanned.start[i] ?? 0;
    if (start <= newEnd) continue;
    while (at < old.count && (old.start[at] ?? 0) + shift < start) at++;
    if (at >= old.count) return null;
    if ((old.start[at] ?? 0) + shift === start && text.startsWith(ccmOpener, start))
      return { scanned: i, old: at };
  }
  return null;
}

function joined(
  { records, problems, kind }: LogArtefact,
  text: string,
  scanned: { readonly records: RecordTable; readonly problems: readonly Problem[] },
  {
    left,
    shift,
    base,
    fit,
  }: { readonly left: number; readonly shift: number; readonly base: number; readonly fit: Fit | null },
): CcmRescan | null {
  const middleCount = fit?.scanned ?? scanned.records.count;
  const right = fit?.old ?? records.count;
  const middleEnd = fit === null ? text.length : (scanned.records.start[fit.scanned] ?? 0);
  const all = joinProblems(
    problems.filter(({ start }) => start < base),
    problems.filter(({ start }) => start >= base && (fit === null || start + shift < middleEnd)),
    scanned.problems.filter(({ start }) => start < middleEnd),
    fit === null
      ? []
      : problems.filter(({ start }) => start + shift >= middleEnd).map((each) => moved(each, shift)),
  );
  if (all === null) return null;
  const middle = spliceRecords(text, [{ table: scanned.records, from: 0, to: middleCount, shift: 0 }]);
  const joinedRecords = replaceRecords(text, records, { from: left, to: right, shift }, middle);
  return {
    artefact: { type: 'log', kind, text, records: joinedRecords, problems: all },
    left,
    middle: { type: 'log', kind, text, records: middle, problems: [] },
    right,
    shift,
  };
}

function moved(problem: Problem, shift: number): Problem {
  return { ...problem, start: problem.start + shift, end: problem.end + shift };
}
