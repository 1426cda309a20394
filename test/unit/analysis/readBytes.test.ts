import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createAnalyser, type Reading } from '../../../server/src/analysis/index.ts';
import { caseJson } from '../../../server/src/analysis/features/caseJson.ts';
import { condense } from '../../../server/src/analysis/condense.ts';
import { FewObservations } from '../../../server/src/analysis/matching/fewObservations.ts';
import { sourceOfBytes } from '../../../server/src/analysis/text/byteSource.ts';
import { decode } from '../../../server/src/analysis/text/decode.ts';
import { createCatalogue, lazyCodeTable } from '../../../server/src/catalogue/index.ts';
import { buildCodeTable } from '../../../server/src/catalogue/codes/generate.ts';
import { randomLog } from './artefacts/randomLog.ts';
import { randomNumbers } from './randomNumbers.ts';

const codes = new URL('../../../server/src/catalogue/codes/error-codes.tsv', import.meta.url);
const analyser = createAnalyser(
  createCatalogue(lazyCodeTable(() => buildCodeTable(readFileSync(codes, 'utf8')))),
);

/** Samples of two entries: one without a signal and one with. */
const [explains = '', tells = ''] = [null, 'timer-queued'].map((wanted) => {
  const entry = analyser.catalogue.messages.find(
    ({ signal, logs }) => signal === wanted && logs.includes('CoManagementHandler'),
  );
  return entry?.samples[0] ?? '';
});

/** A log of every sample of the catalogue, with other lines between them. */
function samplesLog(): Buffer {
  const lines = analyser.catalogue.messages.flatMap(({ samples }, i) =>
    [...samples, 'Processed, no change for Zürich', 'Failed, hr=0x80180014'].map(
      (message, j) =>
        `<![LOG[${message}]LOG]!><time="10:00:${10 + (i % 50)}.125-120" date="11-20-2026" component="${
          ['CoManagementHandler', 'CcmExec', 'ccmsetup'][(i + j) % 3]
        }" context="" type="${1 + (j % 3)}" thread="${i}" file="a.cpp:${j}">\r\n`,
    ),
  );
  return Buffer.from(lines.join(''));
}

function readWhole(path: string, bytes: Uint8Array): Reading {
  const { text, encoding } = decode(bytes);
  return analyser.read(path, text, encoding, bytes.length);
}

/** The same without what the file repeats. */
function readFewOf(path: string, bytes: Uint8Array): Reading {
  const whole = readWhole(path, bytes);
  const few = new FewObservations();
  for (const observation of whole.observations) few.add(observation);
  for (const record of whole.unexplained) few.addUnexplained(record);
  return { ...whole, ...few.finish() };
}

/** What a reading of bytes holds, with its quotes checked against the text and taken away. */
function withoutQuotes(reading: Reading, text: string): unknown {
  const { dropped, observations, artefact, ...rest } = reading;
  assert.ok(dropped, 'the text was let go');
  assert.equal(artefact.type, 'log');
  return {
    ...rest,
    artefact: { ...artefact, text, records: { ...artefact.records, text } },
    observations: observations.map(({ quote, ...observation }) => {
      assert.equal(quote, text.slice(observation.start, Math.min(observation.end, observation.start + 400)));
      return observation;
    }),
  };
}

function check(bytes: Uint8Array): void {
  const whole = readFewOf('Logs/CoManagementHandler.log', bytes);
  const piecewise = analyser.readBytes('Logs/CoManagementHandler.log', sourceOfBytes(bytes));
  assert.deepEqual(withoutQuotes(piecewise, whole.artefact.text), whole);
}

test('a log read from its bytes says what the whole text says', () => {
  const random = randomNumbers(20261122);
  check(samplesLog());
  for (let round = 0; round < 10; round++) check(Buffer.from(`<![LOG[${randomLog(random, 800)}`));
});

test('a case is judged the same from bytes, line and column of each place included', () => {
  const bytes = samplesLog();
  const judge = (reading: Reading): unknown =>
    caseJson(analyser.analyse('PC01', [reading], { now: null, bias: null }), [reading]);
  const piecewise = analyser.readBytes('CoManagementHandler.log', sourceOfBytes(bytes));
  assert.deepEqual(judge(piecewise), judge(readFewOf('CoManagementHandler.log', bytes)));
});

