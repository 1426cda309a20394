import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Advice, CaseAnalysis } from '../../../../server/src/analysis/caseAnalysis.ts';
import { treeOf } from '../../../../server/src/analysis/features/tree.ts';
import type { TreeNode } from '../../../../server/src/analysis/features/treeNode.ts';
import {
  analysisOf,
  attemptOf,
  documentOf,
  evidenceOf,
  fileOf,
  findingOf,
  logFile,
  stageOf,
  verdictOf,
} from './caseValues.ts';

const address = 'https://learn.microsoft.com/intune';

function tree(values: Partial<CaseAnalysis> = {}, clock = 0): TreeNode {
  const document = documentOf('first line\nsecond line\n');
  return treeOf({
    id: 'file:///case',
    analysis: analysisOf(values),
    documents: (file) => (file === logFile ? document : null),
    clock,
  });
}

function child(parent: TreeNode, id: string): TreeNode {
  const found = parent.children.find((node) => node.id === id);
  assert.ok(found, `no node ${id} among ${parent.children.map((node) => node.id).join(', ')}`);
  return found;
}

function all(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap(all)];
}

test('a case says its verdict in a few words', () => {
  const { label, description, icon, colour, accessibleLabel } = tree();
  assert.deepEqual([label, description], ['PC-1', 'failed at Enrollment · 0x80180026 · likely']);
  assert.deepEqual([icon, colour], ['error', 'bad']);
  assert.match(accessibleLabel, /^PC-1: failed at Enrollment/);
});

test('a certain verdict does not say so, an uncertain one does', () => {
  assert.equal(
    tree({ verdict: verdictOf({ confidence: 'certain' }) }).description,
    'failed at Enrollment · 0x80180026',
  );
  const guess = verdictOf({ outcome: 'enrolled-user', codes: [], confidence: 'guess' });
  assert.equal(tree({ verdict: guess }).description, 'enrolled with user credential · guess');
});

test('a case whose artefacts contradict each other shows a warning, unless it failed', () => {
  const findings = [findingOf({ ruleId: 'contradiction.tenant', severity: 'warning' })];
  const enrolled = tree({ findings, verdict: verdictOf({ outcome: 'enrolled', codes: [] }) });
  assert.deepEqual([enrolled.icon, enrolled.colour], ['warning', 'warning']);
  assert.match(enrolled.description ?? '', /· artefacts contradict each other$/);
  assert.equal(tree({ findings }).icon, 'error');
});

test('a case says for which moment it speaks, and when what it waits for should have come', () => {
  const utc = Date.UTC(2026, 10, 22, 2, 17);
  const waiting = {
    verdict: verdictOf({ outcome: 'waiting', codes: [], confidence: 'certain' }),
    asOf: { utc: Date.UTC(2026, 10, 20, 7, 1), local: Date.UTC(2026, 10, 20, 8, 1) },
    timerDue: { utc, local: utc },
  };
  assert.match(tree(waiting).tooltip ?? '', /As of 2026\\-11\\-20 07\\:01 UTC \\\(latest record\\\)/);
  assert.equal(tree(waiting, utc).description, 'waiting at Enrollment');
  const later = tree(waiting, utc + 3_600_000);
  assert.equal(later.description, 'waiting at Enrollment · its time has passed since: collect again');
  assert.match(later.tooltip ?? '', /has passed since/);
});

test('a stage that failed is expanded, its state stands in words everywhere', () => {
  const stage = child(tree(), 'file:///case#enroll');
  assert.equal(stage.expanded, true);
  assert.equal(stage.description, 'failed · The attempt failed.');
  assert.match(stage.accessibleLabel, /^Stage Enrollment: failed\./);
  assert.equal(
    child(tree({ stages: [stageOf({ status: 'succeeded' })] }), 'file:///case#enroll').expanded,
    false,
  );
});

test('evidence shows time and text and leads to its place', () => {
  const [evidence] = child(tree(), 'file:///case#enroll').children;
  assert.equal(evidence?.label, '2026-11-20 14:30:00  Failed to enroll');
  assert.deepEqual(evidence.target?.range.start, { line: 0, character: 0 });
  assert.match(evidence.accessibleLabel, /^failure, /);
});

test('attempts stand under Enrollment, before its evidence', () => {
  const [attempt] = child(tree({ attempts: [attemptOf()] }), 'file:///case#enroll').children;
  assert.equal(attempt?.label, 'Try 2 of 3 · device credential');
  assert.equal(attempt.description, '0x80180026 · failed · at 2026-11-20 14:30:00 · next 14:35:00');
});

test('a next attempt on another day carries its date', () => {
  const retryAt = { local: Date.UTC(2026, 10, 21, 1, 0, 0), utc: null };
  const [attempt] = child(tree({ attempts: [attemptOf({ retryAt })] }), 'file:///case#enroll').children;
  assert.match(attempt?.description ?? '', /next 2026-11-21 01:00:00$/);
});

test('the next step links to its page, and an address in its words is no link', () => {
  const step = (advice: Advice) =>
    child(tree({ verdict: verdictOf({ nextStep: 'In full.', advice }) }), 'file:///case#next-step');
  const cited = step({ step: 'Remove the policy.', reference: { title: 'The page', url: address } });
  assert.equal(cited.label, 'Next step: Remove the policy.');
  assert.equal(cited.accessibleLabel, 'Next step: In full.');
  assert.match(cited.tooltip ?? '', /\[The page\]\(https:\/\/learn\.microsoft\.com\/intune\)$/);
  const uncited = step({ step: 'Ask (Microsoft: Me, https://contoso.example).', reference: null });
  assert.doesNotMatch(uncited.tooltip ?? '', /\]\(/);
});

test('files show kind, records and problems', () => {
  const problem = { id: 'torn-record', start: 0, end: 1, message: 'Torn.' };
  const files = child(
    tree({ files: [fileOf({ records: 1_200, problems: [problem] })] }),
    'file:///case#files',
  );
  assert.equal(files.description, '1 file');
  assert.equal(files.children[0]?.description, 'log · 1,200 records · 1 problem');
});

test('of many siblings 199 are shown, and how many more there are', () => {
  const evidence = Array.from({ length: 500 }, () => evidenceOf());
  const { children } = child(tree({ stages: [stageOf({ evidence })] }), 'file:///case#enroll');
  assert.equal(children.length, 200);
  assert.deepEqual([children.at(-1)?.kind, children.at(-1)?.label], ['more', '… 301 more']);
});

test('ids are unique', () => {
  const ids = all(
    tree({
      attempts: [attemptOf(), attemptOf()],
      stages: [stageOf({ evidence: [evidenceOf(), evidenceOf()] })],
    }),
  ).map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('log text stays text: no Markdown, no line breaks, no control characters', () => {
  const text = '[click](command:quit)\n<img src=x>\u202e ![x](http://contoso.example)';
  const [evidence] = child(
    tree({ stages: [stageOf({ evidence: [evidenceOf({ text, meaning: text })] })] }),
    'file:///case#enroll',
  ).children;
  assert.doesNotMatch(evidence?.label ?? '', /[\n\u202e]/);
  const outsideCode = (evidence?.tooltip ?? '').replace(/`[^`]*`/g, '');
  assert.doesNotMatch(outsideCode, /(?<!\\)[[<!]/);
});
