import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesOf, problemsOf, readLog } from './readLog.ts';

const attributes =
  '<time="10:00:01.250-120" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="4196" file="a.cpp:3">';
const good = `<![LOG[good]LOG]!>${attributes}\r\n`;

/** What is left of a record, before or between good ones; all of them must be found. */
function check(text: string, expected: readonly string[]): void {
  assert.deepEqual(messagesOf(text), expected);
  const torn = expected.filter((message) => message.startsWith('[torn'));
  assert.equal(problemsOf(text).filter((problem) => problem.startsWith('torn-record')).length, torn.length);
}

test('the file begins inside a message', () => {
  check(`of a message]LOG]!>${attributes}\r\n${good}`, ['[torn: of a message]', 'good']);
  check(`of a\r\nmessage]LOG]!>${attributes}\r\n${good}`, ['[torn: of a\r\nmessage]', 'good']);
});

test('the file begins inside a closer or the attributes', () => {
  check(`!>${attributes}\r\n${good}`, ['[torn: ]', 'good']);
  check(`5:33.198-60" date="11-20-2026" component="C" type="1" thread="1" file="">\n${good}`, [
    '[torn: ]',
    'good',
  ]);
  check(`t="" type="1" thread="7172" file="a.cpp:64">\n${good}`, ['[torn: ]', 'good']);
});

test('what is left of attributes is kept', () => {
  const { records } = readLog(`${good}t="" type="3" thread="7172" component="C" file="a.cpp:64">\n${good}`);
  assert.deepEqual(
    records.map(({ type, component, thread }) => [type, component, thread]),
    [
      [1, 'CoManagementHandler', 4196],
      [3, 'C', 7172],
      [1, 'CoManagementHandler', 4196],
    ],
  );
});

test('a message breaks off and the next record begins on its own line', () => {
  check(`<![LOG[broken off\r\n${good}`, ['[torn: broken off]', 'good']);
  check(`<![LOG[broken\r\noff\r\n   ${good}`, ['[torn: broken\r\noff]', 'good']);
  check(`<![LOG[\r\n${good}`, ['[torn: ]', 'good']);
});

test('a message breaks off and the next record is glued to it', () => {
  check(`<![LOG[broken o${good}`, ['[torn: broken o]', 'good']);
  check(`<![LOG[${good}`, ['[torn: ]', 'good']);
  check(`<![LOG[<![LOG[<![LOG[${good}`, ['[torn: ]', 'good']);
  check(`<![LOG[broken ${good}`, ['[torn: broken]', 'good']);
});

test('a record loses its attributes', () => {
  check(`<![LOG[a]LOG]!>\r\n${good}`, ['[torn: a]', 'good']);
  check(`<![LOG[a]LOG]!>${good}`, ['[torn: a]', 'good']);
  check(`<![LOG[a]LOG]!><ti\r\n${good}`, ['[torn: a]', 'good']);
  check(`<![LOG[a]LOG]!><ti thread="4180" file="a.cpp:9">\r\n${good}`, ['[torn: a]', 'good']);
});

test('attributes break off', () => {
  check(`<![LOG[a]LOG]!><time="10:00:01.2${good}`, ['[torn: a]', 'good']);
  check(`<![LOG[a]LOG]!><time="10:00:01.250+0" date="11-20-2026" compon\r\n${good}`, ['[torn: a]', 'good']);
  check(`<![LOG[a]LOG]!><time="10:00:01.250+0" date="11-20-2026"\r\n${good}`, ['[torn: a]', 'good']);
  const { records } = readLog('<![LOG[a]LOG]!><time="10:00:01.250+0" date="11-20-2026" component="CoMan');
  assert.deepEqual(
    records.map(({ localTime, component }) => [localTime, component]),
    [[Date.UTC(2026, 10, 20, 10, 0, 1, 250), '']],
  );
});

test('a record is written into the attributes of another', () => {
  check(
    `<![LOG[a]LOG]!><time="10:00:01.250+0" date="11-20-2026" component="CoMan and the rest of b]LOG]!>${attributes}\r\n${good}`,
    ['[torn: a]', '[torn: component="CoMan and the rest of b]', 'good'],
  );
});

test('the file ends inside a message, a closer or the attributes', () => {
  check(`${good}<![LOG[broken off`, ['good', '[torn: broken off]']);
  check(`${good}<![LOG[broken off]LO`, ['good', '[torn: broken off]LO]']);
  check(`${good}<![LOG[a]LOG]!>`, ['good', '[torn: a]']);
  check(`${good}<![LOG[a]LOG]!>${attributes.slice(0, -3)}`, ['good', '[torn: a]']);
  check(`${good}<![LOG[`, ['good', '[torn: ]']);
});

test('a pre-allocated file ends with NULs after a torn record', () => {
  check(`${good}<![LOG[broken off${'\0'.repeat(4000)}`, ['good', '[torn: broken off]']);
  check(`${good}<![LOG[a]LOG]!><time="10:00${'\0'.repeat(4000)}`, ['good', '[torn: a]']);
});

test('an opener in a torn message is a record when nothing closes any more', () => {
  check(`${good}<![LOG[a '<![LOG[b'`, ['good', "[torn: a ']", "[torn: b']"]);
});

test('the sentences say what is missing', () => {
  const { log } = readLog(`rest]LOG]!>${attributes}\n<![LOG[a\n<![LOG[b]LOG]!>\n<![LOG[c]LOG]!><time="1`);
  assert.deepEqual(
    log.problems.map(({ message }) => message),
    [
      'The beginning of this record is missing, and with it a part of its message.',
      'This record breaks off inside its message: the rest of it, its time, component and type are missing.',
      'This record has no attributes: its time, component and type are missing.',
      'This record breaks off inside its attributes.',
    ],
  );
});
