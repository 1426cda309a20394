/** The façade of the core: what shells may use. */
export { createAnalyser, type Analyser } from './analyser.ts';
export { decode, type DecodedText } from './text/decode.ts';
export { isArtefactName } from './artefacts/fileNames.ts';
export { explainCode, type CodeExplanation } from './matching/codeExplanation.ts';
export { formatHex, toSigned } from './matching/hresult.ts';
export { parseCode } from './matching/parseCode.ts';
export { isEnrolled } from './stages/verdictText.ts';
export type * from './caseAnalysis.ts';
export type * from './artefacts/artefact.ts';
