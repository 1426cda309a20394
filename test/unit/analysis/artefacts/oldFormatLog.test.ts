import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesOf, problemsOf, readLog } from './readLog.ts';

/** `message | component | local time | bias | thread`, for each record. */
function rows(text: string): readonly string[] {
  return readLog(text, 'site.log').records.map(
    ({ message, component, localTime, bias, thread, type, torn }) => {
      assert.equal(type, null);
      const time = localTime === null ? 'none' : new Date(localTime).toISOString().slice(0, -1);
      return `${torn ? 'torn: ' : ''}${message} | ${component} | ${time} | ${String(bias)} | ${thread}`;
    },
  );
}

test('a record of a site server', () => {
  assert.deepEqual(
    rows('Copied 13 file(s).  $$<SMS_FSP><12-09-2026 11:25:14.217+360><thread=4764 (0x129C)>\r\n'),
    ['Copied 13 file(s). | SMS_FSP | 2026-12-09T11:25:14.217 | 360 | 4764'],
  );
});

test('a record of the cloud management gateway: two-digit bias, tildes as line breaks', () => {
  assert.deepEqual(rows('Time: 218 ms~~  $$<CMGService><06-24-2026 15:31:46.376+00><thread=4992 (0x1380)>'), [
    'Time: 218 ms~~ | CMGService | 2026-06-24T15:31:46.376 | 0 | 4992',
  ]);
});

test('dates in words, with a zone, without, and with the tilde of the oldest logs', () => {
  assert.deepEqual(
    rows(
      'a~  $$<A><Fri Mar 26 10:43:41.547 1999 Eastern Standard Time><thread=209 (0xD1)>\n' +
        'b $$<B.EXE><Mon Nov 15 16:54:10.112 1999><thread=52 (0x34)>\n' +
        'c   $$<C><Mon Dec 04 15:41:45 1995~><thread=E0>\n' +
        'd   $$<C><Mon Dec 04 15:41:45 1995~><thread=168>\n',
    ),
    [
      'a~ | A | 1999-03-26T10:43:41.547 | null | 209',
      'b | B.EXE | 1999-11-15T16:54:10.112 | null | 52',
      'c | C | 1995-12-04T15:41:45.000 | null | 224',
      'd | C | 1995-12-04T15:41:45.000 | null | 360',
    ],
  );
});

test('messages over several lines belong to the trailer behind them', () => {
  assert.deepEqual(
    messagesOf(
      'one\n  two\n  $$<A><11-20-2026 10:00:00.000-60><thread=1 (0x1)>\nthree $$<A><11-20-2026 10:00:01.000-60><thread=1 (0x1)>\n',
    ),
    ['one\n  two', 'three'],
  );
});

test('an article with word-wrap and indentation', () => {
  assert.deepEqual(
    rows(
      '   Loaded data   $$<LOADER><Mon Dec 04\n   15:41:45 1995~><thread=E0>\n\n' +
        '   ~Domain (A) groups\n   $$<MANAGER><Wed Jun 18\n\n   15:49:57 1997~><thread=12E>\n' +
        '   Verifying $$<SVC.EXE><Thu Jul 27 20:40:04.509\n   <BR/>\n   2000><thread=208 (0xD0)><BR/> <BR/>\n\n' +
        '   Ready $$<AGENT><Tue Jan 04 15:19:23.375 2000><thread=112\n   (0x70)>\n',
    ),
    [
      'Loaded data | LOADER | 1995-12-04T15:41:45.000 | null | 224',
      '~Domain (A) groups | MANAGER | 1997-06-18T15:49:57.000 | null | 302',
      'Verifying | SVC.EXE | 2000-07-27T20:40:04.509 | null | 208',
      'Ready | AGENT | 2000-01-04T15:19:23.375 | null | 112',
    ],
  );
});

test('angle brackets and dollar signs in messages', () => {
  assert.deepEqual(
    messagesOf(
      'on <NAME>; $$ and $$<no trailer here; 5  $$<A><11-20-2026 10:00:00.000+420><thread=1 (0x1)>\n' +
        '<<<<< EXCEPTION >>>>>\n$$<A><11-20-2026 10:00:00.000+420><thread=1 (0x1)>\n',
    ),
    ['on <NAME>; $$ and $$<no trailer here; 5', '<<<<< EXCEPTION >>>>>'],
  );
});

test('trailers without date, and without thread', () => {
  const text =
    'a $$<A><11-20-2026 10:00:00.000+420><thread=1 (0x1)>\nb $$<B>\nc\n$$<C>\nd $$<D><11-20-2026 10:00:00.000+420>\n';
  assert.deepEqual(rows(text), [
    'a | A | 2026-11-20T10:00:00.000 | 420 | 1',
    'b | B | none | null | 0',
    'c | C | none | null | 0',
    'd | D | 2026-11-20T10:00:00.000 | 420 | 0',
  ]);
  assert.deepEqual(problemsOf(text), []);
});

test('the file ends inside a trailer or before it', () => {
  const good = 'a $$<A><11-20-2026 10:00:00.000+420><thread=1 (0x1)>\n';
  assert.deepEqual(rows(`${good}b $$<A><11-2`), [
    'a | A | 2026-11-20T10:00:00.000 | 420 | 1',
    'torn: b | A | none | null | 0',
  ]);
  assert.deepEqual(messagesOf(`${good}half a mess`), ['a', '[torn: half a mess]']);
  assert.deepEqual(problemsOf(`${good}half a mess`), ['torn-record: half a mess']);
  assert.deepEqual(messagesOf(`${good}\0\0\0\0`), ['a']);
});

test('the log of a role setup: date first, a byte order mark before every line', () => {
  assert.deepEqual(
    rows(
      '<Fri Dec  9 11:25:00 2026> =====\n\ufeff<Fri Dec  9 11:25:01 2026> Setup Started....\n\ufeff<Fri Dec  9 11:25:02 2026>       one\n two\n',
    ),
    [
      '===== |  | 2026-12-09T11:25:00.000 | null | 0',
      'Setup Started.... |  | 2026-12-09T11:25:01.000 | null | 0',
      'one\n two |  | 2026-12-09T11:25:02.000 | null | 0',
    ],
  );
});
