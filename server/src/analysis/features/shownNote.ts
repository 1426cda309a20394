import type { Location } from 'vscode-languageserver-types';
import type { Stage } from '../caseAnalysis.ts';
import type { FoundNote } from '../notes/caseNotes.ts';
import type { FoundAnchor } from '../notes/findAnchor.ts';
import type { Note, NoteMark, NoteState } from '../notes/note.ts';
import { locate, type CaseDocuments } from './caseDocuments.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import { oneLine } from './oneLine.ts';
import { plainMarkdown } from './plainMarkdown.ts';

/** A note as the editor shows it. */
export interface ShownNote {
  readonly id: string;
  /** Uri of the notes file that holds it. */
  readonly source: string;
  /** The line that it stands at; null where that was not found. */
  readonly location: Location | null;
  readonly state: NoteState;
  readonly mark: NoteMark | null;
  /** Id of a stage. */
  readonly stage: string | null;
  readonly pinned: boolean;
  /** What it is, in a few words: mark, pin, stage, state, and how its line was found where that is not certain. */
  readonly label: string;
  /** Its first words, else those of the line; on one line. */
  readonly summary: string;
  /** What the line said when the note was made, on one line. */
  readonly lineText: string;
  /** Where that was: `CCM/Logs/X.log:12`. */
  readonly lineWas: string;
  readonly comments: readonly ShownComment[];
  /** What there is to know beside the comments, as Markdown: an uncertain place, a conflict of two authors. */
  readonly remarks: readonly string[];
}

export interface ShownComment {
  readonly id: string;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly edited: boolean;
  /** As it was typed: not to be trusted. */
  readonly markdown: string;
}

/** What the editor shows of a note. */
export function shownNoteOf(
  { note, found, source }: FoundNote,
  stages: readonly Stage[],
  documents: CaseDocuments,
): ShownNote {
  const location = found.how === 'not-found' ? null : locate(documents, found.place);
  const { id, state, mark, stage, pinned, anchor, comments } = note;
  const label = labelOf(note, found, stages);
  return {
    id,
    source,
    location,
    state,
    mark,
    stage,
    pinned,
    label,
    summary: oneLine(plainMarkdown(comments[0]?.markdown ?? '')) || oneLine(anchor.text) || label,
    lineText: oneLine(anchor.text, 300),
    lineWas: `${oneLine(anchor.file)}:${anchor.line}`,
    comments: comments.map(({ id: commentId, author, time, edits, markdown }) => ({
      id: commentId,
      author: oneLine(author, 60),
      time,
      edited: edits.length > 0,
      markdown,
    })),
    remarks: [...placeRemarks(note, found), ...conflictRemarks(note, stages)],
  };
}

export const markWords: Readonly<Record<NoteMark, string>> = {
  cause: 'cause',
  symptom: 'symptom',
  'red-herring': 'red herring',
};

function labelOf(
  { mark, pinned, stage, state }: Note,
  { how }: FoundAnchor,
  stages: readonly Stage[],
): string {
  const parts = [
    ...(mark === null ? [] : [markWords[mark]]),
    ...(pinned ? ['pinned as evidence'] : []),
    ...(stage === null ? [] : [titleOf(stage, stages)]),
    ...(state === 'resolved' ? ['resolved'] : []),
    ...(how === 'ambiguous' ? ['line uncertain'] : how === 'not-found' ? ['line not found'] : []),
  ];
  const text = parts.length === 0 ? 'note' : parts.join(' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function titleOf(stage: string, stages: readonly Stage[]): string {
  return stages.find(({ id }) => id === stage)?.title ?? oneLine(stage, 40);
}

function placeRemarks({ anchor }: Note, found: FoundAnchor): readonly string[] {
  const said = `It was made at ${codeSpan(`${anchor.file}:${anchor.line}`)}, at the line ${codeSpan(oneLine(anchor.text, 300))}.`;
  switch (found.how) {
    case 'exact':
    case 'moved':
      return [];
    case 'rotated':
    case 'other-copy':
      return found.place.file === anchor.file ? [] : [`Made in ${codeSpan(anchor.file)}.`];
    case 'ambiguous':
      return [`This may not be the line that the note is about. ${said}`];
    case 'not-found':
      return [`The line of this note is in none of the files of this case. ${said}`];
  }
}

function conflictRemarks({ conflicts }: Note, stages: readonly Stage[]): readonly string[] {
  return conflicts.map(({ field, value, author, time }) => {
    const what =
      field === 'stage' ? `tied this to ${titleOf(value, stages)}` : `marked this as ${oneLine(value, 40)}`;
    const who = author === '' ? 'Somebody' : oneLine(author, 60);
    return escapeMarkdown(
      `${who} ${what} (${time.slice(0, 16).replace('T', ' ')} UTC), without knowing of the later choice.`,
    );
  });
}
