/**
 * What the bits of a Windows error number say by themselves. Layout of an HRESULT: bit 31 severity, bit 29 customer,
 * bit 28 wrapped NTSTATUS, bits 16–26 facility, bits 0–15 the code within the facility. An NTSTATUS has two
 * severity bits (31 and 30) and its facility in bits 16–27.
 */

/** `0x8018002B`: eight upper-case digits. */
export function formatHex(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
}

/** The value as a signed 32-bit number, as many logs and tools print it. */
export function toSigned(value: number): number {
  return value | 0;
}

export function isFailure(value: number): boolean {
  return value >= 0x80000000;
}

export function facilityOf(value: number): number {
  return (value >>> 16) & 0x7ff;
}

export function lowWordOf(value: number): number {
  return value & 0xffff;
}

/** What a facility number of an HRESULT stands for; null for a number that is not assigned to our knowledge. */
export function facilityName(facility: number): string | null {
  return facilities[facility] ?? null;
}

/**
 * Whether the bits alone make a number an error: a failing HRESULT of a facility that exists, a sign-in error
 * (0xCAA…), or a failing NTSTATUS of the system itself. Numbers for which this is false may still be in the table.
 */
export function looksLikeFailure(value: number): boolean {
  const top = value >>> 16;
  if (top === 0xc000 || top === 0xd000) {
    return lowWordOf(value) !== 0 && lowWordOf(value) < 0x1000;
  }
  if (top >>> 4 === 0xcaa) {
    return true;
  }
  // 0x8…: severity set, and none of the customer, NTSTATUS and reserved bits.
  return value >>> 27 === 0x10 && top !== 0x8000 && facilityName(facilityOf(value)) !== null;
}

/** Facilities as the Windows SDK assigns them, and those of ConfigMgr and Intune. */
const facilities: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'RPC',
  2: 'COM dispatch',
  3: 'COM storage',
  4: 'COM interface-specific (also WMI and Task Scheduler)',
  7: 'Win32',
  8: 'Windows',
  9: 'security',
  10: 'control',
  11: 'certificates',
  12: 'internet',
  13: 'media server',
  14: 'message queuing',
  15: 'device setup',
  16: 'smart card',
  17: 'COM+',
  18: 'Windows agent',
  19: '.NET runtime',
  20: 'audit collection',
  21: 'direct play',
  22: 'user-mode components',
  23: 'service station',
  24: 'MDM enrollment',
  25: 'HTTP status (on old Windows: MDM registration)',
  27: 'software updates',
  28: 'Entra device registration',
  31: 'Windows Defender',
  32: 'background transfer (BITS)',
  34: 'Windows driver',
  36: 'Windows Update',
  38: 'Group Policy',
  40: 'TPM software',
  41: 'TPM platform crypto',
  48: 'performance counters',
  49: 'BitLocker',
  51: 'Windows filtering platform',
  53: 'network driver',
  61: 'web services',
  80: 'Windows state repository',
  100: 'web sockets',
  208: 'Delivery Optimization',
  2000: 'ConfigMgr',
  2001: 'Intune and mobile device management',
  2002: 'ConfigMgr site server',
  2003: 'Intune applications',
};
