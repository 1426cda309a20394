/** Key paths: their many spellings brought to one, and the patterns of the catalogue matched against them. */

const longRoots: Readonly<Record<string, string>> = {
  HKEY_LOCAL_MACHINE: 'HKLM',
  HKEY_CURRENT_USER: 'HKCU',
  HKEY_CLASSES_ROOT: 'HKCR',
  HKEY_USERS: 'HKU',
  HKEY_CURRENT_CONFIG: 'HKCC',
};

/** Every spelling of a root key in capitals, and its long name. */
const longNames: ReadonlyMap<string, string> = new Map([
  ...Object.entries(longRoots).flatMap(([long, short]): [string, string][] => [
    [long, long],
    [short, long],
  ]),
  ['HKEY_DYN_DATA', 'HKEY_DYN_DATA'],
  ['HKEY_PERFORMANCE_DATA', 'HKEY_PERFORMANCE_DATA'],
]);

/** The long names of the root keys, as exports write them. */
export const longRootNames: readonly string[] = [...new Set(longNames.values())];

/** Windows allows 512 levels; a longer path is no key. */
const mostSegments = 512;

/**
 * The path in the form that the catalogue uses: `HKLM\SOFTWARE\...`, CurrentControlSet for ControlSet001 and the
 * like. Takes `HKEY_LOCAL_MACHINE\...`, `HKLM:\...`, `Registry::...`, `Computer\...` and PowerShell's provider
 * prefix. The case of the key names stays; compare with `foldKeyPath`.
 */
export function normalizeKeyPath(path: string): string {
  return keyPathSegments(path).join('\\');
}

/** The same, split at the backslashes. Empty for a path that is no key path. */
export function keyPathSegments(path: string): string[] {
  const segments = withoutProvider(path.trim())
    .split('\\', mostSegments + 2)
    .filter((segment) => segment !== '');
  if (segments.length > mostSegments) return [];
  // `Computer\HKEY_...`, as copied from regedit's address bar; the word is localised.
  if (longRootOf(segments[0] ?? '') === null && longRootOf(segments[1] ?? '') !== null) segments.shift();
  segments[0] = shortRoot(segments[0] ?? '');
  if (isSystemHive(segments) && /^(?:Current)?ControlSet[0-9]{3}$/i.test(segments[2] ?? '')) {
    segments[2] = 'CurrentControlSet';
  }
  return segments;
}

/** The path with its long root name (`HKEY_LOCAL_MACHINE\...`), as exports write it; otherwise as given. */
export function longKeyPath(path: string): string {
  const separator = path.indexOf('\\');
  const root = separator < 0 ? path : path.slice(0, separator);
  const long = longRootOf(root);
  return long === null || long === root ? path : long + (separator < 0 ? '' : path.slice(separator));
}

/** The long name of a root key in any of its spellings and any case; null where it is none. */
export function longRootOf(root: string): string | null {
  return longNames.get(root) ?? longNames.get(root.toUpperCase()) ?? null;
}

/** The form under which two spellings of one key are equal. */
export function foldKeyPath(path: string): string {
  return normalizeKeyPath(path).toUpperCase();
}

/**
 * The key of which `path` is the 32-bit copy (a `WOW6432Node` segment in it), else null. Such a copy is never
 * authoritative for the client or for enrollment.
 */
export function wow64Original(path: string): string | null {
  const segments = keyPathSegments(path);
  const kept = segments.filter((segment) => segment.toUpperCase() !== 'WOW6432NODE');
  return kept.length === segments.length ? null : kept.join('\\');
}

export interface KeyMatch {
  /** What `*`, `{guid}` and `**` stood for, in the order of the pattern; a GUID in its plain form, see `plainGuid`. */
  readonly captures: readonly string[];
}

/**
 * Matches a key path against a pattern of the catalogue (see `RegistryEntry`): `*` is any one segment, `{guid}` a
 * GUID, a last `**` one or more segments. Linear in the path.
 */
export function matchKey(pattern: string, path: string): KeyMatch | null {
  return matchKeySegments(pattern.split('\\'), keyPathSegments(path));
}

/** The same for parts that were split before; `segments` come from `keyPathSegments`. */
export function matchKeySegments(pattern: readonly string[], segments: readonly string[]): KeyMatch | null {
  const captures: string[] = [];
  for (const [i, wanted] of pattern.entries()) {
    if (wanted === '**' && i === pattern.length - 1) {
      if (segments.length <= i) return null;
      captures.push(segments.slice(i).join('\\'));
      return { captures };
    }
    const segment = segments[i];
    if (segment === undefined || !matchSegment(wanted, segment)) return null;
    if (isHole(wanted)) captures.push(captureOf(wanted, segment));
  }
  return segments.length === pattern.length ? { captures } : null;
}

/** Whether one segment of a path fits one segment of a pattern. */
export function matchSegment(wanted: string, segment: string): boolean {
  if (wanted === '*') return true;
  if (wanted === '{guid}') return plainGuid(segment) !== null;
  return wanted.length === segment.length && wanted.toUpperCase() === segment.toUpperCase();
}

/** Whether a segment of a pattern stands for more than itself. */
export function isHole(wanted: string): boolean {
  return wanted === '*' || wanted === '{guid}';
}

/** What a hole of a pattern holds: the segment as written, a GUID in its plain form. */
export function captureOf(wanted: string, segment: string): string {
  return wanted === '{guid}' ? (plainGuid(segment) ?? segment) : segment;
}

/**
 * A GUID in capitals and without braces, so that two spellings of one are equal; null for other texts. Windows
 * writes enrollments, accounts and task folders without braces, tasks with them.
 */
export function plainGuid(text: string): string | null {
  const parts = /^(\{?)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(\}?)$/i.exec(text);
  if (parts === null || (parts[1] === '') !== (parts[3] === '')) return null;
  return parts[2]?.toUpperCase() ?? null;
}

function withoutProvider(path: string): string {
  const provider = path.indexOf('::');
  // A key may have two colons in its name.
  const isPath = longRootOf(path.slice(0, Math.max(0, path.indexOf('\\')))) !== null;
  return provider > 0 && !isPath && /registry$/i.test(path.slice(Math.max(0, provider - 8), provider))
    ? path.slice(provider + 2)
    : path;
}

function shortRoot(root: string): string {
  const name = root.endsWith(':') ? root.slice(0, -1) : root;
  const long = longRootOf(name);
  return long === null ? name : (longRoots[long] ?? long);
}

function isSystemHive(segments: readonly string[]): boolean {
  return segments[0] === 'HKLM' && segments[1]?.toUpperCase() === 'SYSTEM';
}
