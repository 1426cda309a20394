import type { CaseAnalysis, Reading } from '../caseAnalysis.ts';
import type { ReportNote } from './report.ts';

/** What an export is made from. */
export interface Prepared {
  readonly analysis: CaseAnalysis;
  readonly readings: readonly Reading[];
  readonly notes: readonly ReportNote[];
}

/**
 * The one gate through which a case leaves the product: every format and every copy to the clipboard is made from
 * what this gives back, and from nothing else. What must not leave is to be taken out here.
 */
export function prepareForExport(
  analysis: CaseAnalysis,
  readings: readonly Reading[],
  notes: readonly ReportNote[],
): Prepared {
  return { analysis, readings, notes };
}
