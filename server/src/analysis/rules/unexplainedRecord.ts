import type { Finding } from '../caseAnalysis.ts';
import { recordAt } from '../artefacts/recordTable.ts';
import { explainCode } from '../matching/codeExplanation.ts';
import { formatHex } from '../matching/hresult.ts';
import { causeOfCodes } from '../stages/cause.ts';
import { type Rule, type RuleInput } from './rule.ts';

/**
 * A record that its writer marked as an error or a warning and that prints a code which enrollment can produce,
 * without being a line the catalogue knows. A warning at most: the mark alone proves nothing for enrollment.
 */
export const unexplainedRecord: Rule = (input) => {
  const findings: Finding[] = [];
  // The same few codes come thousands of times.
  const told = new Map<number, ToldCode | null>();
  for (const { path, artefact, unexplained } of input.model.readings) {
    if (artefact.type !== 'log') continue;
    for (const { record, codes } of unexplained) {
      const relevant = codes.filter((value) => toldOnce(input, value, told) !== null);
      const [leading] = relevant;
      const explained = leading === undefined ? null : toldOnce(input, leading, told);
      if (explained === null) continue;
      const row = recordAt(artefact.records, record);
      findings.push({
        ruleId: 'log.unexplained-code',
        severity: row.type === 3 ? 'warning' : 'information',
        message: explained.message,
        place: { file: path, start: row.messageStart, end: row.messageEnd },
        stage: null,
        codes: relevant,
        cause: causeOfCodes(input.model.catalogue, relevant),
        remedy: explained.remedy,
        reference: null,
        related: [],
      });
    }
  }
  return findings;
};

/** What is said of a code wherever it stands. */
interface ToldCode {
  readonly message: string;
  readonly remedy: string | null;
}

/** Null for a code that has nothing to do with enrollment. */
function toldOnce(input: RuleInput, value: number, told: Map<number, ToldCode | null>): ToldCode | null {
  const known = told.get(value);
  if (known !== undefined) return known;
  const { catalogue } = input.model;
  const isRelevant = catalogue.codes.lookup(value).some((row) => row.relevance === 'high');
  const explained = isRelevant ? explainCode(catalogue.codes, value) : null;
  const name = explained?.symbol == null ? '' : ` ${explained.symbol}`;
  const code =
    explained === null
      ? null
      : {
          message: `${formatHex(value)}${name}: ${explained.meaning}`,
          remedy: explained.remedy,
        };
  told.set(value, code);
  return code;
}
