/**
 * Uris as VS Code writes them. They are compared by `uriKey`: the same file may be written `file:///c%3A/x` by
 * one and `file:///C:/x` by another.
 */

/** The same text for every way to write the same uri. */
export function uriKey(uri: string): string {
  const plain = decoded(uri);
  return plain
    .replace(/^file:\/\/\/([A-Za-z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`)
    .replace(/\/+$/, '');
}

/** Uri of an entry of a folder, encoded as VS Code encodes it. */
export function childUri(folder: string, name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${folder.replace(/\/+$/, '')}/${encoded}`;
}

/** Uri of the folder that holds a file; null for one that lies in none, such as `untitled:Untitled-1`. */
export function parentUri(uri: string): string | null {
  const path = uri.indexOf('://');
  const slash = uri.lastIndexOf('/');
  return path === -1 || slash <= path + 2 ? null : uri.slice(0, slash);
}

/** Last segment, decoded. */
export function baseName(uri: string): string {
  const plain = decoded(uri).replace(/\/+$/, '');
  return plain.slice(Math.max(plain.lastIndexOf('/'), plain.indexOf(':')) + 1);
}

/** Path of a file below a folder, with `/`, decoded; null when it is not below it. */
export function pathBelow(folder: string, uri: string): string | null {
  const head = `${uriKey(folder)}/`;
  const key = uriKey(uri);
  return key.startsWith(head) ? key.slice(head.length) : null;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A stray percent sign: then the text itself is all there is to compare.
    return uri;
  }
}
