import type { RegistryEntry } from '../types.ts';

/** Every registry key and value that the product knows. */
export const registryEntries: readonly RegistryEntry[] = [];
