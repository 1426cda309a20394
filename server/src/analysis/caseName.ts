/**
 * Folders that collections have in common. They say where a file came from, not which device it is about.
 */
const everydayFolders = new Set([
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
 * Names a case after its folder: the last segment that is not an everyday name like `CCM/Logs`, so that
 * `PC-0815/CCM/Logs` is called PC-0815.
 *
 * @param rootName name of the folder that was searched, for cases that live directly in it
 * @param folder folder of the case relative to it, with `/`; `''` for the folder itself
 */
export function caseNameOf(rootName: string, folder: string): string {
  const segments = [rootName, ...folder.split('/')].filter((segment) => segment !== '');
  const telling = segments.findLast((segment) => !everydayFolders.has(segment.toLowerCase()));
  return telling ?? rootName;
}
