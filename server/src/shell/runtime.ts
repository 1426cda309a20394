import type { ByteSource } from '../analysis/index.ts';
import type { Catalogue, CatalogueData } from '../catalogue/index.ts';
import type { ReadPool } from './readPool.ts';

/** What the server needs from the place it runs in: Node, a worker, or a test. */
export interface Runtime {
  readonly files: FileSystem;
  readonly timers: Timers;
  /** The longest document that the editor hands to extensions, in UTF-16 code units. */
  readonly longestDocument: number;
  /** Makes the threads that read large folders; null where there are none. `messages` is the catalogue's list. */
  readonly createReadPool: ((messages: () => Catalogue['messages']) => ReadPool) | null;
  /** What the product knows; called once, when something is first asked. */
  readonly loadCatalogue: () => CatalogueData;
  /** The text of the code table; called once, when a code is first looked up. */
  readonly loadCodeTable: () => string;
}

/** Files by uri. Each function rejects when the file or folder is not there or may not be read. */
export interface FileSystem {
  readFile(uri: string): Promise<Uint8Array>;
  /** Opens a file, hands its bytes over to be read where they are needed, and closes it. */
  readSource<Answer>(uri: string, use: (source: ByteSource) => Answer): Promise<Answer>;
  /** Opens a file that somebody else may be writing to. */
  open(uri: string): Promise<OpenFile>;
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;
  stat(uri: string): Promise<FileStat>;
}

export interface DirectoryEntry {
  readonly name: string;
  /** `other` is what is not to be followed: devices, sockets, links to folders. */
  readonly type: 'file' | 'folder' | 'other';
}

/** A file that is kept open. */
export interface OpenFile {
  stat(): Promise<FileStat>;
  /** What has its name now, which may be another file; null where nothing has. */
  statByName(): Promise<FileStat | null>;
  /** As many bytes as there are from `position` on, at most `length`. */
  read(position: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface FileStat {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, as the file system tells. */
  readonly modified: number;
  /** Tells a file from another one that has taken its name; missing where the file system has no such thing. */
  readonly id?: number;
}

export interface Timers {
  /** The moment it is, milliseconds UTC. Only for what the user is told about it: nothing is judged by it. */
  now(): number;
  /** Calls back once after so many milliseconds, unless cancelled before. */
  after(milliseconds: number, callback: () => void): CancelTimer;
}

export type CancelTimer = () => void;
