import type { DirectoryEntry, FileSystem } from './runtime.ts';
import { baseName, childUri, uriKey } from './uris.ts';

/** A file that may be an artefact, going by its name. */
export interface Candidate {
  readonly uri: string;
  /** Path below the folder that is searched, with `/`. */
  readonly path: string;
}

export interface Candidates {
  readonly files: readonly Candidate[];
  /** What was left out, in words for the user. */
  readonly omissions: readonly string[];
  /** Files that were seen, whatever their names. */
  readonly seen: number;
}

export interface SearchParams {
  readonly folder: string;
  readonly files: FileSystem;
  readonly isCandidate: (name: string) => boolean;
  /** How deep to go: 0 reads the folder itself only. */
  readonly depth: number;
  /** Folders that are searched on their own, as `uriKey`s. */
  readonly except: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

/** Deep enough for every collection tool, and an end for folders that contain themselves. */
export const deepestFolder = 12;
const mostFiles = 2_000;
const mostFolders = 20_000;

/** Folders that never hold artefacts and are often huge. */
const passedOver = new Set(['node_modules', '$recycle.bin', 'system volume information']);

/** Lists the candidates below a folder, folder by folder in the order of names. A folder that cannot be read is named. */
export async function findCandidates(params: SearchParams): Promise<Candidates> {
  const found: Candidate[] = [];
  const omissions: string[] = [];
  const pending: Folder[] = [{ uri: params.folder, path: '', depth: params.depth }];
  let folders = 0;
  let seen = 0;
  while (!params.signal.aborted && folders++ < mostFolders && found.length <= mostFiles) {
    const folder = pending.shift();
    if (folder === undefined) break;
    const entries = await params.files.readDirectory(folder.uri).catch(() => null);
    if (entries === null) omissions.push(`The folder ${baseName(folder.uri)} could not be read.`);
    seen += entries?.filter(({ type }) => type === 'file').length ?? 0;
    for (const entry of [...(entries ?? [])].sort(byName)) look(entry, folder, params, found, pending);
  }
  const isCut = folders > mostFolders || found.length > mostFiles;
  const files = found.slice(0, mostFiles);
  return { files, omissions: isCut ? [...omissions, tooMany(files.length)] : omissions, seen };
}

interface Folder {
  readonly uri: string;
  readonly path: string;
  /** How many levels below it are still to be searched. */
  readonly depth: number;
}

function look(
  { name, type }: DirectoryEntry,
  folder: Folder,
  params: SearchParams,
  found: Candidate[],
  pending: Folder[],
): void {
  const uri = childUri(folder.uri, name);
  const path = folder.path === '' ? name : `${folder.path}/${name}`;
  if (type === 'file' && params.isCandidate(name)) found.push({ uri, path });
  if (type !== 'folder' || folder.depth === 0) return;
  if (isPassedOver(name) || params.except.has(uriKey(uri))) return;
  pending.push({ uri, path, depth: folder.depth - 1 });
}

function tooMany(count: number): string {
  return (
    `Only the first ${count.toLocaleString('en')} files that may be artefacts were looked at. ` +
    'Open the folder of one device to see all of it.'
  );
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || passedOver.has(name.toLowerCase());
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}