test('of what a log repeats the first and the last lines stay, and the others are counted', () => {
  const line = (message: string, second: number): string =>
    `<![LOG[${message}]LOG]!><time="10:00:${String(second % 60).padStart(2, '0')}.125-120" date="11-20-2026" ` +
    'component="CoManagementHandler" context="" type="1" thread="1" file="a.cpp:1">\r\n';
  const lines = Array.from({ length: 3000 }, (_, i) => line(i % 2 === 0 ? explains : tells, i));
  const bytes = Buffer.from(lines.join(''));
  const whole = readWhole('CoManagementHandler.log', bytes);
  const kept = analyser.readBytes('CoManagementHandler.log', sourceOfBytes(bytes));
  const records = (reading: Reading, signal: boolean): readonly number[] =>
    reading.observations
      .filter(({ entry }) => (entry.signal !== null) === signal)
      .map(({ record }) => record);
  assert.deepEqual(records(kept, true), [
    ...records(whole, true).slice(0, 50),
    ...records(whole, true).slice(-200),
  ]);
  assert.deepEqual(records(kept, false), [
    ...records(whole, false).slice(0, 25),
    ...records(whole, false).slice(-25),
  ]);
  assert.equal(kept.left, 3000 - 250 - 50);
  const few = analyser.readBytes(
    'CoManagementHandler.log',
    sourceOfBytes(Buffer.from(lines.slice(0, 1000).join(''))),
  );
  assert.equal(few.left, 0, 'of a log of ordinary size everything stays');
});

test('what is said once, and what was tried, stands in the picture however much routine stands around it', () => {
  const log = readFileSync(
    new URL('../../../samples/failed/CoManagementHandler.log', import.meta.url),
    'utf8',
  );
  const routine = log.split(/(?<=\n)/).filter((line) => line.includes('Merged value'));
  const lines = log.split(/(?<=\n)/);
  const middle = lines.slice(0, 5).join('') + routine.join('').repeat(800) + lines.slice(5).join('');
  const bytes = Buffer.from(routine.join('').repeat(800) + middle + routine.join('').repeat(800));
  const judge = (reading: Reading): unknown => {
    const { stages, attempts, verdict } = analyser.analyse('a', [reading], { now: null, bias: null });
    return {
      outcome: verdict.outcome,
      stages: stages.map(({ id, status }) => [id, status]),
      attempts: attempts.map(({ number, of, result, code }) => [number, of, result, code]),
    };
  };
  const kept = analyser.readBytes('CoManagementHandler.log', sourceOfBytes(bytes));
  assert.ok((kept.left ?? 0) > 1000, `${kept.left}`);
  assert.deepEqual(judge(kept), judge(readWhole('CoManagementHandler.log', bytes)));
});

test('messages that differ only in letters beyond ASCII are told apart', () => {
  const line = (name: string): string =>
    `<![LOG[Merged value for setting 'CoManagementSettings_AutoEnroll' is '${name}']LOG]!><time="10:00:00.125-120" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="1" file="a.cpp:1">\r\n`;
  const names = ['é', 'ö', 'é', 'ö', 'ü', 'é'];
  const bytes = Buffer.from(names.map(line).join(''));
  for (const reading of [
    readWhole('CoManagementHandler.log', bytes),
    analyser.readBytes('CoManagementHandler.log', sourceOfBytes(bytes)),
  ]) {
    assert.deepEqual(
      reading.observations.map(({ values }) => values['value']),
      names,
    );
  }
});

test('what was read before changes nothing, and nothing is lost where many messages come', () => {
  // Every other one is known and comes again and again; those between only begin as a known one does.
  const message = (i: number): string =>
    `Merged value for setting 'CoManagementSettings_AutoEnroll' is '${i % 2 === 0 ? `${(i / 2) % 1000}'` : `${i}, as nobody writes it`}`;
  const text = Array.from(
    { length: 24_000 },
    (_, i) =>
      `<![LOG[${message(i)}]LOG]!><time="10:00:00.125-120" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="1" file="a.cpp:1">\r\n`,
  ).join('');
  for (let round = 0; round < 2; round++) {
    const { observations } = analyser.read('CoManagementHandler.log', text, null, text.length);
    assert.deepEqual(
      observations.map(({ record }) => record),
      Array.from({ length: 12_000 }, (_, i) => i * 2),
      `round ${round}`,
    );
  }
});

