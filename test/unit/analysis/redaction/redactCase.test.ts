import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseText,
  createReporter,
  noChoices,
  nothingBeside,
  prepareForExport,
  redactCase,
  wordsOf,
  type CaseAnalysis,
  type NoteThread,
  type Reading,
} from '../../../../server/src/analysis/index.ts';
import { analyser } from '../checkCase.ts';
import { plantCase, type PlantedCase } from './plantedCase.ts';

const options = { now: null, bias: null };
const seeds = Array.from({ length: 12 }, (_, i) => i + 1);

function readAll({ files }: PlantedCase): readonly Reading[] {
  return files.map(({ path, text }) => analyser.read(path, text, 'utf-8', text.length));
}

/** The secrets that stand in a text in any case; empty when all are gone. */
function leaks({ secrets }: PlantedCase, text: string): readonly string[] {
  const lower = text.toLowerCase();
  return secrets
    .filter((secret) => lower.includes(secret.text.toLowerCase()))
    .map(({ kind, text }) => `${kind}: ${text}`);
}

function verdictOf({ verdict, stages, attempts }: CaseAnalysis): unknown {
  const { outcome, stage, codes, cause, confidence } = verdict;
  return {
    outcome,
    stage,
    codes,
    cause,
    confidence,
    stages: stages.map(({ status }) => status),
    attempts: attempts.length,
  };
}

for (const seed of seeds) {
  const planted = plantCase(seed);
  test(`planted secrets, seed ${seed}: ${planted.secrets.length} of ${planted.name} are in the case, none in the copy`, () => {
    const readings = readAll(planted);
    const whole = planted.files.map(({ path, text }) => `${path}\n${text}`).join('\n');
    assert.equal(leaks(planted, whole).length, planted.secrets.length);
    const copy = redactCase(
      planted.name,
      readings,
      { ...nothingBeside, texts: [planted.note] },
      noChoices,
      analyser,
    );
    for (const { path, text, from, scan } of copy.files) {
      assert.deepEqual(leaks(planted, `${path}\n${text}`), [], from);
      assert.deepEqual(scan(), [], from);
    }
    assert.deepEqual(leaks(planted, `${copy.name}\n${copy.redact(planted.note)}`), []);
  });

  test(`planted secrets, seed ${seed}: none in any format`, () => {
    const readings = readAll(planted);
    const analysis = analyser.analyse(planted.name, readings, options);
    const copy = redactCase(
      planted.name,
      readings,
      { ...nothingBeside, texts: [planted.note] },
      noChoices,
      analyser,
    );
    const redaction = { copy, options };
    const reporter = createReporter(analyser.catalogue, { name: 'comgmt-lens', version: '0.0.0' });
    const notes = [noteIn(planted)];
    const lines = analysis.findings.map(({ place }) => place);
    const report = reporter.report(analysis, readings, notes, lines, redaction);
    const prepared = prepareForExport(analysis, readings, notes, lines, redaction);
    const plain = (text: string): string => text;
    const paint = { paint: plain, strong: plain, dim: plain };
    const texts = {
      ...Object.fromEntries(
        (['markdown', 'html', 'sarif', 'json'] as const).map((format) => [
          format,
          reporter.render([report], format),
        ]),
      ),
      ndjson: reporter.jsonLine(report),
      text: caseText(prepared.analysis, prepared.readings, {
        paint,
        width: 100,
        mostFindings: 20,
        asOfIsGiven: false,
        clock: null,
      }),
    };
    for (const [format, text] of Object.entries(texts)) {
      assert.deepEqual(leaks(planted, text), [], format);
      assert.deepEqual(copy.leftIn(text), [], format);
    }
  });

  test(`planted secrets, seed ${seed}: the copy is read and judged like the original`, () => {
    const readings = readAll(planted);
    const copy = redactCase(planted.name, readings, nothingBeside, noChoices, analyser);
    const original = analyser.analyse(planted.name, readings, options);
    const redacted = copy.analysis(options);
    assert.deepEqual(verdictOf(redacted), verdictOf(original));
    assert.deepEqual(
      redacted.files.map(({ kind, records }) => [kind, records]),
      original.files.map(({ kind, records }) => [kind, records]),
    );
  });
}

