/**
 * What client and server say to each other beyond the Language Server Protocol. Declared once, here; the client
 * imports this file and nothing else from the server. All of it is presentation: the client shows what it is
 * told and knows no error code, log name or stage.
 */
export * from './protocol/cases.ts';
export * from './protocol/excerpts.ts';
export * from './protocol/notes.ts';
export * from './protocol/sharing.ts';

export type {
  ExplainCodeResult,
  ExportFormat,
  JumpTarget,
  NeighbourFinding,
  NodeColour,
  NoteFields,
  NoteMark,
  NotesFileEdit,
  NotesText,
  ShownComment,
  ShownNote,
  StatusResult,
  TreeNode,
  PlannedIdentifier,
  RedactionChoices,
} from './analysis/index.ts';
