import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMessageMatcher } from '../../../server/src/analysis/matching/messageMatcher.ts';
import { compileTemplate, matchTemplate } from '../../../server/src/analysis/matching/template.ts';
import { causeEntries } from '../../../server/src/catalogue/causes.ts';
import { logEntries } from '../../../server/src/catalogue/logs.ts';
import { messageEntries } from '../../../server/src/catalogue/messages/index.ts';
import { references } from '../../../server/src/catalogue/references.ts';
import { stageIds, type MessageEntry, type Signal } from '../../../server/src/catalogue/types.ts';
import { requiredMessages } from './requiredMessages.ts';

const matcher = createMessageMatcher(messageEntries, logEntries);

/** Holes that the reasoning reads by name; a template of each entry with that signal must have them. */
const holesOfSignal: Partial<Record<Signal, readonly string[]>> = {
  'client-install-finished': ['code'],
  'client-assigned': ['site'],
  'policy-auto-enroll': ['value'],
  'policy-allow': ['value'],
  'policy-capabilities': ['flags'],
  'timer-queued': ['time'],
  'join-information': ['type', 'url'],
  'url-known': ['url'],
  'attempt-started': ['number', 'of'],
  'attempt-failed-device': ['code'],
  'attempt-failed-user': ['code'],
  'enrollment-type': ['type'],
  'workloads-merged': ['flags', 'max'],
  'workloads-retrieved': ['flags'],
  'workloads-by-intune': ['flags'],
  'workload-tested': ['bit', 'flags'],
  'workload-result': ['value'],
  'report-sent': ['state'],
};

describe('the message catalogue', () => {
  it('matches every sample with its own entry, in each of its logs', () => {
    const wrong = messageEntries.flatMap((entry) =>
      entry.logs.flatMap((log) =>
        entry.samples
          .map((sample) => ({ sample, found: matcher.match(sample, log)?.entry.id ?? 'nothing' }))
          .filter(({ found }) => found !== entry.id)
          .map(({ sample, found }) => `${entry.id} in ${log}: "${sample}" is matched by ${found}`),
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it('matches every sample with the template that it stands for', () => {
    const wrong = messageEntries.flatMap((entry) =>
      entry.templates
        .filter(
          (template, index) => matchTemplate(compileTemplate(template), entry.samples[index] ?? '') === null,
        )
        .map((template) => `${entry.id}: ${template}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('finds a message outside its log, unless its wording is too general', () => {
    const wrong = messageEntries
      .filter((entry) => entry.onlyInItsLogs !== true)
      .flatMap((entry) => entry.samples.filter((sample) => matcher.match(sample, null) === null));
    assert.deepEqual(wrong, []);
  });

  it('has one sample for each template', () => {
    const wrong = messageEntries.filter((entry) => entry.templates.length !== entry.samples.length);
    assert.deepEqual(
      wrong.map((entry) => entry.id),
      [],
    );
  });

  it('has unique ids of a stable shape', () => {
    const ids = messageEntries.map((entry) => entry.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      ids.filter((id) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(id)),
      [],
    );
  });

  it('names only logs, stages, causes and pages that exist', () => {
    const logs = new Set(logEntries.map((log) => log.name));
    const causes = new Set(causeEntries.map((cause) => cause.id));
    const unknown = messageEntries.flatMap((entry) => [
      ...entry.logs.filter((log) => !logs.has(log)),
      ...[entry.stage].filter((stage) => stage !== null && !stageIds.includes(stage)),
      ...[entry.causeId].filter((cause) => cause !== undefined && !causes.has(cause)),
      ...[entry.reference].filter((page) => page !== null && !(page in references)),
    ]);
    assert.deepEqual(unknown, []);
  });

  it('cites a page for everything it calls documented', () => {
    const uncited = messageEntries.filter(
      (entry) => entry.evidence === 'documented' && entry.reference === null,
    );
    assert.deepEqual(
      uncited.map((entry) => entry.id),
      [],
    );
  });

  it('carries the values that its signals promise', () => {
    const missing = messageEntries.flatMap((entry) =>
      (entry.signal === null ? [] : (holesOfSignal[entry.signal] ?? []))
        .filter((hole) => !holesOf(entry).has(hole))
        .map((hole) => `${entry.id} lacks {${hole}}`),
    );
    assert.deepEqual(missing, []);
  });

  it('says what to do about everything that fails', () => {
    // Where the code is the diagnosis the line has no cause of its own; what to do is said all the same.
    const silent = messageEntries.filter((entry) => entry.tone === 'failure' && entry.remedy === null);
    assert.deepEqual(
      silent.map((entry) => entry.id),
      [],
    );
  });

  it('knows every message that it has to know', () => {
    const unknown = requiredMessages.filter(([log, message]) => matcher.match(message, log) === null);
    assert.deepEqual(unknown, []);
  });

  it('never calls a failing step of an event log a failed enrollment', () => {
    const noise = new Set([77, 78, 79, 80, 81, 82, 102, 404]);
    const loud = messageEntries.filter((entry) => noise.has(entry.eventId ?? 0) && entry.tone === 'failure');
    assert.deepEqual(
      loud.map((entry) => entry.id),
      [],
    );
  });
});

function holesOf(entry: MessageEntry): ReadonlySet<string> {
  return new Set(
    entry.templates.flatMap((template) => compileTemplate(template).holes.map((hole) => hole.name)),
  );
}
