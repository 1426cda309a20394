import type { DsregcmdEntry } from '../types.ts';

/** Every field of `dsregcmd /status` that the product knows. */
export const dsregcmdEntries: readonly DsregcmdEntry[] = [];
