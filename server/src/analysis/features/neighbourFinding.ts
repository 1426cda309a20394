import type { Location, Position } from 'vscode-languageserver-types';
import type { CaseAnalysis, Finding } from '../caseAnalysis.ts';
import type { CaseDocuments } from './caseDocuments.ts';
import { locate } from './caseDocuments.ts';

export interface NeighbourFinding {
  readonly location: Location;
  readonly message: string;
  /** 1-based. */
  readonly ordinal: number;
  readonly total: number;
}

export interface NeighbourParams {
  readonly analysis: CaseAnalysis;
  readonly documents: CaseDocuments;
  /** Where one stands; null: in no file of the case. */
  readonly from: { readonly file: string; readonly position: Position } | null;
  readonly direction: 'next' | 'previous';
}

/** The finding after or before a position, file by file in the order of the case; wraps around. */
export function neighbourFindingOf(params: NeighbourParams): NeighbourFinding | null {
  const { analysis, documents, from, direction } = params;
  const findings = inReadingOrder(analysis);
  const step = direction === 'next' ? 1 : -1;
  const first = startingIndex(findings, params);
  for (let tried = 0; tried < findings.length; tried++) {
    const index = modulo(first + tried * step, findings.length);
    const finding = findings[index];
    const location = finding === undefined ? null : locate(documents, finding.place);
    if (finding === undefined || location === null) continue;
    // A second finding on the very same spot would look like a key that does nothing.
    if (findings.length > 1 && isAt(location, from, finding)) continue;
    return { location, message: finding.message, ordinal: index + 1, total: findings.length };
  }
  return null;
}

function inReadingOrder({ findings, files }: CaseAnalysis): readonly Finding[] {
  const order = new Map(files.map(({ path }, index) => [path, index]));
  const rank = ({ place }: Finding): number => order.get(place.file) ?? files.length;
  return findings
    .filter(({ severity }) => severity !== 'hint')
    .sort((left, right) => rank(left) - rank(right) || left.place.start - right.place.start);
}

function startingIndex(findings: readonly Finding[], params: NeighbourParams): number {
  const { analysis, documents, from, direction } = params;
  const document = from === null ? null : documents(from.file);
  if (from === null || document === null) return direction === 'next' ? 0 : findings.length - 1;
  const offset = document.offsetAt(from.position);
  const order = new Map(analysis.files.map(({ path }, index) => [path, index]));
  const here = order.get(from.file) ?? analysis.files.length;
  const compare = ({ place }: Finding): number =>
    (order.get(place.file) ?? analysis.files.length) - here || place.start - offset;
  if (direction === 'next') {
    const after = findings.findIndex((finding) => compare(finding) > 0);
    return after === -1 ? 0 : after;
  }
  const before = findings.findLastIndex((finding) => compare(finding) < 0);
  return before === -1 ? findings.length - 1 : before;
}

function isAt(location: Location, from: NeighbourParams['from'], { place }: Finding): boolean {
  if (from === null || place.file !== from.file) return false;
  const { start } = location.range;
  return start.line === from.position.line && start.character === from.position.character;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
