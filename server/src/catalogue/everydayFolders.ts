/**
 * Folders that collections have in common, in lower case. They say where a file came from, not which device it is
 * about.
 */
export const everydayFolders: readonly string[] = [
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
];
