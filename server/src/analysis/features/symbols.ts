import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { DsregcmdArtefact, RegistryArtefact } from '../artefacts/artefact.ts';
import type { Artefact } from '../artefacts/artefact.ts';
import { keyPathAt } from '../artefacts/registryKeyAt.ts';
import type { KnownKey } from '../matching/snapshotEntries.ts';
import type { CaseAnalysis, Evidence, Finding, Stage } from '../caseAnalysis.ts';
import { oneLine } from './oneLine.ts';
import { symbolKinds } from './protocolValues.ts';
import { lookOfStatus, lookOfTone } from './stageWords.ts';
import { mostOfAnAnswer, withinBudget } from './withinBudget.ts';

/** Outlines of tens of thousands of entries freeze the editor. */
const mostSymbols = 2_000;

export interface SymbolsParams {
  /** Path of the file relative to its case. */
  readonly file: string;
  readonly artefact: Artefact;
  readonly document: TextDocument;
  /** Null while the case is not known yet. */
  readonly analysis: CaseAnalysis | null;
  /** The keys of a snapshot that the catalogue knows. */
  readonly knownKeys: (artefact: RegistryArtefact) => readonly KnownKey[];
}

/**
 * The outline of a file. A log: the stages it tells of, with the evidence, and other failures; not its records.
 * A registry snapshot: its keys, those first that the catalogue knows. dsregcmd: sections and fields.
 */
export function symbolsOf(params: SymbolsParams): DocumentSymbol[] {
  const { artefact, document } = params;
  switch (artefact.type) {
    case 'log':
      return logSymbols(params);
    case 'registry':
      return registrySymbols(artefact, document, params.knownKeys);
    case 'dsregcmd':
      return dsregcmdSymbols(artefact, document);
    case 'unread':
      return [];
  }
}

interface Part {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly start: number;
  readonly end: number;
  /** What is selected on a click. */
  readonly nameStart: number;
  readonly nameEnd: number;
}

function logSymbols({ file, document, analysis }: SymbolsParams): DocumentSymbol[] {
  if (analysis === null) return [];
  const symbols: DocumentSymbol[] = [];
  const shown = new Set<number>();
  let left = mostSymbols;
  for (const stage of analysis.stages) {
    const evidence = stage.evidence
      .filter(({ place }) => place.file === file)
      .slice(0, Math.max(0, left - 1));
    const children = evidence.map((each) => symbolOf(document, evidencePart(each), []));
    if (children.length === 0) continue;
    for (const { place } of evidence) shown.add(place.start);
    left -= children.length + 1;
    symbols.push(stageSymbol(document, stage, evidence, children));
  }
  const others = analysis.findings
    .filter(({ place, severity }) => place.file === file && severity === 'error' && !shown.has(place.start))
    .slice(0, Math.max(0, left));
  return withinBudget(
    [...symbols, ...others.map((finding) => symbolOf(document, failurePart(finding), []))],
    mostOfAnAnswer,
  );
}

function stageSymbol(
  document: TextDocument,
  stage: Stage,
  evidence: readonly Evidence[],
  children: DocumentSymbol[],
): DocumentSymbol {
  // A parent has to enclose its children, or the breadcrumbs lose them.
  const start = evidence.reduce((least, { place }) => Math.min(least, place.start), Infinity);
  const end = evidence.reduce((most, { place }) => Math.max(most, place.end), 0);
  const name = stage.title;
  const detail = lookOfStatus[stage.status].words;
  const part: Part = {
    name,
    detail,
    kind: symbolKinds.namespace,
    start,
    end,
    nameStart: start,
    nameEnd: start,
  };
  return symbolOf(document, part, children.sort(byPosition));
}

function evidencePart({ place, text, tone }: Evidence): Part {
  return {
    name: oneLine(text),
    detail: lookOfTone[tone].words,
    kind: symbolKinds.event,
    start: place.start,
    end: place.end,
    nameStart: place.start,
    nameEnd: place.end,
  };
}

function failurePart({ place, message }: Finding): Part {
  return {
    name: oneLine(message),
    detail: 'failure',
    kind: symbolKinds.event,
    start: place.start,
    end: place.end,
    nameStart: place.start,
    nameEnd: place.end,
  };
}

function registrySymbols(
  artefact: RegistryArtefact,
  document: TextDocument,
  knownKeys: (artefact: RegistryArtefact) => readonly KnownKey[],
): DocumentSymbol[] {
  const { keyCount } = artefact.table;
  const known = keyCount <= mostSymbols ? [] : knownKeys(artefact).map(({ index }) => index);
  const shown = new Set(known.slice(0, mostSymbols));
  for (let i = 0; i < keyCount && shown.size < mostSymbols; i++) shown.add(i);
  const symbols = [...shown].map((index) => symbolOf(document, keyPart(artefact, index), []));
  return withinBudget(symbols, mostOfAnAnswer).sort(byPosition);
}

function keyPart(artefact: RegistryArtefact, index: number): Part {
  const { keyStart, keyEnd, pathStart, pathEnd } = artefact.table;
  const segments = keyPathAt(artefact, index).split('\\');
  return {
    name: oneLine(segments.slice(-2).join('\\')),
    detail: oneLine(segments.slice(0, -2).join('\\')),
    kind: symbolKinds.namespace,
    start: keyStart[index] ?? 0,
    end: keyEnd[index] ?? 0,
    nameStart: pathStart[index] ?? 0,
    nameEnd: pathEnd[index] ?? 0,
  };
}

function dsregcmdSymbols({ sections }: DsregcmdArtefact, document: TextDocument): DocumentSymbol[] {
  let left = mostSymbols;
  return sections.slice(0, mostSymbols).map((section) => {
    const fields = section.fields.slice(0, Math.max(0, left));
    left -= fields.length + 1;
    const children = fields.map((field) =>
      symbolOf(document, { ...field, detail: oneLine(field.value), kind: symbolKinds.field }, []),
    );
    const part: Part = {
      name: section.title,
      detail: '',
      kind: symbolKinds.namespace,
      start: section.start,
      end: section.end,
      nameStart: section.titleStart,
      nameEnd: section.titleEnd,
    };
    return symbolOf(document, part, children);
  });
}

function symbolOf(document: TextDocument, part: Part, children: DocumentSymbol[]): DocumentSymbol {
  const nameStart = Math.min(Math.max(part.nameStart, part.start), part.end);
  const nameEnd = Math.min(Math.max(part.nameEnd, nameStart), part.end);
  return {
    // The protocol forbids empty names.
    name: part.name.trim() === '' ? '(untitled)' : part.name,
    detail: part.detail,
    kind: part.kind,
    range: { start: document.positionAt(part.start), end: document.positionAt(part.end) },
    selectionRange: { start: document.positionAt(nameStart), end: document.positionAt(nameEnd) },
    ...(children.length === 0 ? {} : { children }),
  };
}

function byPosition({ range: left }: DocumentSymbol, { range: right }: DocumentSymbol): number {
  return left.start.line - right.start.line || left.start.character - right.start.character;
}
