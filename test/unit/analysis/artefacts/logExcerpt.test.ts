import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseExcerpt } from '../../../../server/src/analysis/artefacts/logExcerpt.ts';
import { recordAt, type LogRecord } from '../../../../server/src/analysis/artefacts/recordTable.ts';
import { readLog } from './readLog.ts';

/** `message | component | local time | thread`, with the bias where one is known, for each record. */
function row({ message, component, localTime, bias, thread }: LogRecord): string {
  const time = localTime === null ? 'none' : new Date(localTime).toISOString().slice(0, -1);
  return `${message} | ${component} | ${time}${bias === null ? '' : ` bias ${bias}`} | ${thread}`;
}

/** Rows of a text that the readers recognise as an excerpt by themselves. */
function rows(text: string): readonly string[] {
  const { log, records } = readLog(text, 'paste.txt');
  assert.equal(log.kind, 'log-excerpt');
  return records.map(row);
}

/** Rows of a text that is known to be an excerpt. */
function bareRows(text: string): readonly string[] {
  const { records } = parseExcerpt(text);
  return Array.from({ length: records.count }, (_, i) => row(recordAt(records, i)));
}

test('CMTrace clipboard: message, component, date, thread between tabs', () => {
  assert.deepEqual(
    rows(
      'Co-management is disabled\tCoManagementHandler\t11/20/2026 8:42:51 PM\t9476 (0x2504)\r\n' +
        'Device is not provisioned\tCoManagementHandler\t11/20/2026 8:42:52 PM\t9476 (0x2504)\r\n',
    ),
    [
      'Co-management is disabled | CoManagementHandler | 2026-11-20T20:42:51.000 | 9476',
      'Device is not provisioned | CoManagementHandler | 2026-11-20T20:42:52.000 | 9476',
    ],
  );
});

test('dates as German and Japanese machines show them', () => {
  assert.deepEqual(rows('Begin\tMP_RegistrationManager\t03.07.2026 13:44:55\t5780 (0x1694)'), [
    'Begin | MP_RegistrationManager | 2026-07-03T13:44:55.000 | 5780',
  ]);
  assert.deepEqual(rows('Begin\tCcmExec\t2026/04/28 15:44:12\t6488 (0x1958)'), [
    'Begin | CcmExec | 2026-04-28T15:44:12.000 | 6488',
  ]);
});

test('one date that cannot have the month first tells about all others', () => {
  assert.deepEqual(
    rows(
      'One\tA\t03/11/2026 10:00:00\t16 (0x10)\nTwo\tA\t20/11/2026 10:00:00\t16 (0x10)\nThree\tA\t04/12/2026 10:00:00\t16 (0x10)\n',
    ),
    [
      'One | A | 2026-11-03T10:00:00.000 | 16',
      'Two | A | 2026-11-20T10:00:00.000 | 16',
      'Three | A | 2026-12-04T10:00:00.000 | 16',
    ],
  );
});

test('blanks where the tabs were, and the single blanks of a web page', () => {
  assert.deepEqual(
    rows(
      'Updating the time with value 2026-11-20T21:42:51Z             BgbAgent                11/20/2026 8:42:51 AM     9476 (0x2504)\n' +
        'Updating the time again BgbAgent 11/20/2026 8:42:52 AM 9476 (0x2504)\n',
    ),
    [
      'Updating the time with value 2026-11-20T21:42:51Z | BgbAgent | 2026-11-20T08:42:51.000 | 9476',
      'Updating the time again | BgbAgent | 2026-11-20T08:42:52.000 | 9476',
    ],
  );
});

test('without a component, the last word belongs to the message', () => {
  assert.deepEqual(
    rows('Job {0F5A0000-0000-4000-8000-000000000001} suspended       2026/12/06 18:18:08  9020 (0x233C)'),
    ['Job {0F5A0000-0000-4000-8000-000000000001} suspended |  | 2026-12-06T18:18:08.000 | 9020'],
  );
});

test('a masked year and a date that lost digits do not lose the message', () => {
  assert.deepEqual(
    rows(
      'Job suspended       202x/12/06 18:18:08  9020 (0x233C)\n-03-2026 18:17:12.599    CcmExec    4012 (0xfac)    Ready\n',
    ),
    ['Job suspended |  | none | 9020', 'Ready | CcmExec | none | 4012'],
  );
});

