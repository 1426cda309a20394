/** Notes in files that are too large to be read whole: made in one part of a file, and found again in parts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';
import type { Reading } from '../../../../server/src/analysis/caseAnalysis.ts';
import { Anchors } from '../../../../server/src/analysis/notes/anchors.ts';
import type { FoundAnchor } from '../../../../server/src/analysis/notes/findAnchor.ts';
import { findStretches, type SearchedParts } from '../../../../server/src/analysis/notes/findStretches.ts';
import type { Anchor } from '../../../../server/src/analysis/notes/note.ts';
import { stretchAround, wholeFile, type FileInParts } from '../../../../server/src/analysis/notes/stretch.ts';
import { sourceOfBytes } from '../../../../server/src/analysis/text/byteSource.ts';
import { decode } from '../../../../server/src/analysis/text/decode.ts';
import { indexPieces } from '../../../../server/src/analysis/text/indexPieces.ts';
import { withPieces } from '../../../../server/src/analysis/text/pieceReader.ts';
import { textAgain } from '../../../../server/src/analysis/text/textPieces.ts';
import { randomNumbers } from '../randomNumbers.ts';

const logName = 'CCM/Logs/CoManagementHandler.log';

/** A file that is read in parts only, and the text that it has as a whole. */
interface TestFile extends FileInParts {
  readonly text: string;
  /** Characters that were read again. */
  read: number;
}

