import { caseOf, noteOf, record, reportOf } from './sampleReport.ts';
import type { Report } from '../../../../server/src/analysis/index.ts';

const escape = String.fromCharCode(0x1b);
const bell = String.fromCharCode(0x07);

/** Texts that would be more than text if somebody let them. `EVIL` stands in each, so that it can be found again. */
export const hostileTexts: readonly string[] = [
  '<script>EVIL()</script>',
  '<img src=x onerror="EVIL()">',
  '"><svg onload=EVIL()>',
  "' onmouseover='EVIL()",
  '</template><script>EVIL()</script>',
  '</style><style>body{display:none}EVIL</style>',
  '<!-- EVIL --> <![CDATA[ EVIL ]]>',
  '&lt;b&gt;EVIL&#60;',
  '[EVIL](https://evil.example/a)',
  '![EVIL](https://evil.example/a.png)',
  '[EVIL](command:workbench.action.quit)',
  '[EVIL](javascript:alert(1))',
  '[EVIL]: https://evil.example/a',
  '<https://evil.example/EVIL>',
  'https://evil.example/EVIL www.evil.example //evil.example/EVIL evil.example',
  'mailto:EVIL@evil.example @EVIL #12 GH-12',
  '# EVIL',
  '```EVIL',
  '~~~ EVIL ```` EVIL `',
  '| EVIL | EVIL |',
  '__EVIL__ **EVIL** *EVIL* ~~EVIL~~ $EVIL$',
  `${escape}[2J${escape}]0;EVIL${bell}${escape}[31mEVIL${escape}P1EVIL${escape}\\`,
  '\u202eEVIL\u202c \u200bEVIL\u2066EVIL\u2069',
  'EVIL\u0000\u0008\u007f\u009b31mEVIL \ud800EVIL',
];

const firstLine = 'Enrolling device to MDM... Try #1 out of 3';

/** A case that holds every hostile text where a log, a file name, a case name, a snapshot and a note can hold one. */
export function hostileReport(): Report {
  const records = hostileTexts.map((text) =>
    record(`MDM enrollment failed with error code 0x80180014 '${text}'. Will retry in 15 minutes...`),
  );
  const unexplained = hostileTexts.map((text) => record(`${text} 0x80180014`));
  const hostileName = `${hostileTexts[1] ?? ''} ${hostileTexts[8] ?? ''}`;
  return reportOf(
    caseOf(`EVIL ${hostileName} ${escape}[31m`, {
      'CoManagementHandler.log': [record(firstLine), ...records, ...unexplained].join('\r\n'),
      [`<img src=x onerror=EVIL()> [EVIL](command:x) |\u202e ${escape}[31m.reg`]: [
        'Windows Registry Editor Version 5.00',
        '',
        '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\MDM]',
        '"DisableRegistration"=dword:00000001',
        'EVIL <script>EVIL()</script> [EVIL](javascript:1)',
        '',
      ].join('\r\n'),
    }),
    hostileTexts.map((text, index) => noteOf({ text: `${text}\n${text}`, author: text, line: index + 1 })),
  );
}
