import type { WorkloadBit } from './types.ts';

/**
 * The mask that stands for "Intune is the authority": every workload is its own, what the site asks for is set
 * aside. To be compared before any bit is tested (0x7FFFF0FF).
 */
export const intuneAuthorityMask = 2147479807;

/**
 * The bits of the co-management capabilities. Bits are tested one by one; a mask is never compared as a whole,
 * except with `intuneAuthorityMask`. Endpoint Protection is bit 32; since version 2111 bit 4096 goes with it, and
 * bit 8192 goes with bit 1. Bits 256 to 2048 were never seen set and have no published meaning.
 */
export const workloadBits: readonly WorkloadBit[] = [
  { bit: 1, name: 'Co-management configured', role: 'flag', evidence: 'reported' },
  { bit: 2, name: 'Compliance policies', role: 'workload', evidence: 'documented' },
  { bit: 4, name: 'Resource access policies', role: 'workload', evidence: 'documented' },
  { bit: 8, name: 'Device configuration', role: 'workload', evidence: 'reported' },
  { bit: 16, name: 'Windows Update policies', role: 'workload', evidence: 'documented' },
  { bit: 32, name: 'Endpoint Protection', role: 'workload', evidence: 'reported' },
  { bit: 64, name: 'Client apps', role: 'workload', evidence: 'reported' },
  { bit: 128, name: 'Office Click-to-Run apps', role: 'workload', evidence: 'reported' },
  {
    bit: 4096,
    name: 'Endpoint Protection (second bit since version 2111)',
    role: 'companion',
    evidence: 'reported',
  },
  {
    bit: 8192,
    name: 'Co-management configured (second bit since version 2111)',
    role: 'flag',
    evidence: 'reported',
  },
];
