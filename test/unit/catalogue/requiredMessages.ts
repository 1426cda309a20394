/** Messages that the product has to know: the log they stand in, and an instance of each. */
export const requiredMessages: readonly (readonly [log: string, message: string])[] = [
  ['CoManagementHandler', 'Processing GET for assignment (Example/Example : Example)'],
  ['CoManagementHandler', "Getting/Merging value for setting 'CoManagementSettings_AutoEnroll'"],
  ['CoManagementHandler', "Merged value for setting 'CoManagementSettings_AutoEnroll' is 'true'"],
  ['CoManagementHandler', "Merged value for setting 'CoManagementSettings_Allow' is 'true'"],
  ['CoManagementHandler', "Merged value for setting 'CoManagementSettings_Capabilities' is '7'"],
  ['CoManagementHandler', "New merged workloadflags value with co-management max capabilities '7' is '7'"],
  ['CoManagementHandler', 'Merging workload flags 7 with 7'],
  ['CoManagementHandler', 'Workloads flag retrieved 7'],
  [
    'CoManagementHandler',
    'Workloads are explicitly set by Intune Co-Management Profile so not using ConfigMgr set workloads',
  ],
  ['CoManagementHandler', 'Co-mgmt workloads flag is compliant'],
  ['CoManagementHandler', 'Workloads settings is different with CCM registry'],
  ['CoManagementHandler', 'Device is not MDM enrolled yet. All workloads are managed by SCCM.'],
  ['CoManagementHandler', 'Co-management is disabled but expected to be enabled.'],
  ['CoManagementHandler', 'Successfully queued MDM auto enrollment'],
  ['CoManagementHandler', 'Queuing enrollment timer to fire at 2026-11-24T09:41:07Z'],
  ['CoManagementHandler', 'timer already set for enrollment, no need to re-randomize'],
  ['CoManagementHandler', 'Enrollment randomization timer fired'],
  ['CoManagementHandler', 'Found Active User Session'],
  ['CoManagementHandler', 'Expected MDM_ConfigSetting instance is missing'],
  ['CoManagementHandler', 'Enrollment type: 7'],
  ['CoManagementHandler', 'Intune SA Account ID retrieved'],
  ['CoManagementHandler', 'Mdm Enrollment Url has not yet been configured.'],
  [
    'CoManagementHandler',
    "MDM enrollment hasn't been configured yet on AAD, or the enrollment url is not expected.",
  ],
  ['CoManagementHandler', 'Could not check enrollment url, Example'],
  ['CoManagementHandler', 'Enrolling device to MDM... Try #7 out of 7'],
  ['CoManagementHandler', 'Enrolling device with RegisterDeviceWithManagementUsingAADDeviceCredentials'],
  ['CoManagementHandler', 'Enrolling device with RegisterDeviceWithManagementUsingAADCredentials'],
  [
    'CoManagementHandler',
    'Failed to enroll with RegisterDeviceWithManagementUsingAADDeviceCredentials with error code 0x80180014',
  ],
  ['CoManagementHandler', 'License of user is in bad state blocking enrollment'],
  ['CoManagementHandler', 'Device is already enrolled with MDM'],
  ['CoManagementHandler', 'Device is already or being enrolled into MDM'],
  ['CoManagementHandler', 'Machine is already enrolled with MDM'],
  ['CoManagementHandler', 'MDM enrollment succeeded'],
  ['CoManagementHandler', 'Device is not provisioned'],
  ['CoManagementHandler', 'Device is provisioned'],
  [
    'CoManagementHandler',
    'This device is enrolled to an unexpected vendor, it will be set in co-existence mode.',
  ],
  ['CoManagementHandler', 'State ID and report detail hash are not changed. No need to resend.'],
  ['CoManagementHandler', 'StateID or report hash is changed. Sending up the report for state 7'],
  ['ComplRelayAgent', 'Verifying if workload 7 is enabled in workloadFlags 7'],
  ['CIAgent', 'Verifying if workload 7 is enabled in workloadFlags 7'],
  ['WUAHandler', 'Verifying if workload 7 is enabled in workloadFlags 7'],
  ['ComplRelayAgent', 'Result of & operation is 7'],
  ['ComplRelayAgent', 'Feature flag is ON, device should be Intune managed.'],
  ['WUAHandler', 'Feature flag is OFF, should be SCCM managed.'],
  [
    'ComplRelayAgent',
    'CA workload is disabled for ConfigMgr. No compliance state to report for user SID Example',
  ],
  ['CIAgent', 'Resource Access workload is disabled for ConfigMgr client.'],
  [
    'CIAgent',
    'A different management authority is enabled for Resource Access workloads. Terminating current job.',
  ],
  [
    'WUAHandler',
    'SourceManager::GetIsWUfBEnabled - There is no Windows Update for Business settings assignment. Windows Update for Business is not enabled through ConfigMgr',
  ],
  [
    'UpdatesDeployment',
    'Third party updates workload not enabled for ConfigMgr. Deployment/Installation of software updates is disabled.',
  ],
  ['ccmsetup', 'CcmSetup is exiting with return code 7'],
  ['ccmsetup', 'CcmSetup failed with error code 0x80180014'],
  ['ccmsetup', 'MSI: Action 2026-11-24T09:41:07Z: Example. Example'],
  [
    'ccmsetup',
    'Installing version Example of the client with product code 0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506',
  ],
  ['ccmsetup', "Getting AAD info from CMG 'Example'"],
  [
    'ccmsetup',
    'Getting AAD (device) token with: ClientId = 0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506, ResourceUrl = Example, AccountId = 7',
  ],
  [
    'ccmsetup',
    'Getting AAD (user) token with: ClientId = 0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506, ResourceUrl = Example, AccountId = 7',
  ],
  ['ccmsetup', "WAM token request failed. Status 7, Details 'Example'"],
  ['ccmsetup', "Failed to get AAD token for 'Example' from WAM API. Error 0x80180014"],
  ['ccmsetup', "Falling back to get user 'Example' token for system..."],
  ['ccmsetup', "Retrieved AAD token for AAD user '0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506'"],
  [
    'ClientIDManagerStartup',
    '[RegTask] - Client is not registered. Sending registration request for GUID:0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506 ...',
  ],
  ['ClientIDManagerStartup', '[RegTask] - Starting registration, attempt 7.'],
  [
    'ClientIDManagerStartup',
    '[RegTask] - Client is registered. Server assigned ClientID is GUID:0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506. Approval status 7',
  ],
  ['ClientIDManagerStartup', '[RegTask] - Server rejected registration 7'],
  ['ClientIDManagerStartup', 'Failed to find the certificate in the store'],
  ['ClientIDManagerStartup', "AADJoinStatusTask: Client hasn't been registered yet."],
  [
    'ClientIDManagerStartup',
    "RegEndPoint: Received notification for site assignment change from 'Example' to 'Example'.",
  ],
  ['ClientIDManagerStartup', 'Registering client using AAD auth.'],
  ['CcmMessaging', "CCM Token for 'Example' (2026-11-24T09:41:07Z) is already expired or close to expire"],
  ['CcmMessaging', "Cached encrypted token for 'Example'. Will expire at '2026-11-24T09:41:07Z'"],
  [
    'LocationServices',
    '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Clientcertificaterequired',
  ],
  [
    'PolicyAgent',
    'Download of policy CCM_Policy_Policy5.PolicyID="0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506",PolicySource="SMS:7",PolicyVersion="Example" completed (DTS Job ID: 0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506)',
  ],
  ['PolicyEvaluator', 'Applying policy 0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506'],
  [
    'PolicyEvaluator',
    'Applied policy CCM_Policy_Policy5.PolicyID="0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506",PolicySource="SMS:7",PolicyVersion="Example"',
  ],
  [
    'PolicyEvaluator',
    'Updating policy CCM_Policy_Policy5.PolicyID="0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506",...',
  ],
  [
    'DataTransferService',
    "DTSJob 0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506 created to download from 'Example' to 'Example'.",
  ],
  ['DataTransferService', 'DTSJob 0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506 successfully completed download.'],
  [
    'DCMAgent',
    'DCMAgentJob(0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506): CDCMAgentJob::SetupJob - Add assignment Example(0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506)',
  ],
  [
    'CIAgent',
    'CIAgentJob(0d6f2a31-9b7c-4f1e-8a55-c1b2d3e4f506):  CI 7:Example (Example) targeted to ... is in scope for evaluation.',
  ],
  [
    'CcmNotificationAgent',
    'Updating MDM_ConfigSetting.ClientHealthLastSyncTime with value 2026-11-24T09:41:07Z',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Certificate policy request sent successfully.',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Certificate policy request sending failed. Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Certificate policy response processed successfully.',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Failed to receive or parse certificate response. Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Certificate enrollment request sent successfully.',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Certificate enrollment request sending failed. Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Certificate enrollment response parsed successfully.',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Failed to receive or parse certificate enroll response. Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Failed to install client certificate. Result: (0x80180014).',
  ],
  ['DeviceManagement-Enterprise-Diagnostics-Provider', 'MDM Enroll: OMA-DM client configuration succeeds.'],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: OMA-DM client configuration failed. RAWResult: (0x80180014) Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: OMA-DM session initiation blocked since the enrollment is in a dormant state. EnrollmentID: (Example).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: AutoEnrollMDM Result: (0x80180014) PolicyValue: (0x80180014) AADCredentialType: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Server Returned Fault/Code/Subcode/Value=(Example) Fault/Reason/Text=(Example).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Authentication failed. Failed to get token from STS. Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Enroll: Provisioning failed. Result: (0x80180014).',
  ],
  ['DeviceManagement-Enterprise-Diagnostics-Provider', 'MDM Enroll: Provisioning succeeded.'],
  ['DeviceManagement-Enterprise-Diagnostics-Provider', 'MDM Enroll: Server context (Example).'],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Unenroll: Unenrollment initiated by entity other than user (server or device) (Example).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Unenroll: Unenrollment initiated by user through UI. Enrolled server (Example).',
  ],
  ['DeviceManagement-Enterprise-Diagnostics-Provider', 'MDM Enroll: Failed (0x80180014)'],
  ['DeviceManagement-Enterprise-Diagnostics-Provider', 'MDM Enroll: Succeeded'],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'Auto MDM Enroll: Device Credential (0x80180014), Succeeded',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'Auto MDM Enroll: Device Credential (0x80180014), Failed (0x80180014)',
  ],
  ['DeviceManagement-Enterprise-Diagnostics-Provider', 'Auto MDM Enroll Retry On Failure (0x80180014)'],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'Auto MDM Enroll DMGetAadDeviceToken Failure (0x80180014)',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'Auto MDM Enroll DmRequestAadUserToken Failure (0x80180014)',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'Auto MDM Enroll DmRaiseToastNotificationAndWait Failure (0x80180014)',
  ],
  ['DeviceManagement-Enterprise-Diagnostics-Provider', 'Auto MDM Enroll Impersonation Failure (0x80180014)'],
  ['DeviceManagement-Enterprise-Diagnostics-Provider', 'Auto MDM Enroll AADEnrollAsync Failure (0x80180014)'],
  ['DeviceManagement-Enterprise-Diagnostics-Provider', 'MDM Unenroll: Unenroll origin is: (Example).'],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'Auto MDM Enroll DmGetAadDeviceTokenWithDiscovery with Application ID (Example): Status (0x80180014)',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'Auto MDM Enroll Get AAD Token: Device Credential (0x80180014), Resource Url (Example), Resource Url 2 (Example), Status (0x80180014)',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'Auto MDM Enroll Enrollment Information: AadResourceUrl (Example), DiscoveryServiceFullUrl (Example), TenantID (Example), Upn (Example)',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Unenroll due to the NT User who enrolled being deleted from the device (0x80180014)',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Session: OMA-DM message failed to be sent. Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Session: OMA-DM client failed to connect to the server. Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Session: OMA-DM session started for EnrollmentID (Example) with server: (Example), Server version: (Example), Client Version: (Example), ...',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Session: OMA-DM session ended with status: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Session: Failed to get AAD Token for sync session User Token: (0x80180014) Device Token: (0x80180014)',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM ConfigurationManager: Command failure status. Configuration Source ID: (Example), Enrollment Name: (Example), Provider Name: (Example), Command Type: (0x80180014), CSP URI: (Example), Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'MDM Registration: Unregister device invoked by exe: (Example), Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'EnterpriseDesktopAppManagement CSP: An application install has started. MSI ProductCode: Example, User SID: (Example).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'EnterpriseDesktopAppManagement CSP: An application install has succeeded. MSI ProductCode: Example, User SID: (Example), Result: (0x80180014).',
  ],
  [
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    'EnterpriseDesktopAppManagement CSP: An application install has failed. Examine the MSI log (Example) for more details.  Install command: (Example), MSI ProductCode: Example, User SID: (Example), Result: (0x80180014).',
  ],
  ['User Device Registration', 'Automatic registration Succeeded.'],
  [
    'User Device Registration',
    'Automatic registration failed at join phase. Exit code: 0x80180014 Server error: Example Tenant type: Example Registration type: Example Debug Output: Example',
  ],
  [
    'User Device Registration',
    'Automatic registration failed at authentication phase. Unable to acquire access token. Exit code: 0x80180014 Tenant Name: Example Tenant Type: Example Server error: Example',
  ],
  [
    'User Device Registration',
    'Automatic registration failed. Failed to lookup the registration service information from Active Directory. Exit code: 0x80180014. See http://go.microsoft.com/fwlink/?LinkId=623042',
  ],
  ['User Device Registration', 'Failed to discover the Azure AD DRS service. Exit code: 0x80180014.'],
  ['User Device Registration', 'Automatic device join pre-check tasks completed. Debug output:\n Example'],
  [
    'User Device Registration',
    'The get join response operation callback failed with exit code: 0x80180014. Activity Id: Example The server returned HTTP status: Example Server response was: Example',
  ],
  [
    'User Device Registration',
    "Unable to retrieve the local computer's name in the specified format Example. Error: 0x80180014",
  ],
  [
    'User Device Registration',
    'The update task for this device was successfully triggered. Join type: Example (Example) Tenant ID: Example',
  ],
  ['AAD', 'Error code 0x80180014; error message: Example; additional information: Example'],
  ['AAD', 'AAD Cloud AP plugin call Example returned error: 0x80180014'],
  ['AAD', 'Logon failure. Status: 0x80180014 Correlation ID: Example'],
  ['AAD', 'OAuth response error: 0x80180014Error description: ExampleCorrelationID: Example'],
  ['AAD', 'Device is not domain or cloud domain joined: 0x80180014'],
  ['AAD', 'Http transport error. Status: 0x80180014 Correlation ID: Example'],
  [
    'CoManagementHandler',
    "MDM enrollment failed with error code 0x80180014 'Example'. Will retry in 7 minutes...",
  ],
  ['CoManagementHandler', 'Co-existence mode detected. This device is externally managed'],
  [
    'CoManagementHandler',
    'Workloads are explicitly set by Intune Co-Management Profile so not using ConfigMgr set workloads. Current value from set from Intune is 7',
  ],
  ['CIAgent', 'Feature flag is ON, device should be Intune managed.'],
  ['CIAgent', 'Feature flag is OFF, should be SCCM managed.'],
  ['LocationServices', '[CCMHTTP] ERROR INFO: StatusCode=7 StatusText=Example'],
  [
    'CoManagementHandler',
    'AAD-Join Info: type = 1, DeviceId = Example, TenantId = Example, EnrollmentUrl = ',
  ],
  [
    'CoManagementHandler',
    'Failed to enroll with RegisterDeviceWithManagementUsingAADCredentials with error code 0x80180014',
  ],
  [
    'CoManagementHandler',
    'Failed to enroll with RegisterDeviceWithManagementUsingAADCredentials. hr 0x80180014',
  ],
  ['CoManagementHandler', 'Enabling scenario Example'],
  ['CoManagementHandler', 'Disabling scenario Example'],
  ['ccmsetup', '800B010A for https://cm01.contoso.com/CCM_STS'],
  ['ccmsetup', '80092012 revocation check failure'],
  ['ccmsetup', 'CCM_E_NO_TOKEN_AUTH (0x87d00455)'],
  [
    'CcmAad',
    'Getting AAD (user) token with: ClientId = Example, ResourceUrl = https://ConfigMgrService, AccountId = Example',
  ],
  [
    'CcmAad',
    'Getting Microsoft Entra ID (device) token with: ClientId = Example, ResourceUrl = https://ConfigMgrService, AccountId = Example',
  ],
  ['LocationServices', "Assigning to site 'C01'"],
  ['LocationServices', 'Found Assigned Site Code <C01>'],
  ['LocationServices', 'Successfully assigned to site C01'],
  ['LocationServices', 'Retrieved MP [cm01.contoso.com]'],
  [
    'PolicyAgent',
    'Raising event:\n[SMS_CodePage(437)]\ninstance of CCM_PolicyAgent_PolicyDownloadSucceeded\n{\n};',
  ],
  ['TaskScheduler', 'Schedule created by enrollment client for automatically enrolling in MDM from AAD'],
  [
    'TaskScheduler',
    'Schedule created by enrollment client for automatically enrolling in MDM from Azure Active Directory',
  ],
  [
    'TaskScheduler',
    'Schedule created by enrollment client for automatically enrolling in MDM from Microsoft Entra ID',
  ],
  [
    'Shell-Core',
    'CommercialOOBE_ESPDevicePreparation_PolicyProvidersInstallation_TimedOut errorCode 2147943860',
  ],
];
