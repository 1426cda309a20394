import type { DsregcmdEntry } from '../types.ts';
import { deviceFields } from './deviceFields.ts';
import { diagnosticFields } from './diagnosticFields.ts';
import { environmentFields } from './environmentFields.ts';
import { joinDebugFields } from './joinDebugFields.ts';
import { ssoFields } from './ssoFields.ts';
import { tenantFields } from './tenantFields.ts';
import { userFields } from './userFields.ts';

/** Every field of `dsregcmd /status` that the product knows, and what `dsregcmd /join /debug` prints. */
export const dsregcmdEntries: readonly DsregcmdEntry[] = [
  ...deviceFields,
  ...tenantFields,
  ...userFields,
  ...ssoFields,
  ...diagnosticFields,
  ...environmentFields,
  ...joinDebugFields,
];
