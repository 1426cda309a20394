import type { CaseAnalysis, Reading } from '../caseAnalysis.ts';
import { Anchors } from '../notes/anchors.ts';
import { anchorsIn, findCaseNotes, type NotesText } from '../notes/caseNotes.ts';
import { findStretches } from '../notes/findStretches.ts';
import { wholeFile } from '../notes/stretch.ts';
import type { NoteThread } from '../report/noteThread.ts';
import { reportNoteOf } from '../report/reportNote.ts';
import type { ByteSource } from '../text/byteSource.ts';
import { textAgain } from '../text/textPieces.ts';
import { createClosedDocument } from './closedDocument.ts';
import { OpenDocument } from './openDocument.ts';
import { shownNoteOf } from './shownNote.ts';

/** Opens a file of the case by its path; throws where it cannot be read any more. */
export type ReadSourceOf = <Answer>(path: string, use: (source: ByteSource) => Answer) => Answer;

/**
 * What the notes files of a case come to in a report, and what is wrong with which of them. Files whose text was let go
 * are read again, in parts.
 */
export function caseReportNotes(
  texts: readonly NotesText[],
  { stages }: CaseAnalysis,
  readings: readonly Reading[],
  readSourceOf: ReadSourceOf,
): { readonly notes: readonly NoteThread[]; readonly problems: readonly string[] } {
  const documents = new Map(
    readings.map(({ path, artefact, dropped }) => [
      path,
      dropped === undefined
        ? new OpenDocument(path, '', 0, artefact.text)
        : createClosedDocument(path, dropped),
    ]),
  );
  const anchors = anchorsIn(texts);
  const stretches = readings.flatMap((reading) => {
    const { path, dropped } = reading;
    if (dropped === undefined || anchors.length === 0) return [wholeFile(reading)];
    return readSourceOf(path, (source) => {
      const textBetween = (start: number, end: number): string => textAgain(source, dropped, start, end);
      return findStretches({ reading, pieces: dropped, textBetween }, anchors, null).stretches;
    });
  });
  const found = findCaseNotes(texts, stretches, new Anchors());
  return {
    notes: found.notes.map((one) => {
      const note = shownNoteOf(one, stages, (file) => documents.get(file) ?? null);
      const { location } = note;
      // The documents above are named by their paths.
      const place =
        location === null
          ? null
          : {
              file: location.uri,
              line: location.range.start.line + 1,
              endLine: location.range.start.line + 1,
            };
      return reportNoteOf(note, place, stages);
    }),
    problems: found.problems.map(({ uri, message }) => `${uri}: ${message}`),
  };
}
