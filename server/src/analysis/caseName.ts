/**
 * Names cases after their folders: the last segment that is not an everyday name like `CCM/Logs`, so that
 * `PC-0815/CCM/Logs` is called PC-0815. Cases that would share a name are told apart by their whole path.
 *
 * @param rootName name of the folder that was searched, for cases that live directly in it
 * @param folders folders of the cases relative to it, with `/`; `''` for the folder itself
 * @param everydayFolders names, in lower case, that say nothing of the device
 */
export function caseNamesOf(
  rootName: string,
  folders: readonly string[],
  everydayFolders: readonly string[],
): readonly string[] {
  const names = folders.map((folder) => tellingName(rootName, folder, everydayFolders));
  return names.map((name, index) => {
    const isShared = names.indexOf(name) !== names.lastIndexOf(name);
    const folder = folders[index] ?? '';
    return isShared && folder !== '' ? `${rootName}/${folder}` : name;
  });
}

function tellingName(rootName: string, folder: string, everydayFolders: readonly string[]): string {
  const segments = [rootName, ...folder.split('/')].filter((segment) => segment !== '');
  return segments.findLast((segment) => !everydayFolders.includes(segment.toLowerCase())) ?? rootName;
}
