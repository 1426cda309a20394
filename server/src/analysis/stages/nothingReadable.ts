import { recordFlags } from '../artefacts/recordTable.ts';
import type { Reading } from '../caseAnalysis.ts';
import { isUnreadableLog } from '../unreadableLog.ts';

/**
 * What the files themselves say where they do not tell how enrollment stands: that none of them is an artefact, or
 * that one was collected and holds nothing readable. A part of a sentence; null where they hold something.
 */
export function nothingReadable(readings: readonly Reading[]): string | null {
  const empty = readings.filter(holdsNothing).map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  if (empty.length > 0) {
    const names = empty.slice(0, namesShown).join(', ');
    const more = empty.length > namesShown ? ` and ${String(empty.length - namesShown)} more files` : '';
    const many = empty.length > 1;
    return `${names}${more} ${many ? 'were' : 'was'} collected and ${many ? 'hold' : 'holds'} nothing readable`;
  }
  if (readings.some(({ artefact }) => artefact.kind !== 'unknown')) return null;
  const count = readings.length;
  return count === 0
    ? 'No artefact was found, as there is no file'
    : `No artefact was found in ${count === 1 ? 'the only file' : `${count.toLocaleString('en')} files`}`;
}

const namesShown = 3;

/** A file with the name of a log and no text in it, or a log of which nothing but pieces of records is left. */
function holdsNothing({ artefact, observations }: Reading): boolean {
  switch (artefact.type) {
    case 'unread':
      return isUnreadableLog(artefact);
    case 'log': {
      const { records, recordCount = records.count } = artefact;
      if (observations.length > 0 || records.count < recordCount) return false;
      return records.flags.subarray(0, records.count).every((flags) => (flags & recordFlags.torn) !== 0);
    }
    case 'registry':
    case 'dsregcmd':
      return false;
  }
}
