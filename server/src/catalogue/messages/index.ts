import type { MessageEntry } from '../types.ts';
import { coManagementHandlerMessages } from './coManagementHandler.ts';

/** Every message that the product knows, log by log. */
export const messageEntries: readonly MessageEntry[] = [...coManagementHandlerMessages];
