import type { Catalogue, CauseId } from '../../catalogue/types.ts';
import type {
  Attempt,
  CaseAnalysis,
  Evidence,
  FileReport,
  Finding,
  Place,
  Reading,
} from '../caseAnalysis.ts';
import { caseJson } from '../features/caseJson.ts';
import { createLocator } from '../features/locations.ts';
import { formatZoned } from '../features/moment.ts';
import { verdictInShort } from '../features/verdictText.ts';
import { formatHex } from '../matching/hresult.ts';
import { lineEndFrom } from '../text/characters.ts';
import { lineStartIn } from '../text/textPieces.ts';
import { anchorOf, type Anchor } from './anchor.ts';
import { cleanLine, cleanText } from './cleanText.ts';
import { createFingerprints } from './fingerprint.ts';
import { lineOf } from './reportLine.ts';
import type { Prepared } from './prepare.ts';
import type {
  Report,
  ReportAttempt,
  ReportEvidence,
  ReportFile,
  ReportFinding,
  ReportNote,
  ReportPlace,
  ReportVerdict,
} from './report.ts';
import { recordTimeAt, reportTime } from './reportTime.ts';
import { timelineOf } from './timeline.ts';

/** Characters of a text of a file, of a sentence, and of a path that a report shows. */
const mostText = 600;
const mostSentence = 2_000;
const mostPath = 400;

/** Puts a case into the words of a report. */
export function makeReport({ analysis, readings, notes, lines }: Prepared, catalogue: Catalogue): Report {
  const parts = createParts(readings, catalogue);
  const findings = analysis.findings.map((finding) => findingOf(finding, parts));
  const anchoredNotes = notes.map((note) => noteOf(note, parts));
  const stages = analysis.stages.map(({ id, title, status, reason, evidence }) => ({
    id,
    title,
    status,
    reason: sentence(reason),
    evidence: evidence.map((one) => evidenceOf(one, parts)),
  }));
  const verdict = verdictOf(analysis, parts);
  const json = caseJson(analysis, readings);
  return {
    name: cleanLine(analysis.name, mostPath),
    asOf: analysis.asOf === null ? null : formatZoned(analysis.asOf, 19),
    verdict,
    stages,
    attempts: analysis.attempts.map((attempt) => attemptOf(attempt, parts)),
    workloads: analysis.workloads,
    timeline: timelineOf([...verdict.evidence, ...stages.flatMap(({ evidence }) => evidence)]),
    findings,
    notes: anchoredNotes,
    files: analysis.files.map(fileOf),
    lines: lines.flatMap((place) => lineOf(parts.readings.get(place.file), place, findings)),
    json: {
      ...json,
      findings: json.findings.map((one, index) => {
        const { fingerprint = '', anchor = anchorOf(undefined, noPlace) } = findings[index] ?? {};
        return { ...one, fingerprint, anchor };
      }),
      notes: anchoredNotes,
    },
  };
}

const noPlace: Place = { file: '', start: 0, end: 0 };

/** What the parts of one report have in common. */
interface Parts {
  readonly catalogue: Catalogue;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly locate: (place: Place) => ReportPlace;
  readonly fingerprint: (ruleId: string, anchor: Anchor) => string;
}

function createParts(readings: readonly Reading[], catalogue: Catalogue): Parts {
  const locate = createLocator(readings);
  return {
    catalogue,
    readings: new Map(readings.map((reading) => [reading.path, reading])),
    locate: (place) => ({ ...locate(place), file: cleanLine(place.file, mostPath) }),
    fingerprint: createFingerprints(),
  };
}

