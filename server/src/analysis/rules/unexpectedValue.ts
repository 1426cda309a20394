import type { Finding } from '../caseAnalysis.ts';
import { wrongSentence } from '../stages/facts.ts';
import { isEnrolled } from '../stages/verdictText.ts';
import { referenceUrl, type Rule } from './rule.ts';

/** A registry value or dsregcmd field that is not as a healthy device shows it. */
export const unexpectedValue: Rule = (input) =>
  input.model.snapshots.flatMap((sighting): Finding[] => {
    if (sighting.asExpected) return [];
    const { entry } = sighting;
    // Every Windows lists many providers of its own; which enrollment counts is judged over all its values.
    if (entry.fact === 'enrollment-provider') return [];
    // A device that is enrolled has overcome whatever the value could have prevented.
    const severity = entry.severity ?? 'warning';
    return [
      {
        ruleId: entry.id,
        severity: severity === 'error' && isEnrolled(input.verdict.outcome) ? 'warning' : severity,
        message: `${sighting.text}: ${wrongSentence(sighting)}`,
        place: sighting.place,
        stage: entry.stage,
        codes: [],
        cause: entry.causeId ?? null,
        remedy: entry.remedy,
        reference: referenceUrl(input.model.catalogue, entry.reference),
        related: [],
      },
    ];
  });
