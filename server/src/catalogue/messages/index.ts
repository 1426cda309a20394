import type { MessageEntry } from '../types.ts';
import { ccmsetupMessages } from './ccmsetup.ts';
import { clientPackageMessages } from './clientPackage.ts';
import { coManagementHandlerMessages } from './coManagementHandler.ts';
import { entraEventMessages } from './entraEvents.ts';
import { intuneManagementExtensionMessages } from './intuneManagementExtension.ts';
import { joinEventMessages } from './joinEvents.ts';
import { mdmEventMessages } from './mdmEvents.ts';
import { notificationMessages } from './notification.ts';
import { policyMessages } from './policy.ts';
import { registrationMessages } from './registration.ts';
import { stateMessageMessages } from './stateMessage.ts';
import { taskEventMessages } from './taskEvents.ts';
import { tokenMessages } from './token.ts';
import { transportMessages } from './transport.ts';
import { workloadMessages } from './workloads.ts';

/** Every message that the product knows, log by log. */
export const messageEntries: readonly MessageEntry[] = [
  ...coManagementHandlerMessages,
  ...ccmsetupMessages,
  ...clientPackageMessages,
  ...registrationMessages,
  ...tokenMessages,
  ...transportMessages,
  ...policyMessages,
  ...workloadMessages,
  ...notificationMessages,
  ...stateMessageMessages,
  ...intuneManagementExtensionMessages,
  ...mdmEventMessages,
  ...joinEventMessages,
  ...entraEventMessages,
  ...taskEventMessages,
];
