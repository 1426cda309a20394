/** Small artefacts for the server's tests, in the shapes that devices write. */

export const logName = 'CoManagementHandler.log';

/** One record of CoManagementHandler.log per message, a second apart. */
export function logOf(...messages: readonly string[]): string {
  return messages
    .map(
      (message, second) =>
        `<![LOG[${message}]LOG]!><time="10:00:${String(second).padStart(2, '0')}.000-060" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="1" file="">\n`,
    )
    .join('');
}

export const queued = 'Queuing enrollment timer to fire at 11/22/2026 03:17:00 local time';
export const failed =
  'Failed to enroll with RegisterDeviceWithManagementUsingAADDeviceCredentials with error code 0x80180026';

export const dsregcmd = `+----------------------------------------------------------------------+
| Device State                                                         |
+----------------------------------------------------------------------+

             AzureAdJoined : YES
          EnterpriseJoined : NO
              DomainJoined : YES
                DomainName : CONTOSO
`;
