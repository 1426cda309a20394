/** What an identifier names. The order is the order of reports. */
export const identifierKinds = [
  'user',
  'device',
  'host',
  'domain',
  'tenant',
  'enrollment',
  'policy',
  'id',
  'address',
  'mac',
  'sid',
  'serial',
  'certificate',
  'name',
  'token',
  'product-key',
  'other',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** What the value behind a label may look like before it counts as an identifier. */
export type LabelledValue =
  /** Whatever stands there is a name. */
  | 'name'
  /** The label is also an everyday word: only what looks like a name and is no common word counts. */
  | 'loose'
  /** A GUID, or a GUID behind `GUID:`. */
  | 'id'
  /**
   * A name of one or several words. One that is an everyday word, as surnames are, is replaced only behind its label;
   * any other wherever it stands.
   */
  | 'here'
  /** The label names anything: only several words that look like a person's name, and end as the form does, count. */
  | 'person'
  /** A secret: anything of eight characters or more. */
  | 'secret';

/** A word of logs, command lines, XML, JSON and registry exports behind which an identifier stands. */
export interface IdentifyingLabel {
  /** Lower case, without blanks. */
  readonly label: string;
  readonly kind: IdentifierKind;
  readonly value: LabelledValue;
}

/** What tells identifiers from what is the same for everybody. Plain data. */
export interface RedactionKnowledge {
  /** Domains of hosts that are the same for every customer, with all hosts below them. */
  readonly publicHosts: readonly string[];
  /** Domains below which a host's name is chosen by the customer, also where they lie below a public one. */
  readonly customerHosts: readonly string[];
  /** Last labels that make a dotted name a host or a domain. */
  readonly domainEndings: readonly string[];
  /** Endings that are both: with one label before them, they are taken for those of files. */
  readonly fileEndings: readonly string[];
  /** GUIDs that are the same for everybody: lower case, without braces. */
  readonly guids: readonly string[];
  /** Ends of GUIDs of families that are the same for everybody. */
  readonly guidEnds: readonly string[];
  /** Beginnings of the SIDs that name somebody; all others are well known. */
  readonly personalSids: readonly string[];
  /** Beginnings of certificate names that are the same for everybody, lower case. */
  readonly certificateNames: readonly string[];
  /** Addresses that are the same for everybody. */
  readonly addresses: readonly string[];
  /** Values that say that there is no name, and accounts of Windows; lower case. */
  readonly noNames: readonly string[];
  /** Words of everyday use: as a name they are replaced only where they clearly stand for it. Lower case. */
  readonly commonWords: readonly string[];
  /** Given names and surnames that are words of sentences, too; lower case. */
  readonly everydayNames: readonly string[];
  /** What stands before a backslash in keys and paths and is no domain; lower case. */
  readonly pathRoots: readonly string[];
  /** What stands behind a backslash in keys and is no account; lower case. */
  readonly keyNames: readonly string[];
  /** Names of hosts that say what they serve, not whose they are; lower case. */
  readonly serviceNames: readonly string[];
  /** Names of shares that are the same everywhere, without `$`; lower case. */
  readonly shareNames: readonly string[];
  /** Registry values whose bytes hold a secret in a form of their own; lower case. */
  readonly secretValues: readonly string[];
  readonly labels: readonly IdentifyingLabel[];
  /** Holes of message templates that hold an identifier. */
  readonly holes: readonly { readonly hole: string; readonly kind: IdentifierKind }[];
}
