import type { ContradictionKind } from './types.ts';

/** What to say of two artefacts that cannot both be right: both sides, and what would settle it. */
export const contradictionTexts: Readonly<Record<ContradictionKind, string>> = {
  'enrolled-log-without-registry':
    'The log says that the device is enrolled, and the registry export holds no Intune enrollment in force. One of them is older, or the enrollment was removed; export the keys of the enrollments again and compare the times.',
  'registry-enrolled-against-log':
    'The registry export shows an Intune enrollment in force, and the log ends with the opposite. The device was enrolled by another way or later than the log ends; collect both again at the same time.',
  'join-record-without-join':
    'dsregcmd says that the device is not joined to Microsoft Entra, and the registry export holds the record of a join. The record is a leftover or the two were taken at different times; run dsregcmd /status again.',
  'joined-and-enrolled':
    'The device is joined to one tenant and enrolled in another. One of the two is stale: compare the tenant ids and remove the leftover.',
  'joined-twice':
    'The device holds the records of two tenants that it is joined to. One of them is stale: compare the tenant ids and remove the leftover.',
  'workload-mask':
    "The client's log applies workload mask {log}, and the registry export holds {registry}. They were taken at different times, or the registry value was changed by hand.",
};
