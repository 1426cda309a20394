const record =
  '<![LOG[a]LOG]!><time="10:00:01.250-120" date="11-20-2026" component="C" context="" type="1" thread="1" file="">\n';

/** Texts that are as unkind to a log reader as can be, of about `size` characters. */
export const hostileTexts: Readonly<Record<string, (size: number) => string>> = {
  'unclosed openers': (size) => '<![LOG[x\n'.repeat(size / 9) + record,
  'closers without attributes': (size) => record + 'x]LOG]!>'.repeat(size / 8),
  'one long message': (size) => `<![LOG[${'text '.repeat(size / 5)}]LOG]!>${record.slice(15)}`,
  'quotes in an attribute': (size) => `<![LOG[a]LOG]!><time="${'"x'.repeat(size / 2)}`,
  NULs: (size) => `${record}<![LOG[${'\0'.repeat(size)}`,
  'components in turn': (size) =>
    Array.from({ length: size / 320 }, (_, i) =>
      record.replace('"C"', `"${String(i % 2500).padStart(200, 'C')}"`).replace('[a]', `[${i}]`),
    ).join(''),
  'torn lines': (size) => (record + record.slice(0, 60) + '\n' + record.slice(40)).repeat(size / 250),
};
