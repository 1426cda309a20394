/**
 * A registry file of good and damaged entries as `random` has it: what regedit writes, what people and mail make of it,
 * values over several lines, half pairs, all line ends, pieces cut out.
 */
export function randomRegistryFile(random: () => number, entries: number): string {
  const below = (count: number): number => Math.floor(random() * count);
  const pick = (items: readonly string[]): string => items[below(items.length)] ?? '';
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => '0123456789abcdefABF'.charAt(below(19))).join('');
  const bytes = (count: number): string =>
    Array.from({ length: count }, () => pick(['00', '00', '41', hex(2)])).join(
      pick([',', ',', ',', ',\\\r\n  ', ',\\\n\t', ',\\\r\n\r\n  ', ',\\ \r\n;c\r\n  ', '\\\r\n  ', ', ']),
    );

  const key = (): string =>
    `[${pick(['', '', '', '', '-', ' '])}${pick([
      'HKEY_LOCAL_MACHINE',
      'HKEY_LOCAL_MACHINE',
      'HKEY_USERS',
      'HKLM',
      'hkey_local_machine',
      'HKEY_LOCAL',
    ])}${pick(['', '\\', '\\SOFTWARE\\Contoso', '\\a]b\\c', '\\Zürich\\😀', ' '])}${pick([']', ']', ']', ']', '] ', '', '] ;c'])}`;
  const name = (): string =>
    pick([
      '"Name"',
      '"Name"',
      '@',
      '"a\\\\b"',
      '"a\\"b"',
      '"a\\b"',
      '""',
      '"ü\ud83d"',
      '"open',
      'bare',
      '“x”',
    ]);
  const data = (): string =>
    pick([
      '"text"',
      '"C:\\\\Program Files\\\\Contoso"',
      '"C:\\Temp"',
      '"say \\"x\\""',
      '"two\r\nlines"',
      '"two\n"b"="c"',
      '"open',
      `"${'long '.repeat(below(40))}"`,
      `dword:${hex(8)}`,
      `dword:${hex(1 + below(10))}`,
      `DWORD:${hex(8)}`,
      `hex:${bytes(below(30))}`,
      `hex(${pick(['0', '1', '2', '4', '5', '6', '7', '7', 'b', 'B', '10', 'ffffffff'])}):${bytes(below(12))}`,
      `hex(4):${bytes(4)}`,
      'hex:01,',
      'hex:01,\\',
      '-',
      '',
      'qword:1',
    ]) + pick(['', '', '', '', '', ' ', ' ; comment', ' # none', 'x']);
  const entry = (): string => {
    const chance = random();
    if (chance < 0.2) return key();
    if (chance < 0.9)
      return `${pick(['', '', '', '', ' ', '\ufeff'])}${name()}${pick(['=', '=', '=', '=', ' = ', ''])}${data()}`;
    return pick([
      '; comment',
      '# comment',
      '',
      '> quoted',
      '01,02,03',
      'REGEDIT4',
      header,
      'HKEY_CLASSES_ROOT\\a = b',
    ]);
  };
  const start = pick([header, header, header, 'REGEDIT4', 'regedit 4', '', `\r\n\r\n${header}`]);
  const text = [start, ...Array.from({ length: entries }, entry)]
    .map((line) => line + pick(['\r\n', '\r\n', '\r\n', '\n', '\r', '\r\n\r\n']))
    .join('');
  const cut = random() < 0.3 ? below(text.length) : text.length;
  const gap = random() < 0.3 ? below(cut) : cut;
  return text.slice(0, gap) + text.slice(Math.min(gap + below(20), cut), cut);
}

const header = 'Windows Registry Editor Version 5.00';
