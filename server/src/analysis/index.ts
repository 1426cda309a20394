/** The façade of the core: what shells may use. */
import type { Catalogue } from '../catalogue/types.ts';
import type { AnalysisOptions, CaseAnalysis, Reading } from './caseAnalysis.ts';

export type * from './caseAnalysis.ts';
export type * from './artefacts/artefact.ts';

/** The core, with its knowledge. Pure: same input, same output; it keeps nothing between calls. */
export interface Analyser {
  /** Reads one file. Never throws. `path` is relative to the case; its name helps to tell the kind. */
  read(path: string, text: string, encoding: string | null, bytes: number): Reading;
  /** Judges one case from its readings. Never throws. */
  analyse(name: string, readings: readonly Reading[], options: AnalysisOptions): CaseAnalysis;
}

/** Builds the core from its knowledge; prepares the matcher once. */
export function createAnalyser(_catalogue: Catalogue): Analyser {
  throw new Error('not written yet');
}
