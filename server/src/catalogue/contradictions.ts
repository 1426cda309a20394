import type { ContradictionKind } from './types.ts';

/** What to say of two artefacts that cannot both be right: both sides, and what would settle it. */
export const contradictionTexts: Readonly<Record<ContradictionKind, string>> = {
  'enrolled-log-without-registry':
    'The log says that the device is enrolled, and the registry export holds no Intune enrollment in force. One of them is older, or the enrollment was removed; export the keys of the enrollments again and compare the times.',
  'registry-enrolled-against-log':
    'The registry export shows an Intune enrollment in force, and the log ends with the opposite. The device was enrolled by another way or later than the log ends; collect both again at the same time.',
  'enrolled-while-log-waits':
    'The registry export shows an Intune enrollment in force, and the log ends before an attempt of its own. If the export is newer the device is enrolled; if the log is, the entry is left over.',
  'enrolled-by-policy-while-log-waits':
    'The registry export shows an Intune enrollment in force, and the log ends before an attempt of its own. A group policy enrolls this device, too (AutoEnrollMDM is 1), so the enrollment probably came that way; if the log is newer the entry is left over.',
  'enrolled-without-join':
    'The device is shown as enrolled in Intune, and dsregcmd says that it is not joined to Microsoft Entra, without which co-management does not enroll it. The two were taken at different times, or the join was lost since; run dsregcmd /status again.',
  'join-record-without-join':
    'dsregcmd says that the device is not joined to Microsoft Entra, and the registry export holds the record of a join. The record is a leftover or the two were taken at different times; run dsregcmd /status again.',
  'joined-and-enrolled':
    'The device is joined to one tenant and enrolled in another. One of the two is stale: compare the tenant ids and remove the leftover.',
  'joined-twice':
    'The device holds the records of two tenants that it is joined to. One of them is stale: compare the tenant ids and remove the leftover.',
  'sign-in-to-another-tenant':
    'The device is joined to one tenant, and what it stored for sign-in belongs to another. There is no token from there: remove the data of the former tenant and join again.',
  'workload-mask':
    "The client's log applies workload mask {log}, and the registry export holds {registry}. They were taken at different times, or the registry value was changed by hand.",
};
