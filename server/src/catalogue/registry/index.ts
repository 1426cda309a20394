import { autopilotEntries } from './autopilot.ts';
import { clientEntries } from './client.ts';
import { comanagementEntries } from './comanagement.ts';
import { companionEntries } from './companions.ts';
import { enrollmentEntries } from './enrollment.ts';
import { joinEntries } from './join.ts';
import { triggerEntries } from './trigger.ts';
import type { RegistryEntry } from '../types.ts';

/**
 * Every registry key and value that the product knows, in the order of the stages. Where two patterns fit the same
 * key or value, the narrower one stands first.
 */
export const registryEntries: readonly RegistryEntry[] = [
  ...clientEntries,
  ...comanagementEntries,
  ...joinEntries,
  ...triggerEntries,
  ...enrollmentEntries,
  ...companionEntries,
  ...autopilotEntries,
];
