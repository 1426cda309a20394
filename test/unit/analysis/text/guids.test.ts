import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findGuids, guidAt, offsetsOfGuid } from '../../../../server/src/analysis/text/guids.ts';

const guid = '4C5E7A90-8A11-4B62-9D33-6B2F0E5B1D7C';

/** The GUID at the marker `<|>`. */
function at(marked: string): string | null {
  const text = marked.replace('<|>', '');
  const found = guidAt(text, marked.indexOf('<|>'));
  if (found !== null) assert.equal(text.slice(found.start, found.end).toUpperCase(), found.guid);
  return found?.guid ?? null;
}

describe('guidAt', () => {
  for (const [marked, expected] of [
    [`<|>${guid}`, guid],
    [`${guid}<|>`, guid],
    [`{${guid.slice(0, 20)}<|>${guid.slice(20).toLowerCase()}}`, guid],
    [`id=${guid} <|>x`, null],
    [`<|>0${guid}`, null],
    [`${guid.slice(0, 9)}<|>${guid.slice(9)}-0`, null],
    ['<|>no guid here', null],
    [`ScopeId_<|>${guid}/ConfigurationPolicy_1`, guid],
  ] as const) {
    test(marked, () => {
      assert.equal(at(marked), expected);
    });
  }
});

test('findGuids finds each, in order', () => {
  const other = '00000000-0000-4000-8000-000000000001';
  assert.deepEqual(
    findGuids(`{${guid}}/${other}`).map((one) => one.guid),
    [guid, other],
  );
});

describe('offsetsOfGuid', () => {
  test('finds one GUID in any case, as a whole, up to a number', () => {
    const text = `${guid} {${guid.toLowerCase()}} 1${guid}`;
    assert.deepEqual(offsetsOfGuid(text, guid, 10), [0, 38]);
    assert.deepEqual(offsetsOfGuid(text, guid, 1), [0]);
  });
  test('what is no GUID is not searched', () => {
    assert.deepEqual(offsetsOfGuid('....................................', '.'.repeat(36), 10), []);
  });
});
