import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { explainCode } from '../../../server/src/analysis/matching/codeExplanation.ts';
import { causeEntries } from '../../../server/src/catalogue/causes.ts';
import { buildCodeTable } from '../../../server/src/catalogue/codes/generate.ts';
import { parseCodeTable } from '../../../server/src/catalogue/codes/table.ts';
import { dsregcmdEntries } from '../../../server/src/catalogue/dsregcmd/index.ts';
import { messageEntries } from '../../../server/src/catalogue/messages/index.ts';
import { references } from '../../../server/src/catalogue/references.ts';
import { registryEntries } from '../../../server/src/catalogue/registry/index.ts';
import { scheduledTaskEntries } from '../../../server/src/catalogue/scheduledTasks.ts';
import { stageIds } from '../../../server/src/catalogue/types.ts';
import { codesWithoutCause } from './codesWithoutCause.ts';

const source = new URL('../../../server/src/', import.meta.url);
const entries = [...messageEntries, ...registryEntries, ...dsregcmdEntries];

/** Rows of the code table that an enrollment can end with; the numbers of the sign-in service are no HRESULTs. */
const enrollmentCodes = readFileSync(new URL('catalogue/codes/error-codes.tsv', source), 'utf8')
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .filter(([code, , , , , , relevance]) => relevance === 'high' && code?.startsWith('0x'))
  .map(([code = '', symbol = '']) => ({ value: Number(code), name: `${code} ${symbol}` }));

test('every cause can be named: by a code, an entry or the reasoning itself', () => {
  const reasoning = readdirSync(new URL('analysis/stages/', source))
    .map((file) => readFileSync(new URL(`analysis/stages/${file}`, source), 'utf8'))
    .join('\n');
  const named = new Set(entries.map((entry) => entry.causeId));
  const silent = causeEntries.filter(
    ({ id, codes, signInErrors }) =>
      codes.length === 0 && signInErrors === undefined && !named.has(id) && !reasoning.includes(`'${id}'`),
  );
  assert.deepEqual(
    silent.map(({ id }) => id),
    [],
  );
});

test('every code that enrollment can end with names a cause, or is known to name none', () => {
  const codes = new Set(causeEntries.flatMap((cause) => cause.codes));
  assert.deepEqual(
    enrollmentCodes.filter(({ value }) => !codes.has(value) && !codesWithoutCause.has(value)),
    [],
  );
});

test('the list of codes without a cause holds no other code', () => {
  const codes = new Set(causeEntries.flatMap((cause) => cause.codes));
  const known = new Set(enrollmentCodes.map(({ value }) => value));
  assert.deepEqual(
    [...codesWithoutCause.keys()].filter((value) => codes.has(value) || !known.has(value)),
    [],
  );
});

test('the codes of causes are codes that the table explains', () => {
  const table = parseCodeTable(
    buildCodeTable(readFileSync(new URL('catalogue/codes/error-codes.tsv', source), 'utf8')),
  );
  const unknown = causeEntries.flatMap(({ id, codes }) =>
    codes.filter((code) => !explainCode(table, code).known).map((code) => `${id}: 0x${code.toString(16)}`),
  );
  assert.deepEqual(unknown, []);
});

test('every page is cited by something', () => {
  const cited = new Set<string | null>(
    [...entries, ...causeEntries, ...scheduledTaskEntries].map(({ reference }) => reference),
  );
  assert.deepEqual(
    Object.keys(references).filter((key) => !cited.has(key)),
    [],
  );
});

test('scheduled tasks have ids and names of their own, cite pages that exist, and cite one where documented', () => {
  const ids = scheduledTaskEntries.map(({ id }) => id);
  const names = scheduledTaskEntries.flatMap((entry) => entry.names.map((name) => name.toLowerCase()));
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(new Set(names).size, names.length);
  const wrong = scheduledTaskEntries.filter(({ reference, evidence }) =>
    reference === null ? evidence === 'documented' : !(reference in references),
  );
  assert.deepEqual(wrong, []);
});

/** Below this a stage could not be told from its neighbours. */
const fewestMessages = 3;
const fewestFacts = 2;

for (const stage of stageIds) {
  test(`${stage}: messages and snapshot values tell about it`, () => {
    const messages = messageEntries.filter((entry) => entry.stage === stage && entry.signal !== null);
    const facts = [...registryEntries, ...dsregcmdEntries].filter((entry) => entry.stage === stage);
    assert.ok(messages.length >= fewestMessages, `${messages.length} messages with a signal`);
    if (stage !== 'schedule') assert.ok(facts.length >= fewestFacts, `${facts.length} snapshot entries`);
  });
}
