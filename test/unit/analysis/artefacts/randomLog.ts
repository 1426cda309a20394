/**
 * A log of good and damaged records as `random` has it: every form of the attributes, torn heads and tails, quoted
 * delimiters, text between records, letters of one to four bytes, all line ends.
 */
export function randomLog(random: () => number, pieces: number): string {
  const pick = (items: readonly string[]): string => items[Math.floor(random() * items.length)] ?? '';
  const digits = (count: number): string => String(Math.floor(random() * 10 ** count)).padStart(count, '0');

  const message = (): string =>
    pick([
      'Sent',
      'Zürich “ready”',
      'x <![LOG[',
      "line '<![LOG[a'",
      'a ]LOG]!> b',
      'one\r\ntwo',
      'p\nq',
      '😀',
      '',
    ]) + pick(['', '', ' 0x80180014', ' of contoso.com, with some more text behind it']);
  const time = (): string =>
    `${pick(['10', '23', '9', '25'])}:0${digits(1)}:${pick(['07', '59', '61'])}.` +
    digits(3) +
    pick(['+000', '-120', '-120', '+60', '', '0000', '+1200', '+-300', ' 600', '+']);
  const date = (): string => pick(['05-12-2026', '05-12-2026', '5-2-2026', '2026-05-12', '02-30-2026', '']);
  const plain = (): string =>
    `<time="10:0${digits(1)}:2${digits(1)}.${digits(3)}${pick(['-120', '-120', ''])}" date="05-1${pick(['2', '3'])}-2026" ` +
    `component="${pick(['CcmExec', 'Zoë'])}" context="" type="${pick(['1', '3'])}" thread="${digits(4)}" file="a.cpp:${digits(2)}">`;
  const attributes = (): string =>
    `<time="${time()}" date="${date()}" component="${pick(['CcmExec', 'CcmExec', 'Zoë', 'A "B" C', '', 'a]LOG]!>'])}" ` +
    `${pick(['context=""', 'context=""', 'context="x"'])} type="${pick(['1', '2', '3', '', '12', 'x'])}" ` +
    `thread="${pick(['4196', '0x1064', '1', '4764 (0x129C)', ''])}" ` +
    `file="${pick(['a.cpp:12', 'a.cpp:12', '', 'C:\\"x\\"', 'two\nlines', 'ü'])}">`;
  const record = (): string =>
    `<![LOG[${message()}]LOG]!>${pick(['', '', '', ' '])}${random() < 0.5 ? plain() : attributes()}`;
  const torn = (): string => {
    const text = record();
    const from = random() < 0.5 ? 0 : Math.floor(random() * text.length);
    return text.slice(from, from + Math.floor(random() * text.length));
  };
  return Array.from({ length: pieces }, () => {
    const chance = random();
    const text =
      chance < 0.65
        ? record()
        : chance < 0.85
          ? torn()
          : pick(['plain text', '\0\0\0', '\ufeff', '<![LOG[', ']LOG]!>', 'é']);
    return text + pick(['\r\n', '\r\n', '\n', '\r', '', '\r\n\r\n']);
  }).join('');
}
