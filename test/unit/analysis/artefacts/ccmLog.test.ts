import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordFlags } from '../../../../server/src/analysis/artefacts/recordTable.ts';
import { messagesOf, problemsOf, readLog } from './readLog.ts';

const attributes =
  '<time="10:00:01.250-120" date="11-20-2026" component="CoManagementHandler" context="" type="2" thread="4196" file="a.cpp:3">';

/** Reads one record that is not torn and gives the fields named. */
function fields(text: string): Record<string, unknown> {
  const { records, log } = readLog(text);
  assert.equal(records.length, 1);
  assert.deepEqual(log.problems, []);
  const { message, component, type, thread, bias, localTime, torn } = records[0] ?? assert.fail();
  const local = localTime === null ? null : new Date(localTime).toISOString().slice(0, -1);
  return { message, component, type, thread, bias, local, torn };
}

test('a record of the client', () => {
  assert.deepEqual(fields(`<![LOG[Device Provisioned]LOG]!>${attributes}\r\n`), {
    message: 'Device Provisioned',
    component: 'CoManagementHandler',
    type: 2,
    thread: 4196,
    bias: -120,
    local: '2026-11-20T10:00:01.250',
    torn: false,
  });
});

test('a record of the Intune Management Extension', () => {
  const text =
    '<![LOG[[Win32App] start]LOG]!><time="08:45:59.2422749" date="9-3-2026" component="IntuneManagementExtension" context="" type="1" thread="5" file="">';
  assert.deepEqual(fields(text), {
    message: '[Win32App] start',
    component: 'IntuneManagementExtension',
    type: 1,
    thread: 5,
    bias: null,
    local: '2026-09-03T08:45:59.242',
    torn: false,
  });
});

test('attributes by name: any order, any case, missing, empty, unknown', () => {
  assert.deepEqual(
    fields(
      '<![LOG[a]LOG]!><date="11-20-2026" Thread="0x1A" new="x" TIME="10:00:01.25+0" type="" component="C">',
    ),
    {
      message: 'a',
      component: 'C',
      type: null,
      thread: 26,
      bias: 0,
      local: '2026-11-20T10:00:01.250',
      torn: false,
    },
  );
  assert.deepEqual(fields('<![LOG[a]LOG]!><component="C">'), {
    message: 'a',
    component: 'C',
    type: null,
    thread: 0,
    bias: null,
    local: null,
    torn: false,
  });
});

test('quotes: single, stray, inside a value, none', () => {
  const cases: Readonly<Record<string, string>> = {
    "component='C' thread='7'": 'C 7',
    'component="C" thread="7" file=hello.log""': 'C 7',
    'component=C thread=7': 'C 7',
    'component="C"thread="7"': 'C 7',
    'component="a "quoted" name" thread="7"': 'a "quoted" name 7',
    'component="C > D" thread="7"/': 'C > D 7',
    'component="C" thread="7" something': 'C 7',
  };
  for (const [written, expected] of Object.entries(cases)) {
    const { component, thread } = fields(`<![LOG[a]LOG]!><${written}>`);
    assert.equal(`${String(component)} ${String(thread)}`, expected, written);
  }
});

test('line ends of all kinds, between records and inside messages', () => {
  for (const eol of ['\r\n', '\n', '\r']) {
    const text = `<![LOG[one${eol}two]LOG]!>${attributes}${eol}<![LOG[three]LOG]!>${attributes}${eol}`;
    const { records, log } = readLog(text);
    assert.deepEqual(
      records.map(({ message }) => message),
      [`one${eol}two`, 'three'],
    );
    assert.deepEqual(
      [...log.records.flags].map((flags) => flags & recordFlags.multiLine),
      [recordFlags.multiLine, 0],
    );
  }
});

