import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { key, read, readAnsiValues, readRegistry, readValues } from './registryFixture.ts';

const body = `[${key}]\n"a"="b"\n`;
const good = [`KEY ${key}`, 'a REG_SZ b'];
const version5 = 'Windows Registry Editor Version 5.00';

describe('headers', () => {
  for (const header of [
    version5,
    'REGEDIT4',
    `  \t${version5}`,
    '\t REGEDIT4',
    `\n\n${version5}`,
    `\ufeff${version5}`,
  ]) {
    test(`${JSON.stringify(header)} is a header`, () => {
      assert.deepEqual(read(`${header}\n\n${body}`), good);
    });
  }

  for (const header of [
    'REGEDIT3',
    'regedit4',
    'REGEDIT 4',
    'REGEDIT4FOO',
    'REGEDIT4 FOO',
    'REGEDIT5',
    'Windows Registry Editor Version 4.00',
    'Windows Registry Editor Version 5',
    'WINDOWS REGISTRY EDITOR VERSION 5.00',
    'Windows Registry Editor version 5.00',
  ]) {
    test(`${header} is read and flagged, as Windows would import nothing`, () => {
      assert.deepEqual(read(`${header}\n\n${body}`), [...good, `! fuzzy-header: ${header}`]);
    });
  }

  test('a file without a header is read and flagged', () => {
    assert.deepEqual(read(body), [...good, `! missing-header: [${key}]`]);
  });

  test('a header behind a comment counts, and its missing first place is flagged', () => {
    const expected = [...good, '! missing-header: ; exported by hand'];
    assert.deepEqual(read(`; exported by hand\n${version5}\n${body}`), expected);
  });

  test('a second header, of joined exports, is ignored', () => {
    const text = `${version5}\r\n\r\n${body}\r\n\ufeff${version5}\r\n\r\n[${key}\\Sub]\r\n"c"=dword:2\r\n`;
    assert.deepEqual(read(text), [
      ...good,
      `KEY ${key}\\Sub`,
      'c REG_DWORD 2 (0x00000002)',
      `! second-header: ${version5}`,
    ]);
  });

  test('a Windows 3.1 file has a key and its default value on each line', () => {
    const text =
      'REGEDIT\nHKEY_CLASSES_ROOT\\.contoso = Contoso.File\nHKEY_CLASSES_ROOT\\x =  two\nnonsense\n';
    assert.deepEqual(read(text), [
      'KEY HKEY_CLASSES_ROOT\\.contoso',
      '@ REG_SZ Contoso.File',
      'KEY HKEY_CLASSES_ROOT\\x',
      '@ REG_SZ  two',
      '! ignored-line: nonsense',
    ]);
  });

  test('a value in quotes belongs to no key on a line of a Windows 3.1 file', () => {
    assert.deepEqual(read(`REGEDIT\n[${key}]\n"a"="b"\nHKEY_CLASSES_ROOT\\x = y\n"c"="d"\n`), [
      ...good,
      'KEY HKEY_CLASSES_ROOT\\x',
      '@ REG_SZ y',
      '! value-without-key: "c"="d"',
    ]);
  });
});

