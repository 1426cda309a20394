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
  questions.answerFromCases(exportRequest, (snapshot, params) => exports.export(snapshot, params));
  questions.answerFromCases(verdictMarkdownRequest, (snapshot, params) =>
    exports.verdictMarkdown(snapshot, params),
  );
  questions.answerFromCases(redactionPreviewRequest, (snapshot, params) =>
    exports.redactionPreview(snapshot, params),
  );
  questions.answerFromCases(lineEvidenceRequest, (snapshot, params) =>
    exports.lineEvidence(snapshot, params),
  );
  questions.answerFromCases(openLinkRequest, (snapshot, params) => exports.openLink(snapshot, params));
  questions.answerFromCases(importRequest, (snapshot, params) => exports.import(snapshot, params));
}