test('messages that are empty, begin with a bracket, end with a bracket, or hold markup', () => {
  const messages = ['', '[a]', '=====[ b ]=====', '<a href="x">]LOG]</a>', '\x01\x07control', '{"a":[1]}'];
  const text = messages.map((message) => `<![LOG[${message}]LOG]!>${attributes}\r\n`).join('');
  assert.deepEqual(messagesOf(text), messages);
});

test('a record that starts where the line of the previous one ends', () => {
  assert.deepEqual(messagesOf(`<![LOG[a]LOG]!>${attributes}<![LOG[b]LOG]!>${attributes}  \r\n`), ['a', 'b']);
});

test('a mail program may break lines around the attributes', () => {
  const wrapped = attributes.replaceAll(' ', '\r\n');
  assert.deepEqual(fields(`<![LOG[a]LOG]!>\r\n${attributes}`), fields(`<![LOG[a]LOG]!>${wrapped}`));
});

test('an opener that a message quotes belongs to the message', () => {
  for (const message of ["line '<![LOG[x' is bad", 'no <![LOG[ found', 'Read: <![LOG[x y', '"<![LOG["']) {
    assert.deepEqual(messagesOf(`<![LOG[${message}]LOG]!>${attributes}\r\n`), [message]);
  }
});

test('a closer that a message quotes belongs to the message', () => {
  for (const message of ['a ]LOG]!> b', ']LOG]!> and ]LOG]!> again', 'a\nb "]LOG]!>" c']) {
    assert.deepEqual(messagesOf(`<![LOG[${message}]LOG]!>${attributes}\r\n`), [message]);
  }
});

test('byte order marks, NULs and lone punctuation between records are passed over', () => {
  const text = `\`\ufeff<![LOG[a]LOG]!>${attributes}\r\n\0\0\0\0\r\n\ufeff<![LOG[b]LOG]!>${attributes}\r\n${'\0'.repeat(500)}`;
  assert.deepEqual(messagesOf(text), ['a', 'b']);
  assert.deepEqual(problemsOf(text), []);
});

test('text between records is no record, and each stretch of it is told once', () => {
  const record = `<![LOG[a]LOG]!>${attributes}\n`;
  const text = `# copied from\n# a device\n\n${record}${record}\n-- more --\n${record}`;
  assert.deepEqual(messagesOf(text), ['a', 'a', 'a']);
  assert.deepEqual(problemsOf(text), [
    'text-between-records: # copied from\n# a device',
    'text-between-records: -- more --',
  ]);
});

test('a time that is no moment leaves the record without time, and is told once', () => {
  const record = (time: string, date: string): string =>
    `<![LOG[a]LOG]!><time="${time}" date="${date}" type="1">\n`;
  const text =
    record('not-a-time', '3-15-2026') +
    record('10:00:00.0', '13-15-2026') +
    record('10:00:00.0', '3-15-2026');
  const { records, log } = readLog(text);
  assert.deepEqual(
    records.map(({ localTime, torn }) => [localTime === null, torn]),
    [
      [true, false],
      [true, false],
      [false, false],
    ],
  );
  assert.deepEqual(
    log.problems.map(({ id }) => id),
    ['unreadable-time'],
  );
});

test('a bias that cannot be is told, and the record keeps its local time', () => {
  const { records, log } = readLog('<![LOG[a]LOG]!><time="14:00:00.000+2500" date="07-30-2026" type="1">');
  assert.deepEqual(
    records.map(({ localTime, bias }) => [localTime, bias]),
    [[Date.UTC(2026, 6, 30, 14), null]],
  );
  assert.equal(log.records.flags[0], recordFlags.zoneless);
  assert.deepEqual(
    log.problems.map(({ id }) => id),
    ['impossible-bias'],
  );
});

test('a message of several megabytes is one record', () => {
  const message = 'payload '.repeat(500_000);
  const { records } = readLog(`<![LOG[${message}]LOG]!>${attributes}\n<![LOG[b]LOG]!>${attributes}`);
  assert.deepEqual(
    records.map((record) => record.message.length),
    [message.length, 1],
  );
});