function verdictOf(analysis: CaseAnalysis, parts: Parts): ReportVerdict {
  const { verdict } = analysis;
  return {
    outcome: verdict.outcome,
    inShort: verdictInShort(analysis),
    stage: verdict.stage,
    codes: verdict.codes.map(formatHex),
    cause: causeOf(verdict.cause, parts),
    summary: sentence(verdict.summary),
    nextStep: verdict.advice === null ? null : sentence(verdict.advice.step),
    source: verdict.advice?.reference ?? null,
    confidence: verdict.confidence,
    confidenceReason: sentence(verdict.confidenceReason),
    evidence: verdict.evidence.map((one) => evidenceOf(one, parts)),
  };
}

function evidenceOf(evidence: Evidence, { locate }: Parts): ReportEvidence {
  return {
    place: locate(evidence.place),
    time: reportTime(evidence.time),
    text: cleanText(evidence.text, mostText),
    meaning: sentence(evidence.meaning),
    tone: evidence.tone,
    codes: evidence.codes.map(formatHex),
  };
}

function attemptOf(attempt: Attempt, { locate }: Parts): ReportAttempt {
  return {
    number: `${attempt.number}${attempt.of === null ? '' : ` of ${attempt.of}`}`,
    credential: attempt.credential,
    result: attempt.result,
    started: reportTime(attempt.started),
    code: attempt.code === null ? null : formatHex(attempt.code),
    retryAt: reportTime(attempt.retryAt),
    place: locate(attempt.place),
  };
}

function findingOf(finding: Finding, parts: Parts): ReportFinding {
  const reading = parts.readings.get(finding.place.file);
  const anchor = anchorOf(reading, finding.place);
  const { start, end } = finding.place;
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: sentence(finding.message),
    place: parts.locate(finding.place),
    time: recordTimeAt(reading, start),
    text: cleanText(textAt(reading, start, Math.min(end, start + mostText * 4)), mostText),
    stage: finding.stage,
    codes: finding.codes.map(formatHex),
    cause: causeOf(finding.cause, parts),
    remedy: finding.remedy === null ? null : sentence(finding.remedy),
    reference: Object.values(parts.catalogue.references).find(({ url }) => url === finding.reference) ?? null,
    related: finding.related.map(({ place, message }) => ({
      place: parts.locate(place),
      message: sentence(message),
    })),
    fingerprint: parts.fingerprint(finding.ruleId, anchor),
    anchor,
  };
}

/** Of a reading whose text was dropped only the lines that the catalogue knows are still there. */
function textAt(reading: Reading | undefined, start: number, end: number): string {
  if (reading?.dropped === undefined) return reading?.artefact.text.slice(start, end) ?? '';
  return reading.observations.find((observation) => observation.start === start)?.quote ?? '';
}

function causeOf(id: CauseId | null, { catalogue }: Parts): ReportFinding['cause'] {
  const title = catalogue.causes.find((cause) => cause.id === id)?.title;
  return id === null || title === undefined ? null : { id, title };
}

function noteOf(note: ReportNote, { readings }: Parts): Report['notes'][number] {
  const reading = readings.get(note.file);
  const start =
    reading?.dropped === undefined
      ? offsetOfLine(reading?.artefact.text ?? '', note.line)
      : lineStartIn(reading.dropped, note.line - 1);
  return {
    ...note,
    file: cleanLine(note.file, mostPath),
    author: cleanLine(note.author, 100),
    text: cleanText(note.text, 20_000),
    anchor: anchorOf(reading, { file: note.file, start, end: start }),
  };
}

function fileOf(file: FileReport): ReportFile {
  return {
    path: cleanLine(file.path, mostPath),
    kind: file.kind,
    encoding: file.encoding,
    bytes: file.bytes,
    records: file.records,
    problems: file.problems.length,
    from: reportTime(file.from),
    to: reportTime(file.to),
  };
}

/** Offset at which a line begins, lines counted from 1; the end of the text for a line behind it. */
function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let left = line - 1; left > 0 && at < text.length; left--) {
    const end = lineEndFrom(text, at, text.length);
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return Math.min(at, text.length);
}

function sentence(text: string): string {
  return cleanLine(text, mostSentence);
}
