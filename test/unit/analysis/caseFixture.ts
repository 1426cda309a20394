/**
 * Reads a case fixture: a whole case in one text, with its expectations.
 *
 *     outcome: failed            what the verdict has to be; also stage, codes, cause, confidence, now,
 *     stages: policy succeeded   the statuses that are listed; attempts and summary likewise
 *     findings: all              the markers are every finding of the case; without it they are some of them
 *     === CoManagementHandler.log +060
 *     2026-11-18 10:00:02 Enrolling device to MDM... Try #1 out of 3
 *     ^ error comanagement.attempt-failed        a finding expected at the line above
 *     === enrollment.reg
 *     [HKEY_LOCAL_MACHINE\...]                    any other part is taken as it stands
 *
 * A part with a bias behind its name is written as CCM records, one for each line `date time message`; `none` writes
 * no bias, `ime` writes records as the Intune Management Extension does. A message that begins with `!` is written with
 * type 3. A line of a part that begins with `=== ` itself is written `\=== `. A marker that is not known makes the reader throw. An enrolled case that states no `errors` has none.
 */
export interface CaseFixture {
  readonly expected: Readonly<Partial<Record<ExpectationKey, string>>>;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly findings: readonly ExpectedFinding[];
}

export interface ExpectedFinding {
  readonly file: string;
  /** 1-based line of the file that is made. */
  readonly line: number;
  readonly severity: string;
  readonly ruleId: string;
}

const expectationKeys = [
  'outcome',
  'stage',
  'codes',
  'cause',
  'confidence',
  'now',
  'stages',
  'attempts',
  'summary',
  'workloads',
  'authority',
  'unknown-bits',
  'errors',
  'findings',
] as const;
export type ExpectationKey = (typeof expectationKeys)[number];

export function readCaseFixture(source: string): CaseFixture {
  const [head = '', ...parts] = source.split(/^=== /m);
  const findings: ExpectedFinding[] = [];
  return { expected: readExpectations(head), files: parts.map((part) => readPart(part, findings)), findings };
}

function readExpectations(head: string): CaseFixture['expected'] {
  const expected: Partial<Record<ExpectationKey, string>> = {};
  for (const line of head.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const colon = line.indexOf(':');
    const key = expectationKeys.find((one) => one === line.slice(0, colon).trim());
    if (key === undefined) throw new Error(`Unknown expectation: ${line}`);
    expected[key] = line.slice(colon + 1).trim();
  }
  return expected;
}

function readPart(part: string, findings: ExpectedFinding[]): CaseFixture['files'][number] {
  const [title = '', ...lines] = part.replace(/\n$/, '').split('\n');
  const [path = '', bias] = title.trim().split(/\s+/);
  const written: string[] = [];
  for (const line of lines) {
    if (!line.startsWith('^ ')) {
      written.push(bias === undefined ? line.replace(/^\\(?==== )/, '') : ccmRecord(line, bias, path));
      continue;
    }
    const [, severity = '', ruleId = ''] = line.split(/\s+/);
    if (!/^(error|warning|information|hint)$/.test(severity) || ruleId === '')
      throw new Error(`Unknown marker: ${line}`);
    findings.push({ file: path, line: written.length, severity, ruleId });
  }
  return { path, text: `${written.join('\r\n')}\r\n` };
}

function ccmRecord(line: string, bias: string, path: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}:\d{2}:\d{2}) (!?)(.*)$/.exec(line);
  if (match === null) throw new Error(`Not a record: ${line}`);
  const [, year, month, day, time, mark, message] = match;
  const component = /([^/]+?)(?:-\d{8}-\d{6})?\.lo[g_]$/.exec(path)?.[1] ?? '';
  if (bias === 'ime') {
    const date = `${String(Number(month))}-${String(Number(day))}-${year ?? ''}`;
    return `<![LOG[${message ?? ''}]LOG]!><time="${time ?? ''}.0000000" date="${date}" component="${component}" context="" type="${mark === '!' ? '3' : '1'}" thread="4" file="">`;
  }
  if (!/^(none|[+-]\d{3})$/.test(bias)) throw new Error(`Unknown bias: ${bias}`);
  const written = bias === 'none' ? '' : bias;
  return `<![LOG[${message ?? ''}]LOG]!><time="${time ?? ''}.000${written}" date="${month ?? ''}-${day ?? ''}-${year ?? ''}" component="${component}" context="" type="${mark === '!' ? '3' : '1'}" thread="4812" file="invented.cpp:1">`;
}
