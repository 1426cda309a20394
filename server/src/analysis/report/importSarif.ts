import type { Catalogue } from '../../catalogue/types.ts';
import type { CaseSummary, SummaryFinding } from './caseSummary.ts';
import { anchorOfJson, headOfCase, severityOfJson, stageOfJson } from './importJson.ts';
import { countOfJson, lineOfJson, objectOf, objectsOf, type JsonObject } from './jsonValue.ts';
import { fingerprintName, sarifProperties } from './reportSarif.ts';

/** A case of a SARIF run that we wrote; null for a run of another tool. */
export function caseOfSarif(run: JsonObject, catalogue: Catalogue): CaseSummary | null {
  const own = objectOf(objectOf(run['properties'])?.[sarifProperties]);
  const head = own === null ? null : headOfCase(own, catalogue);
  if (head === null) return null;
  // The verdict and the notes are results, too; only findings carry our fingerprint.
  const findings = objectsOf(run['results']).flatMap((result) => findingOf(result, catalogue) ?? []);
  return { ...head, findings };
}

function findingOf(result: JsonObject, catalogue: Catalogue): SummaryFinding | null {
  const fingerprint = lineOfJson(objectOf(result['partialFingerprints'])?.[fingerprintName], 64);
  const own = objectOf(objectOf(result['properties'])?.[sarifProperties]);
  if (fingerprint === '' || own === null) return null;
  const physical = objectOf(objectsOf(result['locations'])[0]?.['physicalLocation']);
  return {
    ruleId: lineOfJson(result['ruleId'], 200),
    severity: severityOfJson(own['severity']),
    message: lineOfJson(own['message']),
    file: pathOf(lineOfJson(objectOf(physical?.['artifactLocation'])?.['uri'], 1_200)),
    line: countOfJson(objectOf(physical?.['region'])?.['startLine']),
    stage: stageOfJson(own['stage'], catalogue),
    fingerprint,
    anchor: anchorOfJson(own['anchor']),
  };
}

function pathOf(uri: string): string {
  try {
    return lineOfJson(decodeURIComponent(uri), 400);
  } catch {
    return uri;
  }
}
