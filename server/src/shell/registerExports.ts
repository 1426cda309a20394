import {
  exportRequest,
  importRequest,
  lineEvidenceRequest,
  openLinkRequest,
  redactionPreviewRequest,
  verdictMarkdownRequest,
} from '../protocol.ts';
import type { CaseExports } from './caseExports.ts';
import type { Questions } from './questions.ts';

/** Answers questions about what leaves the editor and what comes back. */
export function registerExports(questions: Questions, exports: CaseExports): void {
  questions.answerFromCases(exportRequest, (...question) => exports.export(...question));
  questions.answerFromCases(verdictMarkdownRequest, (...question) => exports.verdictMarkdown(...question));
  questions.answerFromCases(redactionPreviewRequest, (...question) => exports.redactionPreview(...question));
  questions.answerFromCases(lineEvidenceRequest, (...question) => exports.lineEvidence(...question));
  questions.answerFromCases(openLinkRequest, (...question) => exports.openLink(...question));
  questions.answerFromCases(importRequest, (...question) => exports.import(...question));
}
