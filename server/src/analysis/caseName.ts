/**
 * Folders that collections have in common. They say where a file came from, not which device it is about.
 */
export const everydayFolders = new Set([
  'ccm',
  'ccmsetup',
  'collected',
  'configmgr',
  'data',
  'diagnostics',
  'dsregcmd',
  'files',
  'intunemanagementextension',
  'log',
  'logs',
  'microsoft',
  'output',
  'programdata',
  'reg',
  'registry',
  'sms_ccm',
  'system32',
  'temp',
  'windows',
]);

/**
 * Names cases after their folders: the last segment that is not an everyday name like `CCM/Logs`, so that
 * `PC-0815/CCM/Logs` is called PC-0815. Cases that would share a name are told apart by their whole path.
 *
 * @param rootName name of the folder that was searched, for cases that live directly in it
 * @param folders folders of the cases relative to it, with `/`; `''` for the folder itself
 */
export function caseNamesOf(rootName: string, folders: readonly string[]): readonly string[] {
  const names = folders.map((folder) => tellingName(rootName, folder));
  return names.map((name, index) => {
    const isShared = names.indexOf(name) !== names.lastIndexOf(name);
    const folder = folders[index] ?? '';
    return isShared && folder !== '' ? `${rootName}/${folder}` : name;
  });
}

function tellingName(rootName: string, folder: string): string {
  const segments = [rootName, ...folder.split('/')].filter((segment) => segment !== '');
  return segments.findLast((segment) => !everydayFolders.has(segment.toLowerCase())) ?? rootName;
}
