import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position,
} from 'vscode-languageserver-types';
import type { Catalogue } from '../../catalogue/types.ts';
import { createCaseKeys } from '../caseKey.ts';
import type { CaseAnalysis, Reading } from '../caseAnalysis.ts';
import { explainCode } from '../matching/codeExplanation.ts';
import { createSnapshotEntries } from '../matching/snapshotEntries.ts';
import type { CaseDocuments } from './caseDocuments.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { DiagnosticsParams } from './diagnostics.ts';
import { explainTypedCode } from './explainTypedCode.ts';
import type { ExplainCodeResult } from './explainTypedCode.ts';
import { foldingRangesOf } from './folding.ts';
import { definitionsOf, referencesOf } from './guidNavigation.ts';
import type { NavigationParams } from './guidNavigation.ts';
import { hoverOf } from './hover.ts';
import { jumpTargetOf } from './jumpTarget.ts';
import type { JumpTarget } from './jumpTarget.ts';
import { neighbourFindingOf } from './neighbourFinding.ts';
import type { NeighbourFinding, NeighbourParams } from './neighbourFinding.ts';
import { statusOf } from './status.ts';
import type { StatusResult } from './status.ts';
import { symbolsOf } from './symbols.ts';
import { treeChildren, treeOf } from './tree.ts';
import type { TreeParams } from './tree.ts';
import type { TreeNode } from './treeNode.ts';

/** What an editor asks of the core: readings and judgements in, answers in the terms of the protocol out. */
export interface EditorFeatures {
  /** Under what a file is compared with others when folders are sorted into cases; null: it makes no case. */
  caseKey(reading: Reading): string | null;
  diagnostics(params: DiagnosticsParams): Diagnostic[];
  /**
   * `bias`: minutes to add to local times without a zone; null where nothing tells. `readings`: those of the whole
   * case, where it is known, to say what a GUID is.
   */
  hover(
    reading: Reading,
    document: TextDocument,
    position: Position,
    bias: number | null,
    readings?: readonly Reading[],
  ): Hover | null;
  /** The key that the GUID under the cursor stands for. */
  definitions(params: NavigationParams): Location[];
  /** Every place of the case that names the GUID under the cursor. */
  references(params: NavigationParams): Location[];
  /** `analysis` is null while the case is not known. The path of the reading is relative to that case. */
  symbols(reading: Reading, document: TextDocument, analysis: CaseAnalysis | null): DocumentSymbol[];
  foldingRanges(reading: Reading, document: TextDocument): FoldingRange[];
  tree(params: TreeParams): TreeNode;
  /** The children of a node of that tree that were not sent with it. */
  treeChildren(params: TreeParams, id: string): readonly TreeNode[];
  status(analysis: CaseAnalysis): StatusResult;
  jumpTarget(analysis: CaseAnalysis, documents: CaseDocuments): JumpTarget | null;
  neighbourFinding(params: NeighbourParams): NeighbourFinding | null;
  explainCode(text: string): ExplainCodeResult | null;
}

/** Prepares the look-ups once; the features themselves keep nothing between calls. */
export function createEditorFeatures(catalogue: Catalogue): EditorFeatures {
  const entries = createSnapshotEntries(catalogue);
  return {
    caseKey: createCaseKeys(catalogue.logs),
    diagnostics: (params) => diagnosticsOf(params, (code) => explainCode(catalogue.codes, code).symbol),
    hover: (reading, document, position, bias, readings = [reading]) =>
      hoverOf(reading, document, position, { catalogue, entries, bias, readings }),
    definitions: (params) => definitionsOf(params, entries),
    references: referencesOf,
    symbols: ({ path, artefact }, document, analysis) =>
      symbolsOf({
        file: path,
        artefact,
        document,
        analysis,
        knownKeys: (snapshot) => entries.knownKeys(snapshot),
      }),
    foldingRanges: ({ artefact }, document) => foldingRangesOf(artefact, document),
    tree: (params) => treeOf(params),
    treeChildren,
    status: statusOf,
    jumpTarget: jumpTargetOf,
    neighbourFinding: neighbourFindingOf,
    explainCode: (text) => explainTypedCode(catalogue, text),
  };
}
