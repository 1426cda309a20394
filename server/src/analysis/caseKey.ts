import type { LogEntry } from '../catalogue/types.ts';
import type { Reading } from './caseAnalysis.ts';
import { createLogNames } from './matching/logNames.ts';
import { isUnreadableLog } from './unreadableLog.ts';

/**
 * Tells the key under which `partitionIntoCases` compares folders: the name of the log without rotation stamp, or
 * the family of a snapshot. Null for a file that makes no case.
 */
export function createCaseKeys(logs: readonly LogEntry[]): (reading: Reading) => string | null {
  const logOf = createLogNames(logs);
  return ({ artefact, path }) => {
    switch (artefact.kind) {
      case 'ccm-log':
      case 'simple-log':
      case 'installer-log':
      case 'log-excerpt':
      case 'event-text': {
        const name = path.slice(path.lastIndexOf('/') + 1);
        return `log:${logOf('', name) ?? withoutStamp(name)}`;
      }
      case 'registry-file':
      case 'registry-query':
      case 'registry-text':
      case 'registry-powershell':
        return 'registry';
      case 'event-log':
        return `event-log:${path.slice(path.lastIndexOf('/') + 1).toLowerCase()}`;
      case 'registry-hive':
        return 'registry-hive';
      case 'dsregcmd':
        return 'dsregcmd';
      case 'unknown': {
        // A log that was copied as an empty or a damaged file was collected.
        const log = isUnreadableLog(artefact) ? logOf('', path) : null;
        return log === null ? null : `log:${log}`;
      }
    }
  };
}

/** `Setup-20261120-101500.log`, `Setup.lo_` and `Setup.log` are generations of one log. */
function withoutStamp(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.[a-z_]{1,4}$/, '')
    .replace(/-\d{8}-\d{6}$/, '');
}
