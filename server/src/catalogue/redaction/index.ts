import { commonWords, everydayNames, noNames } from './commonWords.ts';
import { domainEndings, fileEndings } from './domainEndings.ts';
import { identifyingHoles, identifyingLabels } from './labels.ts';
import { customerHosts, publicHosts } from './publicHosts.ts';
import { keyNames, pathRoots, secretValues, serviceNames, shareNames } from './technicalNames.ts';
import type { RedactionKnowledge } from './types.ts';
import {
  personalSids,
  wellKnownAddresses,
  wellKnownCertificateNames,
  wellKnownGuidEnds,
  wellKnownGuids,
} from './wellKnown.ts';

/** What tells identifiers from what is the same for everybody. */
export const redactionKnowledge: RedactionKnowledge = {
  publicHosts,
  customerHosts,
  domainEndings,
  fileEndings,
  guids: wellKnownGuids,
  guidEnds: wellKnownGuidEnds,
  personalSids,
  certificateNames: wellKnownCertificateNames,
  addresses: wellKnownAddresses,
  noNames,
  commonWords,
  everydayNames,
  pathRoots,
  keyNames,
  serviceNames,
  shareNames,
  secretValues,
  labels: identifyingLabels,
  holes: identifyingHoles,
};
