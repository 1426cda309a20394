import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { causeEntries } from '../../../server/src/catalogue/causes.ts';
import { dsregcmdEntries } from '../../../server/src/catalogue/dsregcmd/index.ts';
import { messageEntries } from '../../../server/src/catalogue/messages/index.ts';
import { references } from '../../../server/src/catalogue/references.ts';
import { registryEntries } from '../../../server/src/catalogue/registry/index.ts';
import { stageEntries } from '../../../server/src/catalogue/stages.ts';
import { stageIds } from '../../../server/src/catalogue/types.ts';

/** Codes that Microsoft lists for co-management, and others that an enrollment often fails with, each with its cause. */
const causeOfCode: readonly (readonly [code: number, cause: string])[] = [
  [0x8000ffff, 'mdm-scope'],
  [0x80180018, 'licence'],
  [0x8018002b, 'mdm-scope'],
  [0x8018002a, 'mfa'],
  [0x80180014, 'enrollment-restriction'],
  [0x80180015, 'enrollment-restriction'],
  [0x80180002, 'no-token'],
  [0x80070032, 'os-too-old'],
  [0xcaa9004d, 'federation'],
  [0xcaa10001, 'user-sign-in-pending'],
  [0xcaa90014, 'federation'],
  [0xcaa9001f, 'integrated-authentication'],
  [0xcaa70004, 'network'],
  [0xcaa20003, 'no-prt'],
  [0x801901ad, 'throttled'],
  [0x80070490, 'service-fault'],
  [0x82aa0008, 'service-fault'],
  [0x80180005, 'service-fault'],
  [0x80192ee7, 'network'],
  [0x80192ee2, 'network'],
  [0x80180026, 'blocked-by-policy'],
  [0x8018000a, 'already-enrolled'],
  [0x80180013, 'device-limit'],
  [0x800706d9, 'dmwappushservice'],
  [0xcaa2000c, 'mfa'],
  [0x801c03f2, 'not-synced'],
  [0x801c001d, 'service-connection-point'],
  [0x80090016, 'tpm'],
  [0x80190190, 'linked-enrollment-flag'],
];

describe('the catalogue of causes', () => {
  it('has unique ids', () => {
    const ids = causeEntries.map((cause) => cause.id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('gives each code to one cause at most', () => {
    const codes = causeEntries.flatMap((cause) => cause.codes);
    const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
    assert.deepEqual(twice, []);
  });

  it('gives the codes of enrollment to the cause that they suggest', () => {
    const found = causeOfCode.map(([code]) => [
      code,
      causeEntries.find((cause) => cause.codes.includes(code))?.id,
    ]);
    assert.deepEqual(found, causeOfCode);
  });

  it('continues "most likely because" without capital and full stop', () => {
    const wrong = causeEntries.filter(
      (cause) =>
        !/^(?:[a-z]|Microsoft |Windows ).*[^.]$/.test(cause.because) || cause.because.startsWith('because'),
    );
    assert.deepEqual(
      wrong.map((cause) => cause.id),
      [],
    );
  });

  it('has something that speaks for each cause and something that speaks against it', () => {
    const named = new Set(
      [...messageEntries, ...registryEntries, ...dsregcmdEntries].map((entry) => entry.causeId),
    );
    // What no line or value names is concluded from an order of lines or from two values together.
    const concluded = new Set([
      'timer-waiting',
      'timer-missed',
      'other-tenant',
      'not-joined',
      'only-registered',
    ]);
    const silent = causeEntries.filter(
      ({ id, codes, signInErrors = [] }) =>
        codes.length + signInErrors.length === 0 && !named.has(id) && !concluded.has(id),
    );
    assert.deepEqual(
      silent.map((cause) => cause.id),
      [],
    );
    assert.deepEqual(
      causeEntries.filter((cause) => cause.against.length === 0).map((cause) => cause.id),
      [],
    );
  });

  it('says what speaks against a cause so that it continues a sentence, and by facts and lines that exist', () => {
    const counters = causeEntries.flatMap((cause) => cause.against);
    assert.deepEqual(
      counters.filter(({ says }) => !/^(?:[a-z]|Intune ).*[^.]$/.test(says)),
      [],
    );
    const facts = new Set([...registryEntries, ...dsregcmdEntries].map((entry) => entry.fact));
    const signals = new Set(messageEntries.map((entry) => entry.signal));
    const unknown = counters.filter((one) =>
      'fact' in one ? !facts.has(one.fact) : 'signal' in one && !signals.has(one.signal),
    );
    assert.deepEqual(unknown, []);
  });

  it('tells a next step and further steps as sentences', () => {
    const sentence = /^[A-Z].*[.)]$|^As an administrator run: .+$|^Run .+$/;
    const wrong = causeEntries.flatMap((cause) =>
      [cause.nextStep, ...cause.steps]
        .filter((text) => !sentence.test(text))
        .map((text) => `${cause.id}: ${text}`),
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      causeEntries.filter((cause) => cause.steps.length === 0),
      [],
    );
  });

  it('cites only pages that exist, and cites one for what it calls documented', () => {
    const wrong = causeEntries.filter((cause) =>
      cause.reference === null ? cause.evidence === 'documented' : !(cause.reference in references),
    );
    assert.deepEqual(
      wrong.map((cause) => cause.id),
      [],
    );
  });

  it('is what messages, registry values and dsregcmd fields point at', () => {
    const known = new Set(causeEntries.map((cause) => cause.id));
    const named = [...messageEntries, ...registryEntries, ...dsregcmdEntries];
    const unknown = named.filter((entry) => entry.causeId !== undefined && !known.has(entry.causeId));
    assert.deepEqual(
      unknown.map((entry) => `${entry.id}: ${entry.causeId ?? ''}`),
      [],
    );
  });
});

describe('the catalogue of pages and stages', () => {
  it('has secure addresses of known hosts', () => {
    const wrong = Object.values(references).filter(
      ({ url }) =>
        !/^https:\/\/(?:learn|techcommunity)\.microsoft\.com\/[\w./-]+(?:\(v=[\w.]+\))?$/.test(url),
    );
    assert.deepEqual(wrong, []);
  });

  it('is cited with keys that exist', () => {
    const cited = [...messageEntries, ...registryEntries, ...dsregcmdEntries];
    const unknown = cited.filter((entry) => entry.reference !== null && !(entry.reference in references));
    assert.deepEqual(
      unknown.map((entry) => `${entry.id}: ${entry.reference ?? ''}`),
      [],
    );
  });

  it('has the stages in their order, and a cause for the ones at which enrollment fails', () => {
    assert.deepEqual(
      stageEntries.map((stage) => stage.id),
      stageIds,
    );
    const withCause = new Set(causeEntries.map((cause) => cause.stage));
    assert.deepEqual(
      stageIds.filter((stage) => stage !== 'report' && !withCause.has(stage)),
      [],
    );
  });
});
