import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CaseAnalysis, Reading } from '../caseAnalysis.ts';
import { Anchors } from '../notes/anchors.ts';
import { findCaseNotes, type NotesText } from '../notes/caseNotes.ts';
import { wholeFile } from '../notes/stretch.ts';
import type { NoteThread } from '../report/noteThread.ts';
import { reportNoteOf } from '../report/reportNote.ts';
import { shownNoteOf } from './shownNote.ts';

/** What the notes files of a case come to in a report, and what is wrong with which of them. */
export function caseReportNotes(
  texts: readonly NotesText[],
  { stages }: CaseAnalysis,
  readings: readonly Reading[],
): { readonly notes: readonly NoteThread[]; readonly problems: readonly string[] } {
  const documents = new Map(
    readings.map(({ path, artefact }) => [path, TextDocument.create(path, '', 0, artefact.text)]),
  );
  const found = findCaseNotes(texts, readings.map(wholeFile), new Anchors());
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