function fileOf(path: string, bytes: Uint8Array): TestFile {
  const { text, encoding } = decode(bytes);
  const source = sourceOfBytes(bytes);
  const pieces = withPieces(source, indexPieces);
  const artefact = { ...readArtefactText(text, path.slice(path.lastIndexOf('/') + 1)), text: '' };
  const reading: Reading = {
    ...{ path, encoding, bytes: bytes.length, artefact, observations: [], unexplained: [], dropped: pieces },
  };
  const file: TestFile = {
    ...{ reading, pieces, text, read: 0 },
    textBetween(start, end) {
      file.read += end - start;
      return textAgain(source, pieces, start, end);
    },
  };
  return file;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Records with few different messages; the id tells which is which, and no anchor looks at it. */
function logText(seed: number, count: number, firstId = 0): string {
  const random = randomNumbers(seed);
  const messages = ['Queuing enrollment timer – später', 'Line one\r\nline two', 'Retry 3 €', 'Retry'];
  let time = Date.UTC(2026, 10, 1) + firstId * 60_000;
  const records: string[] = [];
  for (let id = firstId; id < firstId + count; id++) {
    if (random() > 0.3) time += 1 + Math.floor(random() * 50_000);
    const [date = '', clock = ''] = new Date(time).toISOString().slice(0, -1).split('T');
    const [year = '', month = '', day = ''] = date.split('-');
    records.push(
      `<![LOG[${messages[Math.floor(random() * messages.length)] ?? ''}]LOG]!><time="${clock}-060" ` +
        `date="${month}-${day}-${year}" component="CoManagementHandler" context="" type="1" thread="7" file="a:${id}">\r\n`,
    );
  }
  return records.join('');
}

function startOf(text: string, id: number): number {
  return text.lastIndexOf('<![LOG[', text.indexOf(`a:${id}"`));
}

function idAt(text: string, offset: number): number {
  return Number(/file="a:(\d+)"/.exec(text.slice(offset, offset + 2_000))?.[1]);
}

function anchorIn(file: FileInParts, offset: number): Anchor {
  const stretch = stretchAround(file, offset);
  const anchor = new Anchors().make(stretch, offset - stretch.start);
  assert.ok(anchor);
  return anchor;
}

function find(anchor: Anchor, ...files: readonly TestFile[]): FoundAnchor {
  const stretches = files.flatMap((file) => findStretches(file, [anchor], null).stretches);
  return new Anchors().find(anchor, stretches);
}

const records = 8_000;

test('an anchor made in a part says what one made in the whole file says', () => {
  const text = logText(1, records);
  for (const bytes of [utf8(text), utf16(text), Buffer.from(`\ufeff${text}`)]) {
    const file = fileOf(logName, bytes);
    const whole = wholeFile({ ...file.reading, artefact: readArtefactText(file.text, 'x.log') });
    for (const id of [0, 1, 777, 4_000, records - 1]) {
      const offset = startOf(file.text, id) + 10;
      assert.deepEqual(anchorIn(file, offset), new Anchors().make(whole, offset), `record ${id}`);
    }
  }
});

test('an anchor made in a part is found in the whole file, and the other way round', () => {
  const file = fileOf(logName, utf8(logText(2, records)));
  const whole = wholeFile({ ...file.reading, artefact: readArtefactText(file.text, 'x.log') });
  for (const id of [3, 2_500, 7_990]) {
    const offset = startOf(file.text, id);
    const inWhole = new Anchors().find(anchorIn(file, offset), [whole]);
    assert.ok(inWhole.how === 'exact' && inWhole.place.start === offset, `record ${id}`);
    const made = new Anchors().make(whole, offset);
    assert.ok(made);
    const inParts = find(made, file);
    assert.ok(inParts.how === 'exact' && inParts.place.start === offset, `record ${id}`);
  }
});

test('what stands where it stood is found without reading the rest', () => {
  const file = fileOf(logName, utf8(logText(3, 20_000)));
  const anchor = anchorIn(file, startOf(file.text, 9_000));
  file.read = 0;
  assert.equal(find(anchor, file).how, 'exact');
  assert.ok(file.read < file.text.length / 2, `${file.read} of ${file.text.length}`);
});

test('what moved is found wherever it is now: after growth at the start, a cut, a rotation, another encoding', () => {
  const text = logText(4, records);
  const before = fileOf(logName, utf8(text));
  const changes: readonly (readonly [how: string, path: string, bytes: Uint8Array])[] = [
    ['moved', logName, utf8(logText(5, 14_000, 100_000) + text)],
    ['moved', logName, utf8(text.slice(startOf(text, 700)))],
    ['moved', logName, utf16(text.replaceAll('\r\n', '\n'))],
    ['rotated', 'CCM/Logs/CoManagementHandler.lo_', utf8(logText(6, 3_000, 200_000) + text)],
    ['other-copy', 'attachment.txt', utf8(logText(7, 3_000, 300_000) + text)],
  ];
  for (const id of [900, 4_321, 7_999]) {
    const anchor = anchorIn(before, startOf(text, id));
    for (const [how, path, bytes] of changes) {
      const file = fileOf(path, bytes);
      const found = find(anchor, file);
      if (found.how === 'ambiguous' && anchor.twins > 1) continue;
      assert.ok(found.how !== 'not-found', `${how} ${id}`);
      assert.equal(idAt(file.text, found.place.start), id, `${how} ${id}`);
      assert.equal(found.how, how, `${how} ${id}`);
    }
  }
});

test('a value of a large registry export is found by key and name, in the part that holds both', () => {
  const keyOf = (index: number): string =>
    `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Fabrikam\\${index}]\r\n"State"=dword:0000000${index % 10}\r\n"Name"="value ${index}"\r\n\r\n`;
  const keys = Array.from({ length: 20_000 }, (_, index) => keyOf(index));
  const head = 'Windows Registry Editor Version 5.00\r\n\r\n';
  const file = fileOf('a.reg', utf16(head + keys.join('')));
  const offset = file.text.indexOf('"State"', file.text.indexOf('Fabrikam\\12345]'));
  const anchor = anchorIn(file, offset);
  assert.deepEqual(
    [anchor.kind, anchor.container, anchor.name],
    ['value', 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Fabrikam\\12345', 'State'],
  );
  const moved = fileOf('a.reg', utf16(head + keys.slice(5_000).join('')));
  const found = find(anchor, moved);
  assert.ok(found.how === 'moved');
  assert.equal(found.place.start, moved.text.indexOf('"State"', moved.text.indexOf('Fabrikam\\12345]')));
});

test('a line that is gone is not found, and a log that grows is searched only where it grew', () => {
  const text = logText(8, records);
  const before = fileOf(logName, utf8(text));
  const anchor = anchorIn(before, startOf(text, 4_000));
  const start = logText(9, records, 400_000);
  let searched: SearchedParts | null = null;
  const look = (file: TestFile): FoundAnchor => {
    const answer = findStretches(file, [anchor], searched);
    searched = answer.searched;
    return new Anchors().find(anchor, answer.stretches);
  };
  assert.equal(look(fileOf(logName, utf8(start))).how, 'not-found');
  const grown = fileOf(logName, utf8(start + logText(10, 100, 500_000)));
  assert.equal(look(grown).how, 'not-found');
  assert.ok(grown.read < grown.text.length, `${grown.read} of ${grown.text.length}`);
  const back = fileOf(logName, utf8(start + text));
  const found = look(back);
  assert.ok(found.how === 'moved' || found.how === 'ambiguous');
  assert.equal(idAt(back.text, found.place.start), 4_000);
});

test('a line that stands in every part of a file hides no other note, and the search tells how far it came', () => {
  const line = (text: string): string => `${text}\r\n`;
  const filler = line('Nothing of interest stands in this line of the file').repeat(36_000);
  const parts = Array.from({ length: 17 }, () => line('A line that is everywhere') + filler);
  const before = fileOf('a.txt', utf8(line('A line that is everywhere') + line('The one line that matters')));
  const everywhere = anchorIn(before, 0);
  const special = anchorIn(before, before.text.indexOf('The one'));
  const text = filler + parts.join('') + line('The one line that matters') + filler;
  const file = fileOf('a.txt', utf8(text));
  const { stretches, searched } = findStretches(file, [everywhere, special], null);
  const found = new Anchors().find(special, stretches);
  assert.ok(found.how !== 'not-found');
  assert.equal(found.place.start, text.indexOf('The one line'));
  assert.equal(searched?.to, text.length);

  const one = findStretches(file, [everywhere], null).searched;
  assert.ok(one !== null && one.to < text.length, 'where nothing more is looked for, the search ends');
  assert.deepEqual(findStretches(file, [everywhere], one).searched, one);
});

test('a line at the end of a log that grows and grows is one part of it', () => {
  const line = (text: string): string => `${text}\r\n`;
  const before = fileOf('a.txt', utf8(line('The one line that matters')));
  const anchor = anchorIn(before, 0);
  let text = line('Nothing of interest stands in this line of the file').repeat(20_000);
  text += line('The one line that matters');
  let searched: SearchedParts | null = null;
  for (let round = 0; round < 20; round++) {
    text += line(`Line ${round}`);
    ({ searched } = findStretches(fileOf('a.txt', utf8(text)), [anchor], searched));
  }
  assert.equal(searched?.parts.length, 1);
  assert.equal(searched.to, text.length);
});