test('logs in a row are read as each would be alone', () => {
  const random = randomNumbers(20261128);
  const catalogue = analyser.catalogue;
  const samples = catalogue.messages.flatMap(({ samples: texts }) => texts);
  for (let round = 0; round < 40; round++) {
    const lines = Array.from({ length: 60 }, () => {
      const sample = samples[Math.floor(random() * samples.length)] ?? '';
      const message = random() < 0.3 ? `${sample} ${Math.floor(random() * 9)}` : sample;
      return `<![LOG[${message}]LOG]!><time="10:00:00.125-120" date="11-20-2026" component="${['CcmExec', 'ccmsetup', 'C' + String(round)][Math.floor(random() * 3)]}" context="" type="${Math.floor(random() * 4)}" thread="1" file="a.cpp:1">\n`;
    });
    const bytes = Buffer.from(lines.join('') + randomLog(random, 10));
    const alone = createAnalyser(catalogue);
    const { text, encoding } = decode(bytes);
    assert.deepEqual(
      analyser.read('a.log', text, encoding, bytes.length),
      alone.read('a.log', text, encoding, bytes.length),
      `round ${round}`,
    );
    const source = sourceOfBytes(bytes);
    assert.deepEqual(analyser.readBytes('a.log', source), alone.readBytes('a.log', source), `round ${round}`);
  }
});

test('a failure in the middle stays, however often routine is told before and behind it', () => {
  const line = (message: string): string =>
    `<![LOG[${message}]LOG]!><time="10:00:00.125-120" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="1" file="a.cpp:1">\r\n`;
  const routine = line(tells).repeat(1000);
  const failure = line("MDM enrollment failed with error code 0x80180014 'Unknown'.");
  const bytes = Buffer.from(routine + failure + routine);
  const kept = analyser.readBytes('CoManagementHandler.log', sourceOfBytes(bytes));
  assert.deepEqual(
    kept.observations.filter(({ entry }) => entry.tone === 'failure').map(({ record }) => record),
    [1000],
  );
});

const snapshot =
  'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Zürich]\r\n"A"=dword:00000001\r\n' +
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\3f2b6c1d-8e4a-4f7b-9c21-5a6d7e8f9012]\r\n' +
  '"EnrollmentState"=dword:00000001\r\n"UPN"="adele@contoso.com"\r\n"ProviderID"="MS DM Server"\r\n"broken\r\n';

test('a registry export in UTF-16 lets go of its text and is judged the same', () => {
  const bytes = Buffer.from(`\ufeff${snapshot}`, 'utf16le');
  const whole = readWhole('a.reg', bytes);
  const piecewise = analyser.readBytes('a.reg', sourceOfBytes(bytes));
  assert.ok(piecewise.artefact.type === 'registry' && whole.artefact.type === 'registry');
  assert.equal(piecewise.artefact.text, '');
  const known = analyser.snapshotEntries.knownKeys(whole.artefact).map(({ index }) => index);
  assert.deepEqual(known, [1]);
  assert.deepEqual([...piecewise.artefact.table.held.keys()], known);
  const judge = (reading: Reading): unknown =>
    caseJson(analyser.analyse('PC01', [reading], { now: null, bias: null }), [reading]);
  const expected = judge(whole);
  assert.deepEqual(judge(piecewise), expected);
  assert.ok(piecewise.dropped);
  assert.deepEqual(judge(condense(piecewise, piecewise.dropped, analyser.snapshotEntries)), expected);
  assert.deepEqual(judge(condense(whole, piecewise.dropped, analyser.snapshotEntries)), expected);
});

test('what is neither is read as a whole and keeps its text', () => {
  const bytes = Buffer.from(snapshot);
  assert.deepEqual(analyser.readBytes('a.reg', sourceOfBytes(bytes)), readWhole('a.reg', bytes));
});
