import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMessageMatcher } from '../../../../server/src/analysis/matching/messageMatcher.ts';
import type { LogEntry, MessageEntry } from '../../../../server/src/catalogue/types.ts';

const logs = [
  log('PolicyAgent', ['PolicyAgent_PolicyDownload']),
  log('CcmAad', [], ['ADALOperationProvider']),
  log('CIAgent', []),
  log('CcmNotificationAgent', ['BgbAgent']),
];

const matcher = createMessageMatcher(
  [
    entry('short', ['CIAgent'], ['device is enrolled']),
    entry('long', ['PolicyAgent'], ['device is enrolled to an unexpected vendor']),
    entry('general', ['CIAgent'], ['Result is {value:number}'], true),
    entry('middle', ['CIAgent'], ['x {n:number} behind a longer literal']),
    entry('first-of-two', ['CIAgent'], ['Verifying workload {bit:number}']),
    entry('second-of-two', ['CIAgent'], ['workload 4 is enabled in the flags']),
  ],
  logs,
);

function idOf(message: string, inLog: string | null): string | null {
  return matcher.match(message, inLog)?.entry.id ?? null;
}

describe('the message matcher', () => {
  it('prefers the longer wording where no log is known', () => {
    assert.equal(idOf('This device is enrolled to an unexpected vendor', null), 'long');
  });

  it("prefers an entry of the message's own log", () => {
    assert.equal(idOf('This device is enrolled to an unexpected vendor', 'CIAgent'), 'short');
    assert.equal(idOf('This device is enrolled to an unexpected vendor', 'PolicyAgent'), 'long');
  });

  it('finds general wording only in its own logs', () => {
    assert.equal(idOf('Result is 2', 'CIAgent'), 'general');
    assert.equal(idOf('Result is 2', 'PolicyAgent'), null);
    assert.equal(idOf('Result is 2', null), null);
  });

  it('finds a template by a literal behind a hole', () => {
    assert.equal(idOf('x 12 behind a longer literal', null), 'middle');
  });

  it('tries every template whose text the message holds', () => {
    assert.equal(idOf('Verifying workload 4 is enabled in the flags', null), 'second-of-two');
    assert.equal(idOf('Verifying workload 4 is off', null), 'first-of-two');
  });

  it('reads over line ends and tabs inside a message', () => {
    assert.equal(idOf('This device\r\nis\tenrolled   to an unexpected vendor', null), 'long');
  });

  it('knows nothing of other messages', () => {
    assert.equal(idOf('', null), null);
    assert.equal(idOf('Raising event', 'CIAgent'), null);
  });

  it('takes a megabyte of any text without trouble', () => {
    for (const piece of ['device is ', 'workload ', ' ', 'Verifying workload x', '\u0000']) {
      assert.equal(idOf(piece.repeat(Math.ceil(1_000_000 / piece.length)), null), null, piece);
    }
  });
});

describe('the log of a record', () => {
  const names: readonly (readonly [component: string, file: string, expected: string | null])[] = [
    ['PolicyAgent_PolicyDownload', 'merged.log', 'PolicyAgent'],
    ['BgbAgent', '', 'CcmNotificationAgent'],
    ['ADALOperationProvider', 'x.log', 'CcmAad'],
    ['', 'logs/ADALOperationProvider.log', 'CcmAad'],
    ['', 'PolicyAgent.lo_', 'PolicyAgent'],
    ['', 'PolicyAgent-20261123-101500.log', 'PolicyAgent'],
    ['', 'C:\\cases\\PC01_ciagent (2).log', 'CIAgent'],
    ['SomethingElse', 'CIAgent.log', 'CIAgent'],
    ['', 'CIAgentAndMore.log', null],
    ['', 'notes.txt', null],
  ];
  for (const [component, file, expected] of names) {
    it(`is ${String(expected)} for component "${component}" in "${file}"`, () => {
      assert.equal(matcher.logOf(component, file), expected);
    });
  }
});

function log(name: string, components: readonly string[], aliases: readonly string[] = []): LogEntry {
  return { name, aliases, components, stage: null, about: 'A log', folder: 'C:\\Logs' };
}

function entry(
  id: string,
  entryLogs: readonly string[],
  templates: readonly string[],
  onlyInItsLogs = false,
): MessageEntry {
  return {
    id,
    logs: entryLogs,
    templates,
    samples: templates,
    stage: null,
    tone: 'progress',
    signal: null,
    onlyInItsLogs,
    meaning: 'A message',
    cause: null,
    remedy: null,
    reference: null,
    evidence: 'unverified',
  };
}