describe('line ends', () => {
  for (const [name, end] of [
    ['CR LF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
    ['doubled CR LF', '\r\r\n'],
  ] as const) {
    test(name, () => {
      const lines = [version5, '', `[${key}]`, '"h"=hex:01,\\', '  02', '"a"="b"', ''];
      assert.deepEqual(read(lines.join(end)), [`KEY ${key}`, 'h REG_BINARY 01 02 (2 bytes)', 'a REG_SZ b']);
    });
  }

  test('the last line needs no line end', () => {
    assert.deepEqual(read(`${version5}\n${body}`.trimEnd()), good);
    assert.deepEqual(read(`${version5}\n[${key}]`), [`KEY ${key}`]);
  });
});

describe('keys', () => {
  for (const path of [
    `${key}\\Sub"1`,
    `${key}\\Sub/2`,
    `${key}\\a]b[c`,
    `${key}\\x;y=z#`,
    `${key}\\https://contoso.com`,
    'HKEY_USERS\\S-1-12-1-1-2-3-4',
    'HKEY_CURRENT_CONFIG',
  ]) {
    test(`[${path}]`, () => {
      assert.deepEqual(read(`${version5}\n  [${path}]\n`), [`KEY ${path}`]);
    });
  }

  test('text behind the last bracket is ignored', () => {
    assert.deepEqual(read(`${version5}\n[${key}] ;note\n"a"="b"\n`), good);
  });

  test('the root is compared without regard to case; a short one is flagged', () => {
    assert.deepEqual(read(`${version5}\n[hkey_local_machine\\A]\n[HKLM\\B]\n`), [
      'KEY HKEY_LOCAL_MACHINE\\A',
      'KEY HKEY_LOCAL_MACHINE\\B',
      '! short-root: HKLM',
    ]);
  });

  test('a key that is deleted takes no values', () => {
    assert.deepEqual(read(`${version5}\n[-${key}]\n"a"="b"\n`), [
      `-KEY ${key}`,
      '! value-without-key: "a"="b"',
    ]);
  });

  for (const line of [`[ ${key}]`, `[${key}`, '[Contoso\\Key]', '[]', '[-]']) {
    test(`${line} is invalid, and values below it belong to no key`, () => {
      assert.deepEqual(read(`${version5}\n${body}${line}\n"c"="d"\n`), [
        ...good,
        `! invalid-key: ${line}`,
        '! value-without-key: "c"="d"',
      ]);
    });
  }

  test('a path does not go on at the next line', () => {
    assert.deepEqual(read(`${version5}\n[HKEY_LOCAL_MACHINE\\\nSOFTWARE]\n`), [
      '! invalid-key: [HKEY_LOCAL_MACHINE\\',
      '! ignored-line: SOFTWARE]',
    ]);
  });

  test('the same key may come twice; both blocks are kept in order', () => {
    assert.deepEqual(read(`${version5}\n${body}${body}`), [...good, ...good]);
  });

  test('a value above the first key belongs to none', () => {
    assert.deepEqual(read(`${version5}\n"a"="b"\n`), ['! value-without-key: "a"="b"']);
  });
});

describe('names and blanks', () => {
  test('the default value', () => {
    const expected = ['@ REG_SZ x', '@ REG_DWORD 8 (0x00000008)', '@ ? (the file deletes this value)'];
    assert.deepEqual(readValues('@ = "x"', '@\t=\tdword:\t8', '@=-'), expected);
  });

  test('blanks around name, equals sign and data are allowed, inside quotes they are data', () => {
    const lines = ['  "a"\t = \t"b"  ', '\t" c "=" d "', '', '   ', '"e=f"="g=h"'];
    assert.deepEqual(readValues(...lines), ['a REG_SZ b', ' c  REG_SZ  d ', 'e=f REG_SZ g=h']);
  });

  test('an empty name in quotes is read as the default value and flagged', () => {
    assert.deepEqual(readValues('""="x"'), ['@ REG_SZ x', '! empty-name: ""']);
  });

  test('a name without closing quote, or without equals sign', () => {
    const expected = ['! bad-name: "abc=dword:1', '! no-equals-sign: "abc" dword:1', '! no-equals-sign: @'];
    assert.deepEqual(readValues('"abc=dword:1', '"abc" dword:1', '@'), expected);
  });

  test('a deleted value', () => {
    const expected = [
      'a ? (the file deletes this value)',
      'b ? (the file deletes this value)',
      '! text-after-data: "c"=-x',
    ];
    assert.deepEqual(readValues('"a"=-', '"b"= - ;gone', '"c"=-x'), expected);
  });
});

describe('strings', () => {
  test('escapes in names and data', () => {
    const lines = [String.raw`"C:\\x"="D:\\y\\"`, String.raw`"say \"hi\""="\"quoted\""`];
    assert.deepEqual(readValues(...lines), ['C:\\x REG_SZ D:\\y\\', 'say "hi" REG_SZ "quoted"']);
  });

  test('another escape keeps both characters and is flagged', () => {
    assert.deepEqual(readValues(String.raw`"p"="C:\Windows\ccm"`, String.raw`"n\x"="y"`), [
      'p REG_SZ C:\\Windows\\ccm',
      'n\\x REG_SZ y',
      '! unescaped-backslash: \\W',
      '! unescaped-backslash: \\x',
    ]);
  });

  test('a line break inside a text is kept until the closing quote', () => {
    const artefact = readRegistry(`${version5}\n[${key}]\n"a"="one\r\ntwo\r\n\r\nthree" ;x\r\n"b"="c"\n`);
    assert.deepEqual(
      artefact.keys[0]?.values.map((value) => [value.name, value.data]),
      [
        ['a', { kind: 'string', text: 'one\r\ntwo\r\n\r\nthree' }],
        ['b', { kind: 'string', text: 'c' }],
      ],
    );
    assert.deepEqual(artefact.problems, []);
  });

  for (const next of ['"b"="c"', '@="c"', '  "b" = dword:1', `[${key}\\Sub]`, '[-HKEY_USERS\\x]']) {
    test(`a missing closing quote does not swallow ${next}`, () => {
      const described = readValues('"a"="open', next);
      assert.deepEqual(
        described.filter((line) => line.startsWith('!')),
        ['! unclosed-string: "a"="open'],
      );
      assert.equal(described.length, 2);
    });
  }

  for (const line of ['"a"="b"c"', '"a"="b""c"', '"a"="b"#x', '"a"="b" c', String.raw`"a"=\"b\"`]) {
    test(`${line} is ignored`, () => {
      const described = readValues(line, '"next"="read"');
      assert.equal(described[0], 'next REG_SZ read');
      assert.match(described[1] ?? '', /^! (?:text-after-data|unknown-data): /);
      assert.equal(described.length, 2);
    });
  }

  test('a backslash at the line end does not continue a text', () => {
    assert.deepEqual(readValues('"a"="Test \\', 'Value"', '"b"="c"'), [
      'b REG_SZ c',
      '! unclosed-string: "a"="Test \\',
      '! ignored-line: Value"',
    ]);
  });
});

describe('dword', () => {
  for (const [written, value] of [
    ['dword:0000001a', '26 (0x0000001A)'],
    ['dword:1', '1 (0x00000001)'],
    ['dword: \t8', '8 (0x00000008)'],
    ['dword:FFFFFFFF', '4294967295 (0xFFFFFFFF)'],
    ['dword:7;comment', '7 (0x00000007)'],
    ['dword:7 ; comment', '7 (0x00000007)'],
  ] as const) {
    test(`${written} is ${value}`, () => {
      assert.deepEqual(readValues(`"a"=${written}`), [`a REG_DWORD ${value}`]);
    });
  }

  for (const written of ['dword:', 'dword:0x123', 'dword:hello', 'dword:000000001', 'dword:xxxxxxxx']) {
    test(`${written} is ignored`, () => {
      assert.deepEqual(readValues(`"a"=${written}`, '"b"="c"'), [
        'b REG_SZ c',
        `! bad-dword: "a"=${written}`,
      ]);
    });
  }

  test('anything but a comment behind the digits spoils the line', () => {
    const lines = ['"a"=dword:123 456', '"b"=dword:4 #x', '"c"=dword:1234\\', '5678'];
    assert.deepEqual(readValues(...lines), [
      '! text-after-data: "a"=dword:123 456',
      '! text-after-data: "b"=dword:4 #x',
      '! text-after-data: "c"=dword:1234\\',
      '! ignored-line: 5678',
    ]);
  });

  test('a keyword in capitals is accepted and flagged', () => {
    assert.deepEqual(readValues('"a"=DWORD:1', '"b"=HEX:0A', '"c"=hex(B):00'), [
      'a REG_DWORD 1 (0x00000001)',
      'b REG_BINARY 0a (1 byte)',
      'c REG_QWORD 00 (1 byte)',
      '! upper-case-type: DWORD:',
      '! upper-case-type: HEX:',
      '! wrong-size: "c"=hex(B):00',
    ]);
  });
});

describe('unknown forms', () => {
  for (const data of [
    'qword:1',
    'str:"x"',
    'str(2):"x"',
    'hex(0x7):00',
    'hex(123456789):00',
    'xxxx',
    '<tenant>',
  ]) {
    test(`${data} is ignored`, () => {
      assert.deepEqual(readValues(`"a"=${data}`, '"b"="c"'), ['b REG_SZ c', `! unknown-data: "a"=${data}`]);
    });
  }

  test('no data at all', () => {
    assert.deepEqual(readValues('"a"=', '"b"=;dword:1', '"c"=#dword:1'), [
      '! no-data: "a"=',
      '! unknown-data: "b"=;dword:1',
      '! unknown-data: "c"=#dword:1',
    ]);
  });
});

describe('comments', () => {
  test('whole lines and behind data', () => {
    const lines = [
      ';"x"="y"',
      '  ; z',
      '#"x"="y"',
      '"a;b"="c#d" ;e',
      '; ends in a backslash \\',
      '"f"="g";h',
    ];
    assert.deepEqual(readValues(...lines), ['a;b REG_SZ c#d', 'f REG_SZ g']);
  });
});

describe('damage', () => {
  test('pasted from mail or a web page: problems, and the good lines between are read', () => {
    assert.deepEqual(
      readValues(
        '> "a"="b"',
        '\u201cc\u201d=dword:1',
        '"d"=\u201ce\u201d',
        '\u00a0\u00a0"f"="g"',
        '"h"\u00a0="i"',
        'no\0nul',
        '"ok"="yes"',
      ),
      [
        'ok REG_SZ yes',
        '! quoted-line: > "a"="b"',
        '! curly-quotes: \u201cc\u201d=dword:1',
        '! curly-quotes: "d"=\u201ce\u201d',
        '! non-breaking-blank: \u00a0\u00a0"f"="g"',
        '! non-breaking-blank: "h"\u00a0="i"',
        '! nul-characters: no\0nul',
      ],
    );
  });

  test('every problem says what Windows does, and lies in the text', () => {
    const { problems, text } = readRegistry(`REGEDIT9\n[x]\n"a"=\n"b"="c"d\n"e"=dword:\n> f\n"g"=hex:1,\\\n`);
    assert.equal(problems.length, 8);
    for (const problem of problems) {
      assert.ok(problem.start <= problem.end && problem.end <= text.length, problem.id);
      assert.match(problem.message, /Windows|cut off/);
    }
  });

  test('other dialects and pure noise are read without an exception', () => {
    const noise = Array.from({ length: 3000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');
    for (const text of [
      noise,
      `REGEDIT4\n${noise}`,
      '',
      '\r',
      '[',
      '"',
      '@=',
      `REGEDIT4\n[${key}]\n"a"=hex:`,
    ]) {
      assert.ok(Array.isArray(readAnsiOrEmpty(text)));
    }
  });
});

test('offsets point at the parts of a value', () => {
  const { keys, text } = readRegistry(`${version5}\r\n[${key}]\r\n  "na\\\\me" = hex:01,\\\r\n  02 ;c\r\n`);
  const block = keys[0];
  const value = block?.values[0];
  assert.ok(block !== undefined && value !== undefined);
  assert.equal(text.slice(block.pathStart, block.pathEnd), key);
  assert.equal(text.slice(block.start, block.start + 1), '[');
  assert.equal(block.end, value.end);
  assert.equal(text.slice(value.nameStart, value.nameEnd), 'na\\\\me');
  assert.equal(text.slice(value.dataStart, value.dataEnd), 'hex:01,\\\r\n  02');
  assert.equal(text.slice(value.start, value.end), '"na\\\\me" = hex:01,\\\r\n  02');
});

test('hostile input is read in linear time', () => {
  const patterns = [
    '[',
    '[HKEY',
    '"a"="',
    '"',
    '@',
    '@="x\n',
    '"a"=hex:\\\n',
    '\ufeff"a"="x\n',
    '"\\',
    '\n',
    ';',
    '> ',
  ];
  for (const pattern of patterns) {
    const started = performance.now();
    readRegistry(`REGEDIT4\n[${key}]\n${pattern.repeat(300_000 / pattern.length)}`);
    readRegistry(`REGEDIT4\n[${key}]\n${`${pattern}\n`.repeat(300_000 / (pattern.length + 1))}`);
    assert.ok(performance.now() - started < 3000, JSON.stringify(pattern));
  }
});

test('a file that is junk throughout lists a thousand problems and counts the rest', () => {
  const { problems } = readRegistry(`REGEDIT4\n${'junk\n'.repeat(1500)}`);
  assert.equal(problems.length, 1001);
  assert.equal(problems.at(-1)?.id, 'more-problems');
  assert.match(problems.at(-1)?.message ?? '', /^500 more/);
});

function readAnsiOrEmpty(text: string): string[] {
  return [...read(`REGEDIT4\n${text}`), ...readAnsiValues(text)];
}
