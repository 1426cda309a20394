import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CaseAnalysis, CaseDocuments, Reading } from '../analysis/index.ts';

/** A file of a case, with the document whose text was read. */
export interface KnownFile {
  readonly uri: string;
  /** Its path is relative to the case. */
  readonly reading: Reading;
  readonly document: TextDocument;
  /** The version of the document that was read; where the document has another one by now, its lines are others. */
  readonly version: number;
  /** Whether an editor has it open, so that its text counts and not the disk's. */
  readonly open: boolean;
}

/** A case, judged. */
export interface KnownCase {
  /** Uri of its folder, or of the one document that it consists of. */
  readonly id: string;
  readonly analysis: CaseAnalysis;
  readonly files: readonly KnownFile[];
  readonly documents: CaseDocuments;
}

/** What is known at one moment. Never changed afterwards. */
export interface Snapshot {
  readonly cases: readonly KnownCase[];
  /** What was left out, in words for the user. */
  readonly omissions: readonly string[];
  /** Files in the folders, artefacts or not, to tell a folder without artefacts from an empty one. */
  readonly filesSeen: number;
  /** The case of a file or of something in the folder of a case. */
  caseOf(uri: string): KnownCase | null;
  /** The file with its case, if the file counts. */
  fileOf(uri: string): { readonly known: KnownCase; readonly file: KnownFile } | null;
}
