import type { Finding, Severity } from '../caseAnalysis.ts';
import { explainCode } from '../matching/codeExplanation.ts';
import { causeOfCodes } from '../stages/cause.ts';
import type { Sighting } from '../stages/sighting.ts';
import { referenceUrl, type RuleInput } from './rule.ts';

/** What a line means, with its codes and what to do about it; `note` is a sentence behind it. */
export function findingOfLine(
  input: RuleInput,
  sighting: Sighting,
  severity: Severity,
  note?: string,
): Finding {
  const { entry } = sighting.observation;
  const { catalogue } = input.model;
  return {
    ruleId: entry.id,
    severity,
    message: [entry.meaning, ...codeSentence(input, sighting), ...(note === undefined ? [] : [note])].join(
      ' ',
    ),
    place: sighting.place,
    stage: entry.stage,
    codes: sighting.codes,
    cause: entry.causeId ?? causeOfCodes(catalogue, sighting.codes),
    remedy: remedyOf(input, sighting),
    reference: referenceUrl(catalogue, entry.reference),
    related: [],
  };
}

/** What the leading code says; it is the diagnosis where the line itself only says that something failed. */
function codeSentence(input: RuleInput, sighting: Sighting): readonly string[] {
  const code = sighting.codes[0];
  if (code === undefined) return [];
  const { title, symbol, meaning } = explainCode(
    input.model.catalogue.codes,
    code,
    sighting.observation.entry.codeContext,
  );
  return [`${title}${symbol === null ? '' : ` ${symbol}`}: ${meaning.replace(/\.$/, '')}.`];
}

function remedyOf(input: RuleInput, sighting: Sighting): string | null {
  const { entry } = sighting.observation;
  const code = sighting.codes[0];
  const ofCode =
    code === undefined ? null : explainCode(input.model.catalogue.codes, code, entry.codeContext).remedy;
  return ofCode ?? entry.remedy;
}
