/** An artefact on its way into a case. */
export interface CaseFile {
  /** Path relative to the folder that is searched, with `/`. */
  readonly path: string;
  /**
   * What one device has once: the name of a log without rotation stamp, or the family of a snapshot (`registry`,
   * `dsregcmd`). Two folders that both hold the same key belong to two devices.
   */
  readonly key: string;
}

/** The files of one device. */
export interface CaseFolder<File extends CaseFile> {
  /** Folder of the case, relative to the folder that is searched; `''` for that folder itself. */
  readonly folder: string;
  readonly files: readonly File[];
}

/**
 * Sorts files into cases. A folder that directly holds artefacts is one case together with everything below it.
 * Where a folder holds none itself, its subfolders decide: if they complement each other (logs here, registry
 * there) they are one case; if two of them hold the same thing, each is a case of its own. Cases come in the
 * order of their folders' names.
 */
export function partitionIntoCases<File extends CaseFile>(
  files: readonly File[],
): readonly CaseFolder<File>[] {
  return partition(foldersOf(files));
}

interface Folder<File> {
  readonly path: string;
  readonly files: File[];
  readonly subfolders: Map<string, Folder<File>>;
}

function foldersOf<File extends CaseFile>(files: readonly File[]): Folder<File> {
  const root: Folder<File> = { path: '', files: [], subfolders: new Map() };
  for (const file of files) {
    const segments = file.path.split('/').slice(0, -1);
    let folder = root;
    for (const segment of segments) folder = subfolder(folder, segment);
    folder.files.push(file);
  }
  return root;
}

function subfolder<File>(folder: Folder<File>, name: string): Folder<File> {
  const known = folder.subfolders.get(name);
  if (known !== undefined) return known;
  const path = folder.path === '' ? name : `${folder.path}/${name}`;
  const made: Folder<File> = { path, files: [], subfolders: new Map() };
  folder.subfolders.set(name, made);
  return made;
}

function partition<File extends CaseFile>(folder: Folder<File>): readonly CaseFolder<File>[] {
  if (folder.files.length > 0) return [{ folder: folder.path, files: filesBelow(folder) }];
  const groups = [...folder.subfolders.values()].sort(byPath).map((each) => partition(each));
  const single = groups.every((cases) => cases.length === 1);
  const cases = groups.flat();
  if (cases.length < 2 || !single || overlap(cases)) return cases;
  return [{ folder: folder.path, files: cases.flatMap((each) => each.files) }];
}

function overlap(cases: readonly CaseFolder<CaseFile>[]): boolean {
  const seen = new Set<string>();
  for (const { files } of cases) {
    const keys = new Set(files.map((file) => file.key));
    for (const key of keys) {
      if (seen.has(key)) return true;
      seen.add(key);
    }
  }
  return false;
}

function filesBelow<File>(folder: Folder<File>): File[] {
  const subfolders = [...folder.subfolders.values()].sort(byPath);
  return [...folder.files, ...subfolders.flatMap((each) => filesBelow(each))];
}

function byPath(left: { readonly path: string }, right: { readonly path: string }): number {
  return left.path < right.path ? -1 : left.path > right.path ? 1 : 0;
}
