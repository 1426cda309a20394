import type { RegistryType } from '../../catalogue/types.ts';
import type { RecordTable } from './recordTable.ts';

/** Ids of the artefact kinds, as the command line prints them. `unknown` is a file that is none of them. */
export type ArtefactKind =
  | 'ccm-log'
  | 'simple-log'
  | 'installer-log'
  | 'log-excerpt'
  | 'event-text'
  | 'event-log'
  | 'registry-file'
  | 'registry-query'
  | 'registry-text'
  | 'registry-powershell'
  | 'registry-hive'
  | 'dsregcmd'
  | 'unknown';

/** Something a parser could not read as it should be; nothing is lost by it. Offsets into the text, end exclusive. */
export interface Problem {
  /** Stable id, such as `torn-record`. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** What is wrong, and what that means for the reader. One sentence. */
  readonly message: string;
}

/** A log: CCM format, IME format, the old `$$<` format, a Windows Installer log, lines pasted without any framing, or Windows events as text. */
export interface LogArtefact {
  readonly type: 'log';
  readonly kind: 'ccm-log' | 'simple-log' | 'installer-log' | 'log-excerpt' | 'event-text';
  readonly text: string;
  readonly records: RecordTable;
  /** Records in the file, where `records` holds only those that something is said of (`condense`). */
  readonly recordCount?: number;
  readonly problems: readonly Problem[];
}

/** A registry snapshot in any text form. */
export interface RegistryArtefact {
  readonly type: 'registry';
  readonly kind: 'registry-file' | 'registry-query' | 'registry-text' | 'registry-powershell';
  readonly text: string;
  readonly keys: readonly RegistryKey[];
  /** Values in the file, where `keys` holds only those that the catalogue knows (`condense`). */
  readonly valueCount?: number;
  readonly problems: readonly Problem[];
}

/** One key as it stands in the file; the same path may occur twice. */
export interface RegistryKey {
  /** Path with the long root name (`HKEY_LOCAL_MACHINE\...`), otherwise as written. */
  readonly path: string;
  /** The whole key block, from its header to behind its last value. */
  readonly start: number;
  readonly end: number;
  /** The path as written in the header. */
  readonly pathStart: number;
  readonly pathEnd: number;
  /** `[-HKEY_...]`: the file deletes the key. */
  readonly deleted: boolean;
  /** Last write time as written, local to the exporting user; only regedit's text export has it. */
  readonly lastWrite: string | null;
  readonly values: readonly RegistryValue[];
}

export interface RegistryValue {
  /** Name with escapes resolved; `''` for the default value. */
  readonly name: string;
  /** The whole value, continuation lines included. */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly dataStart: number;
  readonly dataEnd: number;
  /** A known type name, `REG_0x...` for others, null where the format does not tell (PowerShell). */
  readonly valueType: RegistryType | `REG_0x${string}` | null;
  readonly data: RegistryData;
}

/** Decoded data. Long binary data is kept as its first bytes and its full length. */
export type RegistryData =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'strings'; readonly texts: readonly string[] }
  /** `value` is unsigned; a QWORD beyond 2^53 loses nothing here. */
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array; readonly length: number }
  | { readonly kind: 'deleted' }
  /** The file shows only part of the data, as PowerShell lists do. */
  | { readonly kind: 'partial'; readonly text: string };

/** Output of `dsregcmd /status`. */
export interface DsregcmdArtefact {
  readonly type: 'dsregcmd';
  readonly kind: 'dsregcmd';
  readonly text: string;
  readonly sections: readonly DsregcmdSection[];
  readonly problems: readonly Problem[];
}

export interface DsregcmdSection {
  /** Title as printed; empty for fields that stand before the first title. */
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly fields: readonly DsregcmdField[];
}

export interface DsregcmdField {
  /** Label as printed, without the blanks and colon around it. */
  readonly name: string;
  /** Value, trimmed; empty where nothing is printed. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** A file that is recognised and cannot be read as it is (a binary hive or event log), or one of no known kind. */
export interface UnreadArtefact {
  readonly type: 'unread';
  readonly kind: 'registry-hive' | 'event-log' | 'unknown';
  readonly text: string;
  readonly problems: readonly Problem[];
}

export type Artefact = LogArtefact | RegistryArtefact | DsregcmdArtefact | UnreadArtefact;

/** One kind of artefact. `detect` is asked with the start of the text and the name; the first kind that says yes parses. */
export interface ArtefactReader {
  readonly kind: ArtefactKind;
  /**
   * How surely the text is of this kind: 2 its structure says so, 1 its name and some of its content say so, 0 no.
   * `head` is the first 64 Ki characters. `name` is the file name without folders.
   */
  detect(head: string, name: string): 0 | 1 | 2;
  /** Never throws; whatever is wrong becomes a problem. */
  parse(text: string): Artefact;
}
