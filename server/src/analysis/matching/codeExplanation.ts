import type { CodeContext, CodeEntry, CodeTable } from '../../catalogue/types.ts';
import { facilityOf, formatHex, isFailure, lowWordOf, toSigned } from './hresult.ts';

export { formatHex, toSigned };

/** What can be said of a code, ready to be shown. Plain text throughout. */
export interface CodeExplanation {
  /** `0x8018002B`, or `AADSTS50076` for an error of the sign-in service. */
  readonly title: string;
  /** Unsigned 32-bit, or the AADSTS number. */
  readonly value: number;
  /** Both decimal forms; null for AADSTS numbers. */
  readonly unsigned: string | null;
  readonly signed: string | null;
  readonly symbol: string | null;
  readonly family: string;
  /** Always a sentence; says so where nothing is known. */
  readonly meaning: string;
  readonly cause: string | null;
  readonly remedy: string | null;
  readonly source: string | null;
  /** How far sources agree, and whether the meaning is written or derived. */
  readonly certainty: string;
  /** How the number was read, when it is not in the table as it stands: `HTTP status 429 in an HRESULT`. */
  readonly via: string | null;
  /** Other numbers with the same name, and other names of the same number. */
  readonly alsoKnownAs: readonly string[];
  /** False when the table has nothing for it and only its parts could be named. */
  readonly known: boolean;
}

/**
 * Explains a code by the rules of Windows' number spaces, in their order: the exact row; 0x8007nnnn and small numbers
 * as Win32; WinINet and WinHTTP; HTTP in 0x8019; sign-in errors that wrap WinINet or HTTP; SyncML; a wrapped NTSTATUS;
 * and last the bits alone. A number without a row is taken apart and never given a meaning of its own.
 */
export function explainCode(
  codes: CodeTable,
  value: number,
  context: CodeContext = 'general',
): CodeExplanation {
  const [row, ...others] = codes.lookup(value, context);
  const derived = derive(codes, value);
  if (row) {
    const explanation = fromRow(codes, value, row, null, others);
    return row.meaning === '' && derived
      ? { ...explanation, meaning: `${derived.plain}, known by its name only.` }
      : explanation;
  }
  if (derived?.row) {
    return fromRow(codes, value, derived.row, derived.via, []);
  }
  const parts = takenApart(codes, value);
  return derived
    ? { ...parts, meaning: `${derived.plain}. The table has no name for it.`, via: derived.via }
    : parts;
}

/** Explains an `AADSTSnnnnn` number. */
export function explainSignInError(codes: CodeTable, aadsts: number): CodeExplanation {
  const title = `AADSTS${aadsts}`;
  const row = codes.lookupSignIn(aadsts);
  const common = { title, value: aadsts, unsigned: null, signed: null, via: null, alsoKnownAs: [] };
  if (row) {
    return { ...common, ...textsOf(row), known: true };
  }
  const { family, meaning, remedy } = codes.numberSpaces.signIn;
  return {
    ...common,
    symbol: null,
    family,
    meaning,
    cause: null,
    remedy: remedy.replace('{number}', String(aadsts)),
    source: null,
    certainty: 'Not in the table.',
    known: false,
  };
}

/** A number that stands for another one, or for one of a numbered series. */
interface Derived {
  readonly via: string;
  /** The row of the number it stands for; null when the table has none. */
  readonly row: CodeEntry | null;
  /** What can be said without a row, no full stop. */
  readonly plain: string;
}

/** The decode rules behind the exact row. Null when none of them applies. */
function derive(codes: CodeTable, value: number): Derived | null {
  const low = lowWordOf(value);
  const isWinHttp = low >= 12000 && low < 13000;
  switch (value >>> 16) {
    case 0x8007:
      return isWinHttp ? asWinHttp(codes, low, 'an HRESULT') : asWin32(codes, low);
    case 0:
      return isWinHttp ? asWinHttp(codes, low, 'its plain form') : asWin32(codes, low);
    case 0x8019:
      return isWinHttp ? asWinHttp(codes, low, 'an HTTP HRESULT') : asHttp(codes, low, 'an HRESULT');
    case 0xcaa8:
      return asWinHttp(codes, low, 'a sign-in error');
    case 0xcaa3:
      return asHttp(codes, low, 'a sign-in error');
    case 0x87d1:
      return asSyncMl(low);
    case 0xd000:
      return asStatus(codes, 0xc0000000 + low);
    case 0xd009:
      return asSecurityStatus(codes, low);
    case 0xc000: {
      const plain = `NTSTATUS ${formatHex(value)}, an error of the system itself`;
      return { via: plain, row: null, plain };
    }
    default:
      return null;
  }
}

