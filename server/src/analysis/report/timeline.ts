import type { ReportEvidence } from './report.ts';

/** Evidence in the order of time, each place once. What has no time is left out. */
export function timelineOf(evidence: readonly ReportEvidence[]): readonly ReportEvidence[] {
  const seen = new Set<string>();
  return evidence
    .filter(({ time, place }) => {
      const key = `${place.file}\n${place.line}\n${place.column}`;
      if (time === null || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .toSorted((a, b) => (a.time?.order ?? 0) - (b.time?.order ?? 0) || a.place.line - b.place.line);
}
