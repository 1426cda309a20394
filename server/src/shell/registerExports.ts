import {
  exportRequest,
  importRequest,
  lineEvidenceRequest,
  openLinkRequest,
  redactionPreviewRequest,
  verdictMarkdownRequest,
} from '../protocol.ts';
import type { CaseExports } from './caseExports.ts';
import type { AnswerAtHand, Questions } from './questions.ts';

/** Answers questions about what leaves the editor and what comes back. */
export function registerExports(
  questions: Questions,
  answerAtHand: AnswerAtHand,
  exports: CaseExports,
): void {
  answerAtHand(exportRequest, (...question) => exports.export(...question));
  answerAtHand(verdictMarkdownRequest, (...question) => exports.verdictMarkdown(...question));
  answerAtHand(redactionPreviewRequest, (...question) => exports.redactionPreview(...question));
  answerAtHand(lineEvidenceRequest, (...question) => exports.lineEvidence(...question));
  questions.answerFromCases(openLinkRequest, (...question) => exports.openLink(...question));
  answerAtHand(importRequest, (...question) => exports.import(...question));
}
