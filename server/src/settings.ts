/** Settings of the section `comgmtLens` that the server reads. One type, one default, one parser. */
export interface Settings {
  /** Zone of times that carry none: minutes to add to get UTC, or null to take it from the other logs. */
  readonly bias: number | null;
  /** Whether pseudonyms stand for what names somebody in whatever leaves the editor. */
  readonly redactExports: boolean;
}

export const settingsSection = 'comgmtLens';

/** The settings as written in the manifest's defaults. */
export const defaultSettings = { timeZone: '', redactExports: true };

/** Reads the section as the client sends it; what does not fit counts as not set. */
export function parseSettings(section: unknown): Settings {
  const { timeZone, redactExports } = isRecord(section) ? section : {};
  return {
    bias: typeof timeZone === 'string' ? parseTimeZone(timeZone) : null,
    // Only a plain no is a no: what is shared by mistake cannot be taken back.
    redactExports: redactExports !== false,
  };
}

/**
 * Minutes to add to a local time to get UTC. Understands `UTC` and `Z`, a bias in minutes as ConfigMgr logs
 * print it (`-60` is UTC+1), and an offset with a colon as ISO 8601 prints it (`+01:00` is UTC+1, too).
 * Null for everything else.
 */
export function parseTimeZone(text: string): number | null {
  const trimmed = text.trim();
  if (/^(utc|z)$/i.test(trimmed)) return 0;
  if (/^[+-]?\d{1,4}$/.test(trimmed)) return withinADay(Number(trimmed));
  const offset = /^(?:utc)?([+-])(\d{1,2}):(\d{2})$/i.exec(trimmed);
  if (offset === null) return null;
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return withinADay(offset[1] === '+' ? -minutes : minutes);
}

/** Zones lie within 14 hours of UTC; a day is what a bias can be without being a mistake of another kind. */
function withinADay(minutes: number): number | null {
  return Math.abs(minutes) <= 24 * 60 ? minutes + 0 : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
