import type { AnalysisOptions, CaseAnalysis, Place, Reading } from '../caseAnalysis.ts';
import type { RedactedCase } from '../redaction/redactCase.ts';
import { joinedThread, type NoteThread } from './noteThread.ts';
import type { ReportNote } from './report.ts';

/** What an export is made from. */
export interface Prepared {
  readonly analysis: CaseAnalysis;
  readonly readings: readonly Reading[];
  readonly notes: readonly ReportNote[];
  /** Places that are wanted although nothing else names them. */
  readonly lines: readonly Place[];
  /** Whether pseudonyms stand for what names somebody. */
  readonly isRedacted: boolean;
}

/** A redacted copy of the case, and how it is to be judged: as the original was. */
export interface ExportRedaction {
  readonly copy: RedactedCase;
  readonly options: AnalysisOptions;
}

/**
 * The one gate through which a case leaves the product: every format and every copy to the clipboard is made from
 * what this gives back, and from nothing else. With a redacted copy, nothing of the original passes: the copy is
 * judged, and notes and places are moved over to it.
 */
export function prepareForExport(
  analysis: CaseAnalysis,
  readings: readonly Reading[],
  threads: readonly NoteThread[],
  lines: readonly Place[],
  redaction: ExportRedaction | null,
): Prepared {
  if (redaction === null) {
    return { analysis, readings, notes: threads.map(joinedThread), lines, isRedacted: false };
  }
  const { copy, options } = redaction;
  return {
    analysis: copy.analysis(options),
    readings: copy.readings,
    notes: threads.map((thread) =>
      joinedThread({
        ...thread,
        file: copy.pathOf(thread.file),
        comments: thread.comments.map(({ author, text }) => ({
          author: copy.redact(author),
          text: copy.redact(text),
        })),
        lostLine: thread.lostLine === null ? null : copy.redact(thread.lostLine),
      }),
    ),
    lines: lines.map((place) => copy.placeOf(place)),
    isRedacted: true,
  };
}
