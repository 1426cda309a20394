import { clientRetries } from '../stages/clientRetries.ts';
import { findingOfLine } from './findingOfLine.ts';
import type { Rule } from './rule.ts';

/** Set-up or registration that ends with the same warning again and again: an error at the last line of the series. */
export const repeatedRetry: Rule = (input) => {
  const client = input.stages.find(({ id }) => id === 'client');
  const retries = clientRetries(input.model);
  if (client?.status !== 'failed' || retries === null) return [];
  const { last, repeated } = retries;
  if (repeated === null || client.evidence[0]?.place !== last.place) return [];
  const finding = findingOfLine(input, repeated.warning, 'error');
  const related =
    repeated.warning === last ? [] : [{ place: repeated.warning.place, message: repeated.warning.text }];
  return [
    { ...finding, ruleId: 'client.repeated-retry', message: client.reason, place: last.place, related },
  ];
};
