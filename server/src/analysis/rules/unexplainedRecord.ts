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
  for (const { path, artefact, unexplained } of input.model.readings) {
    if (artefact.type !== 'log') continue;
    for (const { record, codes } of unexplained) {
      const relevant = codes.filter((value) => isRelevant(input, value));
      if (relevant.length === 0) continue;
      const row = recordAt(artefact.records, record);
      findings.push({
        ruleId: 'log.unexplained-code',
        severity: row.type === 3 ? 'warning' : 'information',
        message: describe(input, relevant[0] ?? 0),
        place: { file: path, start: row.messageStart, end: row.messageEnd },
        stage: null,
        codes: relevant,
        cause: causeOfCodes(input.model.catalogue, relevant),
        remedy: explainCode(input.model.catalogue.codes, relevant[0] ?? 0).remedy,
        reference: null,
        related: [],
      });
    }
  }
  return findings;
};

function isRelevant(input: RuleInput, value: number): boolean {
  return input.model.catalogue.codes.lookup(value).some((row) => row.relevance === 'high');
}

function describe(input: RuleInput, value: number): string {
  const explained = explainCode(input.model.catalogue.codes, value);
  const name = explained.symbol === null ? '' : ` ${explained.symbol}`;
  return `${formatHex(value)}${name}: ${explained.meaning}`;
}
