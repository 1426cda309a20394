import type { Catalogue } from '../../catalogue/types.ts';
import type { CaseAnalysis, Place, Reading } from '../caseAnalysis.ts';
import { summaryOf, type CaseSummary } from './caseSummary.ts';
import { makeReport } from './makeReport.ts';
import { placeAnchors } from './placeAnchors.ts';
import { withReadablePseudonyms } from '../redaction/readablePseudonyms.ts';
import { prepareForExport, type ExportRedaction } from './prepare.ts';
import { readExport, type ImportedReport, type ImportProblem } from './readExport.ts';
import type { NoteThread } from './noteThread.ts';
import type { Report, ReportTool } from './report.ts';
import { reportHtml } from './reportHtml.ts';
import { jsonText } from './jsonText.ts';
import { reportJson } from './reportJson.ts';
import { reportMarkdown } from './reportMarkdown.ts';
import { reportSarif } from './reportSarif.ts';
import type { Anchor } from './anchor.ts';

/** Formats of an export, with the extension of their files. */
export const exportFormats = {
  markdown: 'md',
  html: 'html',
  sarif: 'sarif',
  json: 'json',
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** Makes and reads back what leaves the product. */
export interface Reporter {
  /** Puts a case into the words of a report, after everything that must not leave was taken out. */
  report(
    analysis: CaseAnalysis,
    readings: readonly Reading[],
    notes?: readonly NoteThread[],
    /** Places that are wanted although nothing else names them. */
    lines?: readonly Place[],
    /** The copy that the report is made of instead; null where it stays with those who may see everything. */
    redaction?: ExportRedaction | null,
  ): Report;
  render(reports: readonly Report[], format: ExportFormat): string;
  /** The case as one line of JSON, of several a line each. */
  readonly jsonLine: (report: Report) => string;
  summary(report: Report): CaseSummary;
  readExport(text: string): ImportedReport | ImportProblem;
  /** Where anchors of somebody else's copy are in this one; null for what is not here. */
  place(
    anchors: readonly (Anchor | null)[],
    analysis: CaseAnalysis,
    readings: readonly Reading[],
  ): readonly (Place | null)[];
}

export function createReporter(catalogue: Catalogue, tool: ReportTool): Reporter {
  return {
    report(analysis, readings, notes = [], lines = [], redaction = null) {
      const prepared = prepareForExport(analysis, readings, notes, lines, redaction);
      const report = makeReport(prepared, catalogue);
      return prepared.isRedacted ? withReadablePseudonyms(report) : report;
    },
    render(reports, format) {
      switch (format) {
        case 'markdown':
          return reportMarkdown(reports, tool);
        case 'html':
          return reportHtml(reports, tool);
        case 'sarif':
          return reportSarif(reports, tool, catalogue);
        case 'json':
          return reportJson(reports, tool);
      }
    },
    jsonLine: ({ json }) => `${jsonText(json)}\n`,
    summary: summaryOf,
    readExport: (text) => readExport(text, catalogue),
    place: placeAnchors,
  };
}
