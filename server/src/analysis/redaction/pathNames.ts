/** `Users/adele/dsregcmd.txt`: who collects logs often keeps the folders of the device. */
export function profileFolders(path: string): readonly string[] {
  const folders = path.split(/[\\/]/).slice(0, -1);
  return folders.filter(
    (folder, i) =>
      /^(?:users|home|documents and settings)$/i.test(folders[i - 1] ?? '') &&
      !/^(?:public|default(?: user)?|all users)$/i.test(folder),
  );
}

/** Parts of a file's name that could be the name of a computer: in capitals, with a digit, such as `PC-0042_HKLM.reg`. */
export function namesInFileName(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return name
    .split(/[_ .()@,+]+/)
    .map((part) => part.replace(/^(?:[a-z]+-)+|(?:-[a-z]+)+$/g, ''))
    .filter((part) => /^(?!KB[0-9]|0X|WIN[0-9]|[0-9-]+$)[A-Z0-9][A-Z0-9-]+$/.test(part));
}

/** Whether a folder has the form of a computer's name: a NetBIOS name with letters and a digit, such as `NB-0815`. */
export function looksLikeDeviceName(folder: string): boolean {
  return /^(?=.{0,14}[0-9])(?=.{0,14}\p{L})[\p{L}0-9-]{5,15}$/u.test(folder);
}
