/**
 * Output of `dsregcmd /status`, from the layout of 2017 to today's, whole, cut, re-typed or with its line breaks
 * lost. What `dsregcmd /join /debug` prints is read as fields without a section.
 */
import type { ArtefactReader, DsregcmdArtefact } from './artefact.ts';
import { detectDsregcmd } from './dsregcmdDetection.ts';
import { readPieces } from './dsregcmdPieces.ts';
import { SectionBuilder } from './dsregcmdSections.ts';

export const dsregcmdReader: ArtefactReader = {
  kind: 'dsregcmd',
  detect: detectDsregcmd,
  parse: parseDsregcmd,
};

function parseDsregcmd(text: string): DsregcmdArtefact {
  const builder = new SectionBuilder(text);
  for (const piece of readPieces(text)) builder.add(piece);
  const { sections, problems } = builder.finish();
  return { type: 'dsregcmd', kind: 'dsregcmd', text, sections, problems };
}
