import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue } from '../../../../server/src/catalogue/types.ts';
import { hoverAt as hover, knowledge } from './hoverAt.ts';
import type { Shown } from './hoverAt.ts';

function record(message: string, time = '10:00:00.000-060'): string {
  return `<![LOG[${message}]LOG]!><time="${time}" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="1" file="">\n`;
}

function logHover(marked: string): Shown {
  const shown = hover('CoManagementHandler.log', marked);
  assert.ok(shown);
  return shown;
}

const enrollFailed =
  'Failed to enroll with RegisterDeviceWithManagementUsingAADDeviceCredentials with error code';

test('a message: its stage, meaning, codes and time', () => {
  const { markdown, about } = logHover(
    record(`${enrollFailed.slice(0, 9)}<|>${enrollFailed.slice(9)} 0x80180026`),
  );
  assert.equal(about, `${enrollFailed} 0x80180026`);
  assert.match(markdown, /^\*\*Enrollment · failure\*\*/);
  assert.match(markdown, /`MENROLL_E_DEVICE_MANAGEMENT_BLOCKED`/);
  assert.match(markdown, /2026-11-20 10:00:00 local time · 09:00:00 UTC · component `CoManagementHandler`$/);
});

test('the code under the cursor comes first', () => {
  const { markdown } = logHover(record('Error 0x80180026 after error 0x8018<|>0018 and error 0x80070005'));
  const order = [...markdown.matchAll(/\*\*(0x8[0-9A-F]{7})\*\*/g)].map(([, code]) => code);
  assert.deepEqual(order, ['0x80180018', '0x80180026', '0x80070005']);
});

test('on a code its explanation stands before that of the record, once', () => {
  const { markdown } = logHover(record(`${enrollFailed} 0x8018<|>0026`));
  const [first = '', rest = ''] = markdown.split('\n\n---\n\n');
  assert.match(first, /^\*\*0x80180026\*\*/);
  assert.match(rest, /^\*\*Enrollment · failure\*\*/);
  assert.doesNotMatch(rest, /\*\*0x80180026\*\*/);
});

test('of many codes four are explained, the others counted', () => {
  const codes = ['0x80180026', '0x80180018', '0x80070005', '0x80180001', '0x80180002', '0x80180003'];
  const { markdown } = logHover(record(`<|>${codes.map((code) => `error ${code}`).join(' ')}`));
  assert.match(markdown, /and 2 more codes/);
});

test('a workload mask is spelled out', () => {
  const { markdown } = logHover(
    record("Merged value for setting 'CoManagementSettings_Capabilities' is '<|>8195'"),
  );
  assert.match(markdown, /\*\*Workloads in 8195 \(0x2003\)\*\*/);
  assert.match(markdown, /- With Intune: Compliance policies\n/);
});

test('the distance to the previous record, also when time runs back', () => {
  assert.match(
    logHover(record('one') + record('tw<|>o', '10:03:20.000-060')).markdown,
    /\+3 min 20 s after the previous record/,
  );
  assert.match(
    logHover(record('one') + record('tw<|>o', '09:59:58.000-060')).markdown,
    /2 s before the previous record/,
  );
});

test('a torn record says so', () => {
  const { markdown } = logHover(`<![LOG[cut o<|>ff here\n${record('good')}`);
  assert.match(markdown, /Torn record/);
});

test('text of the log never becomes Markdown', () => {
  const hostile = record('error 0x80180026<|>').replace(
    'CoManagementHandler',
    '`](command:quit) <img src=x>',
  );
  const outsideCode = logHover(hostile).markdown.replace(/(`+)(?!`).*?\1/gs, '');
  assert.doesNotMatch(outsideCode, /command:quit|<img/);
});

const export5 = 'Windows Registry Editor Version 5.00\r\n\r\n';

test('a registry value: name, type, data in words, health', () => {
  const shown = hover(
    'ccm.reg',
    `${export5}[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\CCM]\r\n"CoManagement<|>Flags"=dword:00002003\r\n`,
  );
  assert.match(shown?.markdown ?? '', /^\*\*CoManagementFlags\*\* · REG\\_DWORD/);
  assert.match(shown?.markdown ?? '', /`8195 \(0x00002003\)`/);
  assert.match(shown?.markdown ?? '', /- With Intune: Compliance policies\n/);
  assert.match(shown?.markdown ?? '', /\*\*Healthy:\*\*/);
});

test('a value that nobody knows still shows its decoded data', () => {
  const shown = hover(
    'a.reg',
    `${export5}[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso]\r\n"Name"=hex(2):41,00,<|>42,00,00,00\r\n`,
  );
  assert.match(shown?.markdown ?? '', /`AB`/);
});

test('remedies stay away from what is as it should be', () => {
  const value = (data: string) =>
    hover(
      'mdm.reg',
      `${export5}[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\MDM]\r\n"Disable<|>Registration"=dword:${data}\r\n`,
    )?.markdown ?? '';
  assert.match(value('00000001'), /What to do/);
  assert.match(value('00000001'), /Not as expected/);
  assert.doesNotMatch(value('00000000'), /What to do|Not as expected/);
});

test('a field of dsregcmd: meaning, health and the codes of its test', () => {
  const catalogue: Catalogue = {
    ...knowledge,
    dsregcmd: [
      {
        id: 'dsregcmd.drs-discovery',
        section: 'Diagnostic Data',
        field: 'DRS Discovery Test',
        aliases: [],
        stage: 'join',
        meaning: 'Whether the registration service answers.',
        cause: 'A proxy is in the way.',
        remedy: 'Let the system account through.',
        reference: null,
        evidence: 'documented',
        healthy: 'PASS',
        ifWrong: 'The join cannot start.',
        expectation: { kind: 'starts-with', values: ['PASS'] },
        sample: 'DRS Discovery Test : PASS',
      },
    ],
  };
  const status = `+----------------------------------------------------------------------+
| Diagnostic Data                                                      |
+----------------------------------------------------------------------+

        DRS Discovery Test : FAIL [0x801c<|>0021/0x80072ee2]
`;
  const { markdown = '' } = hover('dsregcmd.txt', status, catalogue) ?? {};
  assert.match(markdown, /^\*\*DRS Discovery Test\*\* · `FAIL \[0x801c0021\/0x80072ee2\]`/);
  assert.match(markdown, /Not as expected:\*\* The join cannot start/);
  assert.match(markdown, /0x801C0021[^]*0x80072EE2/);
});

test('where nothing stands there is nothing to say', () => {
  assert.equal(hover('readme.txt', 'just <|>text'), null);
  assert.equal(hover('a.reg', `<|>${export5}[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso]\r\n`), null);
});
