import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseName, childUri, parentUri, pathBelow, uriKey } from '../../../server/src/shell/uris.ts';

test('the same file has the same key however its uri is written', () => {
  assert.equal(uriKey('file:///c%3A/Logs/a%20%281%29.log'), uriKey('file:///C:/Logs/a (1).log'));
  assert.notEqual(uriKey('file:///a/x.log'), uriKey('file:///a/X.log'));
});

test('children are encoded as VS Code encodes them', () => {
  assert.equal(
    childUri('file:///cases/', "a (1) #2 'ü'.log"),
    'file:///cases/a%20%281%29%20%232%20%27%C3%BC%27.log',
  );
});

test('a path below a folder is decoded; what lies elsewhere has none', () => {
  assert.equal(pathBelow('file:///c%3A/cases', 'file:///C:/cases/PC%201/a.log'), 'PC 1/a.log');
  assert.equal(pathBelow('file:///cases', 'file:///cases2/a.log'), null);
});

test('parents and names', () => {
  assert.equal(parentUri('file:///cases/a.log'), 'file:///cases');
  assert.equal(parentUri('untitled:Untitled-1'), null);
  assert.deepEqual(['file:///cases/a%20b.log', 'untitled:Untitled-1', 'file:///cases/'].map(baseName), [
    'a b.log',
    'Untitled-1',
    'cases',
  ]);
});

test('a stray percent sign is taken as it is', () => {
  assert.equal(baseName('file:///cases/100%.log'), '100%.log');
});