test('viewers of site servers put the columns first', () => {
  assert.deepEqual(
    rows(
      'SMS_MP_FILE_DISPATCH_MANAGER    6584 (0x19b8)    ~Moved file C:\\SMS\\a.SMX to \\\\srv\\b\n' +
        '11-20-2026 18:17:12.599    UpdatesDeploymentAgent    4012 (0xfac)    Update (Site_1) Progress: 0\n' +
        'SMS\\_CLOUD\\_PROXYCONNECTOR    11/20/2026 10:00:00 AM    6124 (0x17ec)    Report\n',
    ),
    [
      '~Moved file C:\\SMS\\a.SMX to \\\\srv\\b | SMS_MP_FILE_DISPATCH_MANAGER | none | 6584',
      'Update (Site_1) Progress: 0 | UpdatesDeploymentAgent | 2026-11-20T18:17:12.599 | 4012',
      'Report | SMS_CLOUD_PROXYCONNECTOR | 2026-11-20T10:00:00.000 | 6124',
    ],
  );
});

test('tabbed columns in another order, with a heading, a severity and a source file', () => {
  const { log, records } = readLog(
    'Component\tDate/Time\tThread\tType\tMessage\tSource File\n' +
      'CcmExec\t11/20/2026 10:00:00 AM\t16 (0x10)\tError\tIt failed: again\tmain.cpp:12\n',
    'paste.txt',
  );
  assert.equal(log.kind, 'log-excerpt');
  assert.deepEqual(
    records.map((record) => [row(record), record.type]),
    [['It failed: again | CcmExec | 2026-11-20T10:00:00.000 | 16', 3]],
  );
});

test('only the message and a tab are left', () => {
  assert.deepEqual(rows('Setting the authenticator.\t\nSending the request.\t\n'), [
    'Setting the authenticator. |  | none | 0',
    'Sending the request. |  | none | 0',
  ]);
});

test('records that a web page took the angle brackets from', () => {
  assert.deepEqual(
    rows(
      '![LOG[Eaten tag]LOG]!>\n' +
        '[LOG[No brackets]LOG] time="10:00:01.250-120" date="11-20-2026" component="CcmExec" type="2" thread="16"\n' +
        '&lt;![LOG[Entities &quot;here&quot;]LOG]!&gt;&lt;time=&quot;10:00:02.250-120&quot; date=&quot;11-20-2026&quot; component=&quot;CcmExec&quot; context=&quot;&quot; type=&quot;1&quot; thread=&quot;17&quot;&gt;\n' +
        '&lt;![LOG[Over\ntwo lines]LOG]!&gt;&lt;time="10:00:03.250+000" date="11-20-2026" component="A" type="1" thread="18"&gt;\n',
    ),
    [
      'Eaten tag |  | none | 0',
      'No brackets | CcmExec | 2026-11-20T10:00:01.250 bias -120 | 16',
      'Entities &quot;here&quot; | CcmExec | 2026-11-20T10:00:02.250 bias -120 | 17',
      'Over\ntwo lines | A | 2026-11-20T10:00:03.250 bias 0 | 18',
    ],
  );
});

test('whole records are left to the reader of the CCM format, back-quotes around them or not', () => {
  const record =
    '<![LOG[a]LOG]!><time="10:00:01.250-120" date="11-20-2026" component="C" type="1" thread="1" file="">';
  assert.equal(readLog(record).log.kind, 'ccm-log');
  assert.equal(readLog(`\`${record}\``).log.kind, 'ccm-log');
});

test('bare messages lose what a page put around them', () => {
  assert.deepEqual(
    bareRows(
      '- First message\n\n* **Second message**  \n> `Third message`\n  4. Fourth message\\\n```\n...\n----\n"Fifth message"\n| Sixth |\n\u2022 Seventh\n',
    ),
    ['First', 'Second', 'Third', 'Fourth', 'Fifth']
      .map((word) => `${word} message |  | none | 0`)
      .concat(['Sixth |  | none | 0', 'Seventh |  | none | 0']),
  );
});

test('a message that ends with a date keeps it', () => {
  assert.deepEqual(bareRows('Timer will fire at 11/20/2026 10:00:00'), [
    'Timer will fire at 11/20/2026 10:00:00 |  | none | 0',
  ]);
});
