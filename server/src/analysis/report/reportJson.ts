import { jsonText } from './jsonText.ts';
import type { Report, ReportTool } from './report.ts';

/** Cases in the shape of the contract, schema version 1. */
export function reportData(reports: readonly Report[], tool: ReportTool) {
  return { schemaVersion: 1, tool, cases: reports.map(({ json }) => json) };
}

/** Cases as the contract's JSON. */
export function reportJson(reports: readonly Report[], tool: ReportTool): string {
  return `${jsonText(reportData(reports, tool), 2)}\n`;
}
