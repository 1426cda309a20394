/** The façade of the core: what shells may use. */
export { createAnalyser, type Analyser } from './analyser.ts';
export { readSource } from './readSource.ts';
export {
  excerptAround,
  excerptLinks,
  excerptName,
  findingsInExcerpt,
  positionInFile,
  rangeInExcerpt,
  stretchOf,
  type Excerpt,
  type ExcerptStretch,
} from './features/excerpt.ts';
export type { LogTail } from './logTail.ts';
export { likelyEncoding, TailDecoder } from './text/tailDecoder.ts';
export { fittedNodes } from './features/fittedNodes.ts';
export { mostOfAnAnswer, withinBudget } from './features/withinBudget.ts';
export { capped, pageOf } from './features/cappedNodes.ts';
export { mergeEdits, type TextEdit } from './text/textEdit.ts';
export { createClosedDocument } from './features/closedDocument.ts';
export { OpenDocument } from './features/openDocument.ts';
export type { ByteSource } from './text/byteSource.ts';
export { textAgain, type TextPieces } from './text/textPieces.ts';
export { decode, type DecodedText, type EncodingId } from './text/decode.ts';
export { artefactGlob, isArtefactName } from './artefacts/fileNames.ts';
export { formatHex, toSigned } from './matching/hresult.ts';
export { isEnrolled } from './stages/verdictText.ts';
export { caseJson } from './features/caseJson.ts';
export { caseText, type TextOptions, type TextPaint } from './features/caseText.ts';
export { codeText } from './features/codeText.ts';
export { explainTypedCodes, type TypedCode } from './features/typedCodes.ts';
export type * from './caseAnalysis.ts';
export type * from './artefacts/artefact.ts';

export { createCaseKeys } from './caseKey.ts';
export { caseNamesOf } from './caseName.ts';
export { partitionIntoCases, type CaseFile, type CaseFolder } from './cases.ts';
export { createEditorFeatures, type EditorFeatures } from './features/editorFeatures.ts';
export type { CaseDocuments } from './features/caseDocuments.ts';
export type { ExplainCodeResult } from './features/explainTypedCode.ts';
export type { NavigationParams } from './features/guidNavigation.ts';
export type { JumpTarget } from './features/jumpTarget.ts';
export type { NeighbourFinding } from './features/neighbourFinding.ts';
export type { StatusResult } from './features/status.ts';
export type { NodeColour, TreeNode } from './features/treeNode.ts';

export { noteDiagnosticsOf } from './features/noteDiagnostics.ts';
export { shownNoteOf, type ShownComment, type ShownNote } from './features/shownNote.ts';
export { Anchors } from './notes/anchors.ts';
export { findStretches, type SearchedParts } from './notes/findStretches.ts';
export { stretchAround, wholeFile, type FileInParts, type Stretch } from './notes/stretch.ts';
export {
  findCaseNotes,
  anchorsIn,
  type CaseNotes,
  type FoundNote,
  type NotesText,
} from './notes/caseNotes.ts';
export { editNotesText, type EditedNotes, type NotesFileEdit } from './notes/editNotesText.ts';
export type { NoteFields, NoteState } from './notes/note.ts';

export { createReporter, exportFormats, type ExportFormat, type Reporter } from './report/reporter.ts';
export { compareCases, type CaseComparison } from './report/compareCases.ts';
export { changeInShort, comparisonMarkdown } from './report/comparisonMarkdown.ts';
export { comparisonText } from './report/comparisonText.ts';
export { lineMarkdown, verdictReportMarkdown } from './report/reportMarkdown.ts';
export { reportNoteOf } from './report/reportNote.ts';
export { wordsOf, type NoteThread } from './report/noteThread.ts';
export { caseReportNotes, type ReadSourceOf } from './features/caseReportNotes.ts';
export type { Anchor } from './report/anchor.ts';
export type { CaseSummary, SummaryFinding } from './report/caseSummary.ts';
export { beginsLikeReport, type ImportedReport, type ImportProblem } from './report/readExport.ts';
export type { NoteMark, Report, ReportNote, ReportTool } from './report/report.ts';

export {
  noChoices,
  nothingBeside,
  redactCase,
  type RedactedCase,
  type RedactedFile,
} from './redaction/redactCase.ts';
export { looksLikeDeviceName } from './redaction/pathNames.ts';
export { isPseudonym } from './redaction/pseudonym.ts';
export { readablePseudonyms } from './redaction/readablePseudonyms.ts';
export { createNotesRedactor, wordsOfNotes, type RedactedNotes } from './redaction/notesRedactor.ts';
export type { PlannedIdentifier, RedactionChoices, WordsBeside } from './redaction/plan.ts';
export type { LeftOver } from './redaction/verifyRedaction.ts';
export { prepareForExport, type ExportRedaction } from './report/prepare.ts';
export { encode } from './text/encode.ts';
