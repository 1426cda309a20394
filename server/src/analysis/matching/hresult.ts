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

/**
 * Whether the bits alone make a number an error: a failing HRESULT of a facility that exists, a sign-in error
 * (0xCAA…), or a failing NTSTATUS of the system itself. Numbers for which this is false may still be in the table.
 */
export function looksLikeFailure(value: number, isFacility: (facility: number) => boolean): boolean {
  const top = value >>> 16;
  if (top === 0xc000 || top === 0xd000) {
    return lowWordOf(value) !== 0 && lowWordOf(value) < 0x1000;
  }
  if (top >>> 4 === 0xcaa) {
    return true;
  }
  // 0x8…: severity set, and none of the customer, NTSTATUS and reserved bits.
  return value >>> 27 === 0x10 && top !== 0x8000 && isFacility(facilityOf(value));
}
