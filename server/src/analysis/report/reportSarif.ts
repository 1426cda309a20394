import type { Artifact, Location, Log, Region, Result, Run } from 'sarif';
import type { Catalogue } from '../../catalogue/types.ts';
import type { Severity } from '../caseAnalysis.ts';
import { cleanText } from './cleanText.ts';
import { jsonText } from './jsonText.ts';
import { markWords } from './noteWords.ts';
import type { Report, ReportEvidence, ReportFinding, ReportPlace, ReportTool } from './report.ts';
import { sarifRules } from './sarifRules.ts';
import { relativeUri, sarifText } from './sarifText.ts';

/** The folder of the case. It has no address: who opens the file says where their copy lies. */
const caseFolder = 'CASE';

/** The key of our own part of the property bags, for `readExport`. */
export const sarifProperties = 'comgmtLens';

/** The name of our fingerprints, with the version of how they are made. */
export const fingerprintName = 'comgmtLensFinding/v1';

/**
 * Cases as SARIF 2.1.0, a run for each. Findings are results; the verdict is the first one, with its evidence as a
 * code flow, so that a viewer walks through it; notes are results, too. Paths are relative to the folder of the
 * case; columns are counted in UTF-16 units as editors do.
 */
export function reportSarif(reports: readonly Report[], tool: ReportTool, catalogue: Catalogue): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: reports.map((report) => runOf(report, tool, catalogue)),
  };
  return `${jsonText(log, 2)}\n`;
}

function runOf(report: Report, tool: ReportTool, catalogue: Catalogue): Run {
  const fileIndex = new Map(report.files.map(({ path }, index) => [path, index]));
  const at = (place: ReportPlace, text?: string): Location => locationOf(place, fileIndex, text);
  const found = [
    ...verdictResults(report, at),
    ...report.findings.map((finding) => findingResult(finding, at)),
    ...report.notes.map((note) => noteResult(note, at)),
  ];
  const rules = sarifRules(
    found.map(({ ruleId }) => ruleId ?? ''),
    catalogue,
  );
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const { verdict, stages, attempts } = report.json;
  return {
    tool: {
      driver: { name: 'Co-management Lens', semanticVersion: tool.version, language: 'en', rules },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [caseFolder]: { description: { text: 'The folder with the files of the device.' } },
    },
    artifacts: report.files.map(artifactOf),
    invocations: [{ executionSuccessful: true }],
    results: found.map((result) => ({ ...result, ruleIndex: ruleIndex.get(result.ruleId ?? '') ?? -1 })),
    properties: {
      [sarifProperties]: {
        name: report.name,
        verdict: { ...verdict, evidence: [] },
        stages: stages.map((stage) => ({ ...stage, evidence: [] })),
        attempts,
        notes: report.json.notes,
      },
    },
  };
}

type At = (place: ReportPlace, text?: string) => Location;

/** The verdict, at the line that decided it; none without such a line. */
function verdictResults({ verdict }: Report, at: At): readonly Result[] {
  const [decisive] = verdict.evidence;
  if (decisive === undefined) return [];
  const failed = verdict.outcome === 'failed';
  return [
    {
      ruleId: `verdict.${verdict.outcome}`,
      level: failed ? 'error' : 'note',
      message: { text: sarifText([verdict.summary, verdict.nextStep ?? ''].join(' ').trim()) },
      locations: [at(decisive.place, decisive.text)],
      codeFlows: [
        { threadFlows: [{ locations: verdict.evidence.map((one) => ({ location: step(one, at) })) }] },
      ],
    },
  ];
}

function step({ place, text, meaning }: ReportEvidence, at: At): Location {
  return { ...at(place, text), message: { text: sarifText(meaning) } };
}

function findingResult(finding: ReportFinding, at: At): Result {
  const { ruleId, severity, message, remedy, place, text, related, fingerprint } = finding;
  return {
    ruleId,
    level: levels[severity],
    message: { text: sarifText(remedy === null ? message : `${message} What to do: ${remedy}`) },
    locations: [at(place, text)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, index) => ({
            id: index + 1,
            ...at(one.place),
            message: { text: sarifText(one.message) },
          })),
        }),
    partialFingerprints: { [fingerprintName]: fingerprint },
    properties: {
      tags: [...(finding.stage === null ? [] : [`stage:${finding.stage}`]), ...finding.codes],
      [sarifProperties]: {
        severity,
        message,
        stage: finding.stage,
        cause: finding.cause?.id ?? null,
        anchor: finding.anchor,
      },
    },
  };
}

function noteResult(note: Report['notes'][number], at: At): Result {
  const { file, line, endLine, author, text, mark, resolved } = note;
  const kind = mark === null ? 'Note' : `Note (${markWords[mark]})`;
  return {
    ruleId: mark === null ? 'note' : `note.${mark}`,
    level: mark === 'cause' ? 'warning' : 'note',
    message: {
      text: sarifText(
        `${kind}${author === '' ? '' : ` by ${author}`}${resolved ? ', resolved' : ''}: ${text}`,
      ),
    },
    locations: [at({ file, line, column: 1, endLine: endLine + 1, endColumn: 1 })],
  };
}

function locationOf(place: ReportPlace, fileIndex: ReadonlyMap<string, number>, text?: string): Location {
  const index = fileIndex.get(place.file);
  const region: Region = {
    startLine: place.line,
    startColumn: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
    ...(text === undefined || text === '' ? {} : { snippet: { text } }),
  };
  return {
    physicalLocation: {
      artifactLocation: {
        uri: relativeUri(place.file),
        uriBaseId: caseFolder,
        ...(index === undefined ? {} : { index }),
      },
      region,
    },
  };
}

function artifactOf({ path, bytes, encoding }: Report['files'][number]): Artifact {
  return {
    location: { uri: relativeUri(path), uriBaseId: caseFolder },
    length: bytes,
    mimeType: 'text/plain',
    roles: ['analysisTarget'],
    ...(encoding === null ? {} : { encoding: cleanText(encoding, 40) }),
  };
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};
