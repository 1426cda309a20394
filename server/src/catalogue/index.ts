import { causeEntries } from './causes.ts';
import { contradictionTexts } from './contradictions.ts';
import { everydayFolders } from './everydayFolders.ts';
import { guidance } from './guidance.ts';
import { deviceIdentityNames } from './identities.ts';
import { dsregcmdEntries } from './dsregcmd/index.ts';
import { logEntries } from './logs.ts';
import { messageEntries } from './messages/index.ts';
import { redactionKnowledge } from './redaction/index.ts';
import { references } from './references.ts';
import { registryEntries } from './registry/index.ts';
import { scheduledTaskEntries } from './scheduledTasks.ts';
import { serviceAnswers } from './serviceAnswers.ts';
import { stageEntries } from './stages.ts';
import { stateMessageEntries } from './stateMessages.ts';
import type { Catalogue, CodeTable } from './types.ts';
import { intuneAuthorityMask, workloadBits } from './workloads.ts';

/** Everything the product knows, save for the table of codes. Plain data: JSON loses nothing of it. */
export type CatalogueData = Omit<Catalogue, 'codes'>;

/** The knowledge as it stands in the sources. The build writes it to `dist/catalogue.json`, which the bundles load. */
export const catalogueData: CatalogueData = {
  stages: stageEntries,
  logs: logEntries,
  messages: messageEntries,
  registry: registryEntries,
  dsregcmd: dsregcmdEntries,
  workloads: workloadBits,
  intuneAuthorityMask,
  deviceIdentityNames,
  everydayFolders,
  serviceAnswers,
  redaction: redactionKnowledge,
  stateMessages: stateMessageEntries,
  scheduledTasks: scheduledTaskEntries,
  causes: causeEntries,
  guidance,
  contradictions: contradictionTexts,
  references,
};

/** Everything the product knows, as one value, from the sources. */
export function createCatalogue(codes: CodeTable): Catalogue {
  return assembleCatalogue(catalogueData, codes);
}

/** The same from data that was loaded. The table of codes comes from the shell, as it is loaded when first needed. */
export function assembleCatalogue(data: CatalogueData, codes: CodeTable): Catalogue {
  return { ...data, codes };
}

export { lazyCodeTable } from './codes/lazyCodeTable.ts';
export type * from './types.ts';
