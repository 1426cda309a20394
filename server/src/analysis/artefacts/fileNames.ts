/** What file names tell: whether a file is worth reading, and which log it is a part of. */

/**
 * Whether a file of a folder is worth reading as an artefact, by its name alone. `name` is without folders. Files
 * that are named otherwise can still be opened one by one; their content decides.
 */
export function isArtefactName(name: string): boolean {
  const lower = name.toLowerCase();
  if (rotationNumber.test(lower) || hives.includes(lower)) return true;
  const dot = lower.lastIndexOf('.');
  if (dot < 0) return lower.includes('dsreg');
  return extensions.includes(lower.slice(dot)) || exportedEvents.test(lower);
}

/**
 * A pattern, as editors use it to watch files, that holds for every name that is worth reading. It holds for some more,
 * as it cannot say as much as `isArtefactName`. Editors compare letter by letter, so each stands there in both cases.
 */
export function artefactGlob(): string {
  const names = [
    ...extensions.map((extension) => `*${extension}`),
    ...['.log', '.lo_'].map((extension) => `*${extension}.*`),
    ...hives,
    '*dsreg*',
    ...[...eventWords, shortEventWord].flatMap((word) =>
      eventExtensions.map((extension) => `*${word}*.${extension}`),
    ),
  ];
  return `**/{${names.map(inAnyCase).join(',')}}`;
}

function inAnyCase(name: string): string {
  return name.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

const extensions = ['.log', '.lo_', '.txt', '.reg', '.cmtrace', '.hiv', '.old', '.bak'];

/** What the names of exported events speak of. */
const eventWords = ['event', 'enterprise-diagnostics', 'device registration', 'taskscheduler'];
/** The same, but short enough to be a part of other words. */
const shortEventWord = 'aad';
const eventExtensions = ['csv', 'xml', 'evtx'];

/** Events that were exported, or copied to be. Other files of these types are too many to look into. */
const exportedEvents = new RegExp(
  `^(?=.{0,200}(?:${eventWords.join('|')}|\\b${shortEventWord}\\b)).{0,200}\\.(?:${eventExtensions.join('|')})$`,
);

/** Registry hives as they are copied from a device; they are refused with the way to export them. */
const hives = ['system', 'software', 'ntuser.dat', 'usrclass.dat'];

const rotationNumber = /\.(?:log|lo_)\.(\d{1,4})$/;

export interface LogName {
  /** The log that the file is a part of, without extension, stamp and number: `CoManagementHandler`. */
  readonly name: string;
  /**
   * How the file was rotated away: a stamp such as `20260101-101010` (a later one is a younger file), a number (a
   * higher one is an older file; `.lo_` is 1), or null for the current file.
   */
  readonly rotation: number | string | null;
}

/**
 * Tells which log a file belongs to: `X.log`, `X.lo_`, `X-20260101-101010.log`, `X-2026-01-01.log`, `X.log.2`,
 * `X.log.txt`, `X - Copy.log`, `X (2).log`, `_X.log`, and `X_DOMAIN@user_1.log` for logs that are written per user.
 */
export function logNameOf(fileName: string): LogName {
  let name = fileName.replace(/(?<=\.(?:log|lo_))\.(?:txt|bak|old)$/i, '');
  let rotation: number | string | null = null;

  const number = rotationNumber.exec(name.toLowerCase());
  if (number !== null) {
    rotation = Number(number[1]);
    name = name.slice(0, number.index);
  } else if (/\.lo_$/i.test(name)) {
    rotation = 1;
    name = name.slice(0, -4);
  } else {
    name = name.replace(/\.(?:log|txt|cmtrace|old|bak)$/i, '');
  }

  name = name.replace(/ - copy(?: \(\d{1,3}\))?$/i, '').replace(/ \(\d{1,3}\)$/, '');
  const stamp = /[-_.](\d{8}[-_]?\d{6}|\d{4}-\d{2}-\d{2}(?:[-_]\d{6})?|\d{8})$/.exec(name);
  if (stamp !== null) {
    rotation = stamp[1] ?? null;
    name = name.slice(0, stamp.index);
  }
  const perUser = /^([^@_]+)_[^@]*@/.exec(name);
  if (perUser !== null) name = perUser[1] ?? name;
  const bare = name.replace(/^_+/, '');
  return { name: bare === '' ? name : bare, rotation };
}
