import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dsregcmdReader } from '../../../server/src/analysis/artefacts/dsregcmd.ts';
import {
  isSectionTitle,
  labelOrigin,
  longestLabel,
  ownLabels,
  sharedLabels,
} from '../../../server/src/analysis/artefacts/dsregcmdLabels.ts';
import { meetsExpectation } from '../../../server/src/analysis/matching/expectation.ts';
import { causeEntries } from '../../../server/src/catalogue/causes.ts';
import { dsregcmdEntries } from '../../../server/src/catalogue/dsregcmd/index.ts';
import { references } from '../../../server/src/catalogue/references.ts';
import type { DsregcmdEntry } from '../../../server/src/catalogue/types.ts';

const ids = dsregcmdEntries.map((entry) => entry.id);
const causeIds = new Set(causeEntries.map((cause) => cause.id));

for (const entry of dsregcmdEntries) {
  test(`${entry.id}: its sample is read as its field, and is healthy`, () => {
    const artefact = dsregcmdReader.parse(`${entry.sample}\n`);
    assert.ok(artefact.type === 'dsregcmd');
    const fields = artefact.sections.flatMap((section) => section.fields);
    assert.deepEqual(
      fields.map((field) => field.name),
      [entry.field],
    );
    const value = fields[0]?.value ?? '';
    if (entry.expectation !== undefined) assert.ok(meetsExpectation(entry.expectation, value), value);
  });

  test(`${entry.id}: what it names exists`, () => {
    assert.ok(
      entry.reference === null || entry.reference in references,
      `reference ${String(entry.reference)}`,
    );
    assert.ok(entry.causeId === undefined || causeIds.has(entry.causeId), `cause ${String(entry.causeId)}`);
    assert.ok(entry.section === null || isSectionTitle(entry.section), `section ${String(entry.section)}`);
    for (const name of [entry.field, ...entry.aliases]) assert.notEqual(labelOrigin(name), 'unknown', name);
  });

  test(`${entry.id}: it says what it should`, () => {
    assert.match(entry.id, /^dsregcmd\.[a-z0-9-]+$/);
    for (const text of [entry.meaning, entry.healthy, entry.ifWrong, entry.cause, entry.remedy]) {
      if (text !== null) assert.match(text, /^[\S].*[.]$/s);
    }
    if (entry.expectation === undefined) return;
    assert.ok(entry.ifWrong !== null && entry.healthy !== null, 'an expectation is explained');
  });
}

test('ids are unique', () => {
  assert.equal(new Set(ids).size, ids.length);
});

test('a field is described once in each section', () => {
  const places = dsregcmdEntries.flatMap((entry) =>
    [entry.field, ...entry.aliases].map((name) => `${entry.section ?? '*'}/${name.toLowerCase()}`),
  );
  assert.deepEqual(
    places.filter((place, index) => places.indexOf(place) !== index),
    [],
  );
});

test('every label that the reader knows is described', () => {
  const described = new Set(
    dsregcmdEntries.flatMap((entry) => [entry.field, ...entry.aliases]).map((name) => name.toLowerCase()),
  );
  assert.deepEqual(
    [...ownLabels, ...sharedLabels].filter((label) => !described.has(label.toLowerCase())),
    [],
  );
});

test('the longest label is as long as the reader looks for', () => {
  const length = Math.max(...[...ownLabels, ...sharedLabels].map((label) => label.length));
  assert.ok(length <= longestLabel);
});

const judgements: readonly (readonly [id: string, value: string, healthy: boolean, why: string])[] = [
  ['dsregcmd.azure-ad-joined', 'NO', false, 'without a join there is no co-management'],
  ['dsregcmd.azure-ad-joined', 'True', true, 'scripts print it so'],
  ['dsregcmd.domain-joined', 'NO', true, 'a device may be joined to Microsoft Entra only'],
  ['dsregcmd.tpm-protected', 'NO', true, 'software keys work'],
  [
    'dsregcmd.device-auth-status',
    'FAILED. Device is either disabled or deleted',
    false,
    'the device is refused',
  ],
  ['dsregcmd.device-auth-status', 'FAILED. ERROR', true, 'the test could not run, which proves nothing'],
  ['dsregcmd.mdm-url', '', false, 'user enrollment fails'],
  ['dsregcmd.azure-ad-prt', 'NO', false, 'user enrollment fails'],
  ['dsregcmd.workplace-joined', 'YES', false, 'a registration beside or instead of a join'],
  ['dsregcmd.key-sign-test', 'MUST Run elevated to test.', true, 'not tested'],
  ['dsregcmd.key-sign-test', 'FAILED', false, 'the key is unusable'],
  ['dsregcmd.drs-discovery-test', 'FAIL [0x801c0021/0x801c000c]', false, 'the join stops there'],
  ['dsregcmd.drs-connectivity-test', 'SKIPPED', true, 'not tested'],
  ['dsregcmd.client-error-code', '0x801c03f2', false, 'the last join failed'],
  ['dsregcmd.client-error-code', '0x0', true, 'no error'],
];

for (const [id, value, healthy, why] of judgements) {
  test(`${id} "${value}" is ${healthy ? 'no finding' : 'a finding'}: ${why}`, () => {
    const { expectation } = entryOf(id);
    assert.equal(expectation === undefined || meetsExpectation(expectation, value), healthy);
  });
}

test('fields that bear on user credentials only are no errors', () => {
  for (const id of ['dsregcmd.mdm-url', 'dsregcmd.azure-ad-prt'])
    assert.equal(entryOf(id).severity, 'warning');
});

function entryOf(id: string): DsregcmdEntry {
  const entry = dsregcmdEntries.find((candidate) => candidate.id === id);
  assert.ok(entry, id);
  return entry;
}
