import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchKey, normalizeKeyPath } from '../../../server/src/analysis/artefacts/registryPath.ts';
import { meetsExpectation } from '../../../server/src/analysis/matching/expectation.ts';
import { causeEntries } from '../../../server/src/catalogue/causes.ts';
import { references } from '../../../server/src/catalogue/references.ts';
import { registryEntries } from '../../../server/src/catalogue/registry/index.ts';
import type { RegistryEntry } from '../../../server/src/catalogue/types.ts';

const byId = new Map(registryEntries.map((entry) => [entry.id, entry]));

test('ids are unique and say that they are of the registry', () => {
  assert.equal(byId.size, registryEntries.length);
  assert.deepEqual(
    registryEntries.filter((entry) => !/^registry\.[a-z0-9-]+$/.test(entry.id)).map((entry) => entry.id),
    [],
  );
});

test('each sample is found by its own entry before any other', () => {
  for (const entry of registryEntries) {
    const found = registryEntries.find(
      (other) => fits(other, entry) && matchKey(other.key, entry.sample.key) !== null,
    );
    assert.equal(found?.id, entry.id, entry.sample.key);
  }
});

test('keys stand in their short form', () => {
  for (const entry of registryEntries) {
    assert.equal(normalizeKeyPath(entry.sample.key), entry.sample.key, entry.id);
    assert.match(entry.key, /^HKLM\\(?:SOFTWARE|SYSTEM)\\/, entry.id);
  }
});

test('each healthy sample meets the expectation of its entry', () => {
  for (const { id, expectation, sample } of registryEntries) {
    // The sample of an entry that should be absent shows the fault itself.
    if (expectation !== undefined) {
      assert.equal(meetsExpectation(expectation, sample.data), expectation.kind !== 'absent', id);
    }
  }
});

test('an entry with an expectation says what the wrong value implies and what to do', () => {
  for (const entry of registryEntries) {
    if (entry.expectation === undefined) continue;
    assert.notEqual(entry.ifWrong, null, entry.id);
    if (entry.fact !== 'enrollment-provider') assert.notEqual(entry.remedy, null, entry.id);
  }
});

test('numbers are written as numbers, keys have no data', () => {
  for (const { id, value, types, sample } of registryEntries) {
    if (value === null) assert.deepEqual([types.length, sample.data], [0, ''], id);
    else if (types[0] === 'REG_DWORD') assert.match(sample.data, /^\d+$/, id);
  }
});

test('every reference and cause that an entry names exists', () => {
  const causes = new Set(causeEntries.map((cause) => cause.id));
  for (const { id, reference, causeId } of registryEntries) {
    if (reference !== null) assert.ok(reference in references, `${id}: ${reference}`);
    if (causeId !== undefined) assert.ok(causes.has(causeId), `${id}: ${causeId}`);
  }
});

test('labels are there exactly where the decoding asks for them', () => {
  for (const { id, decoding, labels } of registryEntries) {
    assert.equal(labels !== undefined, decoding === 'labels' || decoding === 'client-health', id);
  }
});

// What a naive reader gets wrong; the entries must not say it.
const traps: readonly [string, RegExp][] = [
  ['registry.enrollment-key', /alone proves no enrollment/],
  ['registry.provider-id', /WMI_Bridge_SCCM_Server proves neither/],
  ['registry.key-container', /does not prove that ConfigMgr triggered/],
  ['registry.provider-id', /of whatever tenant/],
  ['registry.enrollment-key', /Two live ones are normal/],
  ['registry.enrollment-upn', /does not prove that ConfigMgr triggered/],
];
for (const [id, says] of traps) {
  test(`${id} says ${says.source}`, () => {
    assert.match(byId.get(id)?.meaning ?? '', says);
  });
}

test('what one enrollment entry holds is never judged by itself: Windows has about thirty of them', () => {
  const judged = registryEntries.filter(
    ({ key, value, expectation }) =>
      key === 'HKLM\\SOFTWARE\\Microsoft\\Enrollments\\{guid}' &&
      expectation !== undefined &&
      ['EnrollmentState', 'EnrollmentType', 'UPN', 'AADTenantID', 'DiscoveryServiceFullURL'].includes(
        value ?? '',
      ),
  );
  assert.deepEqual(judged, []);
});

function fits(other: RegistryEntry, entry: RegistryEntry): boolean {
  if (other.value === null || entry.value === null) return other.value === entry.value;
  return other.value === '*' || other.value.toUpperCase() === entry.value.toUpperCase();
}