function noteIn({ files, note }: PlantedCase): NoteThread {
  return {
    file: files[0]?.path ?? '',
    line: 2,
    endLine: 2,
    time: null,
    comments: [{ author: note, text: note }],
    lostLine: note,
    mark: null,
    stage: null,
    resolved: false,
  };
}

test('who wrote a note or answered is a user, too, however short the name; a name that may stay does', () => {
  const readings = [analyser.read('CoManagementHandler.log', 'Bo knows', 'utf-8', 8)];
  const analysis = analyser.analyse('case', readings, options);
  const thread: NoteThread = {
    ...noteIn(plantCase(1)),
    comments: [
      { author: 'Bo', text: 'Ask the tenant team' },
      { author: 'Eilidh MacTavish', text: 'Asked' },
      { author: 'Administrator', text: 'Done, says Eilidh MacTavish' },
    ],
    lostLine: null,
  };
  const noteOf = (keep: readonly string[]): readonly string[] => {
    const copy = redactCase('case', readings, wordsOf([thread]), { keep, add: [] }, analyser);
    const { notes } = prepareForExport(analysis, readings, [thread], [], { copy, options });
    return notes.flatMap(({ author, text }) => [author, ...text.split('\n\n')]);
  };
  assert.deepEqual(noteOf([]), [
    'user-2',
    'Ask the tenant team',
    'user-1: Asked',
    'Administrator: Done, says user-1',
  ]);
  assert.deepEqual(noteOf(['Bo'])[0], 'Bo');
});

test('a first name alone is that of the author, and a word of everyday use is none', () => {
  const readings = [analyser.read('CoManagementHandler.log', 'Zoe knows', 'utf-8', 9)];
  const said = (author: string, text: string): string => {
    const thread: NoteThread = { ...noteIn(plantCase(1)), comments: [{ author, text }], lostLine: null };
    return redactCase('case', readings, wordsOf([thread]), noChoices, analyser).redact(text);
  };
  assert.equal(said('Leopoldina Grebe', 'Leopoldina says: grebe, leopoldina'), 'user-1 says: user-1');
  assert.equal(said('leopoldina.grebe@heron.example', 'Leopoldina says'), 'user-1 says');
  assert.equal(said('HERON\\zoe', 'Zoe says'), 'user-1 says');
  assert.equal(
    said('Zoe Enrollment', 'Zoe says: Enrollment failed in Jan'),
    'user-1 says: Enrollment failed in Jan',
  );
  assert.equal(said('Mark Jan', 'Mark Jan says: mark it in Jan'), 'user-1 says: mark it in Jan');
});

test('the file of a line that is not in the case names nobody in any format', () => {
  const readings = [analyser.read('CoManagementHandler.log', 'x', 'utf-8', 1)];
  const analysis = analyser.analyse('case', readings, options);
  const thread: NoteThread = {
    ...noteIn(plantCase(1)),
    file: 'KESTREL-42/Users/leopoldina/CoManagementHandler.log',
    comments: [{ author: 'Bo', text: 'Ask leopoldina' }],
    lostLine: 'Nothing',
  };
  const copy = redactCase('case', readings, wordsOf([thread]), noChoices, analyser);
  const reporter = createReporter(analyser.catalogue, { name: 'comgmt-lens', version: '0.0.0' });
  const report = reporter.report(analysis, readings, [thread], [], { copy, options });
  for (const format of ['markdown', 'html', 'sarif', 'json'] as const) {
    const text = reporter.render([report], format);
    assert.match(text, /Ask user-/, format);
    assert.match(text, /device-1\/Users\/user-[0-9]\/CoManagementHandler\.log/, format);
    assert.doesNotMatch(text, /kestrel|leopoldina/i, format);
  }
});
