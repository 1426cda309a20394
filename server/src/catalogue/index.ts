import { causeEntries } from './causes.ts';
import { deviceIdentityNames } from './identities.ts';
import { dsregcmdEntries } from './dsregcmd/index.ts';
import { logEntries } from './logs.ts';
import { messageEntries } from './messages/index.ts';
import { references } from './references.ts';
import { registryEntries } from './registry/index.ts';
import { stageEntries } from './stages.ts';
import { stateMessageEntries } from './stateMessages.ts';
import type { Catalogue, CodeTable } from './types.ts';
import { intuneAuthorityMask, workloadBits } from './workloads.ts';

/** Everything the product knows, as one value. The table of codes comes from the shell, as it is loaded when first needed. */
export function createCatalogue(codes: CodeTable): Catalogue {
  return {
    stages: stageEntries,
    logs: logEntries,
    messages: messageEntries,
    registry: registryEntries,
    dsregcmd: dsregcmdEntries,
    workloads: workloadBits,
    intuneAuthorityMask,
    deviceIdentityNames,
    stateMessages: stateMessageEntries,
    causes: causeEntries,
    references,
    codes,
  };
}

export { lazyCodeTable } from './codes/lazyCodeTable.ts';
export type * from './types.ts';