function asWin32(codes: CodeTable, low: number): Derived {
  const plain = `Win32 error ${low} ("net helpmsg ${low}" shows Windows' own text)`;
  return { via: `Win32 error ${low}`, row: first(codes, 0x80070000 + low), plain };
}

function asWinHttp(codes: CodeTable, number: number, wrapper: string): Derived {
  const plain = `WinINet or WinHTTP error ${number}`;
  return { via: `${plain} in ${wrapper}`, row: first(codes, 0x80070000 + number), plain };
}

function asHttp(codes: CodeTable, status: number, wrapper: string): Derived | null {
  if (status < 100 || status > 599) {
    return null;
  }
  return {
    via: `HTTP status ${status} in ${wrapper}`,
    row: first(codes, 0x80190000 + status),
    plain: `HTTP status ${status}, ${httpClass(status)}`,
  };
}

function asSyncMl(status: number): Derived | null {
  if (status < 100 || status > 599) {
    return null;
  }
  const plain = `SyncML status ${status} of the protocol between device and management service`;
  return { via: `SyncML status ${status} (0x87D10000 + ${status})`, row: null, plain };
}

function asStatus(codes: CodeTable, status: number): Derived {
  const plain = `NTSTATUS ${formatHex(status)}`;
  return { via: `${plain} wrapped as an HRESULT`, row: first(codes, status), plain };
}

/** Security errors are numbered alike as HRESULT (0x8009nnnn) and as NTSTATUS (0xC009nnnn). */
function asSecurityStatus(codes: CodeTable, low: number): Derived {
  const plain = `NTSTATUS ${formatHex(0xc0090000 + low)}`;
  const same = 0x80090000 + low;
  return {
    via: `${plain} wrapped as an HRESULT; the same number as ${formatHex(same)}`,
    row: first(codes, same),
    plain,
  };
}

function httpClass(status: number): string {
  if (status < 200) return 'the exchange goes on';
  if (status < 300) return 'the server accepted the request';
  if (status < 400) return 'the server points elsewhere';
  return status < 500 ? 'the server refused the request' : 'the server failed';
}

function first(codes: CodeTable, value: number): CodeEntry | null {
  return codes.lookup(value)[0] ?? null;
}

function fromRow(
  codes: CodeTable,
  value: number,
  row: CodeEntry,
  via: string | null,
  others: readonly CodeEntry[],
): CodeExplanation {
  return {
    ...numbersOf(value),
    ...textsOf(row),
    via,
    alsoKnownAs: [
      ...row.sameAs.map((other) => `${formatHex(other)} (${first(codes, other)?.symbol ?? 'same name'})`),
      ...others.filter((other) => other.symbol !== row.symbol).map(otherReading),
    ],
    known: true,
  };
}

function otherReading(row: CodeEntry): string {
  return `${row.symbol ?? 'no name'} (${row.family})`;
}

function textsOf(row: CodeEntry) {
  return {
    symbol: row.symbol,
    family: row.family,
    meaning: row.meaning === '' ? 'Known by its name only; no explanation of it is written.' : row.meaning,
    cause: row.cause,
    remedy: row.remedy,
    source: row.source,
    certainty: row.meaningBy === 'rule' ? `Derived from the number. ${row.check}` : row.check,
  };
}

function takenApart(codes: CodeTable, value: number): CodeExplanation {
  const facility = facilityOf(value);
  const name = codes.numberSpaces.facilities[facility] ?? null;
  const area =
    name === null ? `facility ${facility}, which has no known name` : `facility ${facility} (${name})`;
  const result = isFailure(value) ? 'failure' : 'success or information';
  return {
    ...numbersOf(value),
    symbol: null,
    family: name ?? 'unknown',
    meaning: `The table does not hold this number. Its parts: ${result}, ${area}, code ${lowWordOf(value)}.`,
    cause: null,
    remedy: null,
    source: null,
    certainty: 'Read from the bits of the number; its meaning is not known.',
    via: null,
    alsoKnownAs: [],
    known: false,
  };
}

function numbersOf(value: number) {
  return { title: formatHex(value), value, unsigned: String(value), signed: String(toSigned(value)) };
}
