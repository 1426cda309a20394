/**
 * The log format of the ConfigMgr client, of ccmsetup, of task sequences and of the Intune Management Extension:
 *
 *     <![LOG[message]LOG]!><time="..." date="..." component="..." context="" type="1" thread="1" file="...">
 */
import { isLineEnd } from '../text/characters.ts';
import type { ArtefactReader, LogArtefact } from './artefact.ts';
import { CcmScanner } from './ccmScanner.ts';
import { CcmRecordSink } from './ccmRecordSink.ts';
import { ccmCloser, ccmOpener } from './ccmDelimiters.ts';

export const ccmLogReader: ArtefactReader = { kind: 'ccm-log', detect, parse };

/** A closer with attributes behind it is structure; an opener alone is, where a line begins with it. */
function detect(head: string, name: string): 0 | 1 | 2 {
  if (/\]LOG\]!>\s{0,8}<(?:time|date|component)=/.test(head)) return 2;
  const opener = head.indexOf(ccmOpener);
  if (opener >= 0 && (opener === 0 || isLineEnd(head.charCodeAt(opener - 1)))) return 2;
  if (opener < 0 && !head.includes(ccmCloser)) return 0;
  return /\.(?:log|lo_|cmtrace)/i.test(name) ? 1 : 0;
}

function parse(text: string): LogArtefact {
  const sink = new CcmRecordSink(text);
  new CcmScanner(text, false, sink).scan();
  return { type: 'log', kind: 'ccm-log', text, ...sink.finish() };
}
