import type { Finding } from '../caseAnalysis.ts';
import type { Rule } from './rule.ts';

/** What a parser could not read as it should be: torn records, ignored registry lines, a binary hive. */
export const artefactProblem: Rule = (input) =>
  input.model.readings.flatMap(({ path, artefact }) =>
    artefact.problems.map((problem): Finding => ({
      ruleId: problem.id,
      severity: artefact.type === 'unread' ? 'warning' : 'information',
      message: problem.message,
      place: { file: path, start: problem.start, end: problem.end },
      stage: null,
      codes: [],
      cause: null,
      remedy: null,
      reference: null,
      related: [],
    })),
  );
