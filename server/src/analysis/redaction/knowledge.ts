import type { Catalogue, IdentifyingLabel } from '../../catalogue/types.ts';

/** The catalogue's knowledge of identifiers, prepared for look-up. */
export interface CompiledKnowledge {
  readonly publicHosts: ReadonlySet<string>;
  readonly customerHosts: ReadonlySet<string>;
  readonly domainEndings: ReadonlySet<string>;
  readonly fileEndings: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly noNames: ReadonlySet<string>;
  readonly pathRoots: ReadonlySet<string>;
  readonly keyNames: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly shares: ReadonlySet<string>;
  readonly secretValues: ReadonlySet<string>;
  /** Common words, and the names of logs and components. */
  readonly commonWords: ReadonlySet<string>;
  readonly everydayNames: ReadonlySet<string>;
  /** Users that are no persons. */
  readonly deviceIdentityNames: ReadonlySet<string>;
  readonly everydayFolders: ReadonlySet<string>;
  readonly labels: ReadonlyMap<string, IdentifyingLabel>;
  /** Whether these words stand, one after the other, in what the catalogue knows artefacts to say. */
  isSaidByArtefacts(words: string): boolean;
  isWellKnownGuid(guid: string): boolean;
  isPersonalSid(sid: string): boolean;
  isWellKnownCertificateName(name: string): boolean;
}

/** Prepares the look-up, once for a plan. */
export function compileKnowledge(catalogue: Catalogue): CompiledKnowledge {
  const { redaction } = catalogue;
  const guids = new Set(redaction.guids);
  const said = asWords(textsOfArtefacts(catalogue).join('\n'));
  const ofLogs = catalogue.logs.flatMap(({ name, aliases, components }) => [name, ...aliases, ...components]);
  return {
    publicHosts: new Set(redaction.publicHosts),
    customerHosts: new Set(redaction.customerHosts),
    domainEndings: new Set(redaction.domainEndings),
    fileEndings: new Set(redaction.fileEndings),
    addresses: new Set(redaction.addresses),
    noNames: new Set(redaction.noNames),
    pathRoots: new Set(redaction.pathRoots),
    keyNames: new Set(redaction.keyNames),
    services: new Set(redaction.serviceNames),
    shares: new Set(redaction.shareNames),
    secretValues: new Set(redaction.secretValues),
    commonWords: new Set([
      ...redaction.commonWords,
      ...redaction.noNames,
      ...ofLogs.map((name) => name.toLowerCase()),
    ]),
    everydayNames: new Set(redaction.everydayNames),
    deviceIdentityNames: new Set(catalogue.deviceIdentityNames),
    everydayFolders: new Set(catalogue.everydayFolders),
    labels: labelsOf(catalogue),
    isSaidByArtefacts: (words) => said.includes(asWords(words)),
    isWellKnownGuid(guid) {
      const lower = guid.toLowerCase();
      // Ids of schedules and empty ids are zero but for their end.
      if (lower.startsWith('00000000-0000-0000-0000-00000000')) return true;
      return guids.has(lower) || redaction.guidEnds.some((end) => lower.endsWith(end));
    },
    isPersonalSid(sid) {
      const lower = sid.toLowerCase();
      return redaction.personalSids.some((start) => lower.startsWith(start));
    },
    isWellKnownCertificateName(name) {
      const lower = name.trim().toLowerCase();
      return redaction.certificateNames.some((start) => lower.startsWith(start));
    },
  };
}

/** What is written in artefacts and tells us something: were it replaced, the copy would be judged differently. */
function textsOfArtefacts({ messages, registry, dsregcmd, logs }: Catalogue): readonly string[] {
  return [
    ...messages
      .flatMap(({ templates }) => templates)
      .map((template) => template.replace(/\{[^}]*\}/g, ' | ')),
    ...registry.flatMap(({ key, value, labels, expectation }) => [
      key,
      value ?? '',
      JSON.stringify([labels, expectation]),
    ]),
    ...dsregcmd.flatMap(({ section, field, aliases }) => [section ?? '', field, ...aliases]),
    ...logs.flatMap(({ name, aliases, components }) => [name, ...aliases, ...components]),
  ];
}

/** Lower case, with one blank before, between and behind the words; other marks are words, too. */
function asWords(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]+/gu) ?? []).join(' ')} `;
}

/** Names of values that are too common to tell anything outside their key. */
const ambiguousValues = new Set(['displayname', 'domain', '*', '@', 'id', 'sid', 'thumbprint']);

/** The labels that are written out, and the fields and values that the catalogue says identify something. */
function labelsOf(catalogue: Catalogue): ReadonlyMap<string, IdentifyingLabel> {
  const labels = new Map<string, IdentifyingLabel>();
  const add = (name: string, kind: IdentifyingLabel['kind']): void => {
    const label = name.replace(/\s+/g, '').toLowerCase();
    if (!ambiguousValues.has(label)) labels.set(label, { label, kind, value: 'name' });
  };
  for (const { value, identifies } of catalogue.registry) {
    if (identifies !== undefined && value !== null) add(value, identifies);
  }
  for (const { field, aliases, identifies } of catalogue.dsregcmd) {
    if (identifies !== undefined) for (const name of [field, ...aliases]) add(name, identifies);
  }
  for (const label of catalogue.redaction.labels) labels.set(label.label, label);
  return labels;
}
