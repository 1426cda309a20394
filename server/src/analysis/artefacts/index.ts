import type { Artefact, ArtefactReader } from './artefact.ts';
import { ccmLogReader } from './ccmLog.ts';
import { dsregcmdReader } from './dsregcmd.ts';
import { eventLogReader } from './eventLog.ts';
import { eventTextReader } from './eventText.ts';
import { installerLogReader } from './installerLog.ts';
import { logExcerptReader } from './logExcerpt.ts';
import { oldFormatLogReader } from './oldFormatLog.ts';
import { registryFileReader } from './registryFile.ts';
import { registryHiveReader } from './registryHive.ts';
import { registryPowershellReader } from './registryPowershell.ts';
import { registryQueryReader } from './registryQuery.ts';
import { registryTextReader } from './registryText.ts';

/** Every kind of artefact, one line each. Where two are equally sure of a text, the earlier one reads it. */
export const artefactReaders: readonly ArtefactReader[] = [
  // Logs
  ccmLogReader,
  oldFormatLogReader,
  installerLogReader,
  eventLogReader,
  // Registry snapshots
  registryHiveReader,
  registryFileReader,
  registryTextReader,
  registryPowershellReader,
  registryQueryReader,
  // Command output
  dsregcmdReader,
  // Pastes and exports of logs, without the framing of any
  eventTextReader,
  logExcerptReader,
];

/**
 * Reads a text as the kind that is surest of it: by content first, by name second. Never throws; a text that is of
 * no kind is `unknown`, which is no problem. `name` is the file name without folders.
 */
export function readArtefactText(text: string, name: string): Artefact {
  const reader = surestReader(text.slice(0, headLength), name);
  return reader?.parse(text) ?? { type: 'unread', kind: 'unknown', text, problems: [] };
}

/** The reader that is surest of a text, by its first `headLength` characters and its name; null where none is. */
export function surestReader(head: string, name: string): ArtefactReader | null {
  let best: ArtefactReader | null = null;
  let surest = 0;
  for (const reader of artefactReaders) {
    const sureness = reader.detect(head, name);
    if (sureness <= surest) continue;
    best = reader;
    surest = sureness;
    // None is surer.
    if (surest === 2) break;
  }
  return best;
}

/** As much of a text tells of what kind it is. */
export const headLength = 0x10000;
