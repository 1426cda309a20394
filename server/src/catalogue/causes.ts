import type { CauseEntry, CauseShape } from './types.ts';

/**
 * The root causes of an enrollment that does not come about, or not as wanted. A code stands with one cause at
 * most: the one it suggests when an enrollment attempt fails with it and nothing else is known.
 */
const entries = withIds([
  // Client
  {
    id: 'client-not-installed',
    title: 'The ConfigMgr client is not installed',
    stage: 'client',
    because: 'the ConfigMgr client did not install on this device',
    nextStep:
      'Read the last failing lines of ccmsetup.log, or in client.msi.log the lines before the first "return value 3"; mend their cause and run the client installation again.',
    steps: [
      'Open C:\\Windows\\ccmsetup\\Logs\\ccmsetup.log and go to its end: "CcmSetup failed with error code" or "is exiting with return code".',
      'For a Windows Installer error, open client.msi.log beside it and look for "return value 3".',
      'Check that the device reaches a distribution point or the cloud management gateway.',
      'Run the installation again once the cause is mended.',
    ],
    general: true,
    codes: [0x80070643, 0x80070652, 0x8004100e, 0x80041010, 0x87d00215, 0x80190194],
    against: [
      { signal: 'client-registered', says: 'the client registered with its site later' },
      {
        fact: 'client-health',
        when: { kind: 'one-of', values: [7] },
        says: 'Intune is told of a healthy client (ClientHealthStatus 7)',
      },
    ],
    collect: 'ccmsetup.log and client.msi.log from C:\\Windows\\ccmsetup\\Logs',
    reference: 'client-installation-properties',
    evidence: 'documented',
  },
  {
    id: 'client-not-registered',
    title: 'The client is not registered or not assigned',
    stage: 'client',
    because:
      'the ConfigMgr client is not registered with its site, or has no management point it can talk to',
    nextStep:
      'Check ClientIDManagerStartup.log and LocationServices.log for why registration or site assignment fails, and mend that first.',
    steps: [
      'In ClientIDManagerStartup.log look for "[RegTask]": the client must end at "Client is registered".',
      'In LocationServices.log check that a site is assigned and a management point is found; add boundaries if not.',
      'In the console check whether the device is blocked or waits for approval.',
    ],
    general: true,
    codes: [0x87d00231, 0x87d00269, 0x87d00295],
    against: [{ signal: 'client-registered', says: 'the client registered with its site later' }],
    collect:
      'ClientIDManagerStartup.log, LocationServices.log and CcmMessaging.log from C:\\Windows\\CCM\\Logs',
    reference: 'log-files',
    evidence: 'reported',
  },
  {
    id: 'client-certificate',
    title: 'The client certificate is missing or not accepted',
    stage: 'client',
    because: 'the ConfigMgr client has no certificate that its management point accepts',
    nextStep:
      'Give the device a valid client authentication certificate (or use Microsoft Entra or token authentication), and publish the revocation list where the device can reach it.',
    steps: [
      'Check the personal store of the computer for a client authentication certificate with a private key.',
      'Check that its issuer is trusted and listed in the site, and that the revocation list can be reached.',
      "For a client over the cloud management gateway, check that the site's root certificate is trusted; /NoCRLCheck helps only where no revocation list is published.",
      'Restart the SMS Agent Host service and look for "Client is registered" in ClientIDManagerStartup.log.',
    ],
    codes: [
      0x87d0027e, 0x87d00280, 0x87d00281, 0x87d00283, 0x87d00454, 0x87d00455, 0x80072f0c, 0x80072f99,
      0x80092012, 0x80092013, 0x800b010e,
    ],
    against: [{ signal: 'client-registered', says: 'the client registered with its site later' }],
    collect: 'ClientIDManagerStartup.log and CcmMessaging.log from C:\\Windows\\CCM\\Logs',
    reference: 'comanagement-bootstrap',
    evidence: 'documented',
  },
  {
    id: 'provisioning-mode',
    title: 'The client is left in provisioning mode',
    stage: 'client',
    because: 'the ConfigMgr client is in provisioning mode, in which it applies no policy',
    nextStep: 'Take the client out of provisioning mode, then have it retrieve its machine policy.',
    steps: [
      'Check ProvisioningMode below HKLM\\SOFTWARE\\Microsoft\\CCM\\CcmExec: it should be false.',
      'As an administrator run: Invoke-WmiMethod -Namespace root\\ccm -Class SMS_Client -Name SetClientProvisioningMode -ArgumentList $false',
      'Find out which task sequence left the client so; it was probably interrupted.',
    ],
    codes: [],
    against: [
      {
        fact: 'client-provisioning-mode',
        when: { kind: 'one-of', values: ['false'] },
        says: 'the client is not in provisioning mode (ProvisioningMode false)',
      },
    ],
    collect: 'reg export HKLM\\SOFTWARE\\Microsoft\\CCM ccm.reg',
    reference: 'provisioning-mode',
    evidence: 'documented',
  },
  {
    id: 'client-service',
    title: 'The service of the client is disabled',
    stage: 'client',
    because: 'the service of the ConfigMgr client (SMS Agent Host) is disabled',
    nextStep: 'Set the service CcmExec (SMS Agent Host) to start automatically and start it.',
    steps: [
      'Run "sc qc ccmexec" and "sc query ccmexec".',
      'Set the start type to automatic and start the service.',
      'Find out which policy or tool disabled it.',
    ],
    general: true,
    codes: [],
    against: [
      {
        fact: 'client-service-start',
        when: { kind: 'one-of', values: [2] },
        says: 'the service CcmExec starts by itself (Start 2)',
      },
    ],
    collect: 'reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\CcmExec',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'esp-time-out',
    title: 'The Enrollment Status Page gave up waiting for the client',
    stage: 'client',
    because: 'the ConfigMgr client was not installed within the time that the Enrollment Status Page allows',
    nextStep:
      'Find out from ccmsetup.log what took so long (download, cloud management gateway, token), and allow more time on the Enrollment Status Page.',
    steps: [
      'Check InstallationState below ...\\EnrollmentStatusTracking\\Device\\DevicePreparation\\PolicyProviders\\ConfigMgr: 3 is complete, 4 is an error.',
      'Read ccmsetup.log for download and token errors.',
      'Raise the time-out of the Enrollment Status Page.',
    ],
    general: true,
    codes: [0x800705b4],
    against: [
      {
        fact: 'installation-state',
        when: { kind: 'one-of', values: [3] },
        refutes: true,
        says: 'the page counts the client as installed (InstallationState 3)',
      },
      {
        fact: 'client-site-code',
        when: { kind: 'not-empty' },
        refutes: true,
        says: 'the client is assigned to a site (AssignedSiteCode)',
      },
      {
        fact: 'client-health',
        when: { kind: 'one-of', values: [7] },
        refutes: true,
        says: 'Intune is told of a healthy client (ClientHealthStatus 7)',
      },
    ],
    collect:
      'ccmsetup.log, and an export (reg export HKLM\\SOFTWARE\\Microsoft\\Windows\\Autopilot autopilot.reg)',
    reference: 'autopilot-enrollment',
    evidence: 'documented',
  },

  // Policy
  {
    id: 'no-policy',
    title: 'The co-management policy did not arrive',
    stage: 'policy',
    because: 'the co-management policy never reached this device',
    nextStep:
      'Have the device retrieve its machine policy, then check PolicyAgent.log and whether the co-management policy is deployed to it.',
    steps: [
      'Start "Machine Policy Retrieval & Evaluation Cycle" on the device.',
      'Check that cloud attach is configured and that the device is a client of that site.',
      'Check PolicyAgent.log and PolicyEvaluator.log for downloads that fail.',
    ],
    general: true,
    codes: [],
    against: [{ signal: 'policy-received', says: 'the client read a co-management policy later' }],
    collect: 'CoManagementHandler.log, PolicyAgent.log and PolicyEvaluator.log from C:\\Windows\\CCM\\Logs',
    reference: 'comanagement-auto-enroll',
    evidence: 'documented',
  },
  {
    id: 'not-in-pilot-collection',
    title: 'Automatic enrollment is off for this device',
    stage: 'policy',
    because:
      'the device is not in the collection that enrolls automatically, or automatic enrollment is set to None',
    nextStep:
      'Add the device to the Intune Auto Enrollment collection or set automatic enrollment to All, then refresh the machine policy.',
    steps: [
      'In the console open Administration, Cloud Services, Cloud Attach, and the properties of the co-management node.',
      'Check "Automatic enrollment in Intune" and, for Pilot, the members of the collection named there.',
      'Wait for the collection to update, then start "Machine Policy Retrieval & Evaluation Cycle" on the device.',
      'CoManagementHandler.log must then say that CoManagementSettings_AutoEnroll is true.',
    ],
    codes: [],
    against: [
      {
        signal: 'policy-auto-enroll',
        value: 'true',
        says: 'a later policy lets the device enroll (AutoEnroll true)',
      },
    ],
    collect: 'CoManagementHandler.log from C:\\Windows\\CCM\\Logs',
    reference: 'comanagement-enable',
    evidence: 'documented',
  },
  {
    id: 'co-management-off',
    title: 'Co-management is not enabled for this device',
    stage: 'policy',
    because: 'co-management is not enabled in the site, or does not apply to this device',
    nextStep:
      'Enable co-management (cloud attach) in the console, and check that the device is no server and runs Windows 10 1709 or later.',
    steps: [
      'In the console open Administration, Cloud Services, Cloud Attach and enable co-management.',
      'Check that the operating system is supported: no server, Windows 10 1709 or later.',
      'Refresh the machine policy on the device.',
    ],
    codes: [],
    against: [
      { signal: 'policy-allow', value: 'true', says: 'a later policy allows co-management (Allow true)' },
    ],
    collect: 'CoManagementHandler.log from C:\\Windows\\CCM\\Logs',
    reference: 'comanagement-enable',
    evidence: 'documented',
  },
  {
    id: 'os-too-old',
    title: 'This Windows is too old',
    stage: 'policy',
    because: 'this version of Windows is older than 1709 and cannot enroll itself',
    nextStep:
      'Upgrade Windows: 1709 is the least for co-management, 1803 the least for the credential of the device.',
    steps: ['Check the version with "winver".', 'Upgrade Windows, then refresh the machine policy.'],
    codes: [0x80070032],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect: null,
    reference: 'monitor-comanagement',
    evidence: 'documented',
  },

  // Schedule
  {
    id: 'timer-waiting',
    title: 'The enrollment timer has not fired yet',
    stage: 'schedule',
    because: 'the client waits for the moment that it chose for its enrollment',
    nextStep:
      'Nothing needs repair now, as the spread over time is by design: collect the logs again once the time that the log gives has passed.',
    steps: [
      'Note the time behind "Queuing enrollment timer to fire at".',
      'Look for "Enrolling device" after that time.',
    ],
    codes: [],
    general: true,
    against: [{ signal: 'timer-fired', says: 'the timer fired later' }],
    collect: 'CoManagementHandler.log, again after that time',
    reference: 'comanagement-bootstrap',
    evidence: 'documented',
  },
  {
    id: 'timer-missed',
    title: 'The enrollment timer passed without an attempt',
    stage: 'schedule',
    because: 'the time of the enrollment timer has passed and no attempt followed it in the log',
    nextStep:
      'Restart the SMS Agent Host service or refresh the machine policy, and collect CoManagementHandler.log again.',
    steps: [
      'Check that the log was collected after the time of the timer, and whether the device was on then.',
      'Restart the service CcmExec (SMS Agent Host); the policy is evaluated again.',
      'If no attempt follows, check client health and that the policy still says AutoEnroll true.',
    ],
    codes: [],
    general: true,
    against: [{ signal: 'attempt-started', says: 'an attempt followed' }],
    collect: 'CoManagementHandler.log and CcmExec.log from C:\\Windows\\CCM\\Logs',
    reference: 'comanagement-bootstrap',
    evidence: 'unverified',
  },

  // Join and token
  {
    id: 'not-joined',
    title: 'The device is not joined to Microsoft Entra',
    stage: 'join',
    because: 'the device is not joined (or hybrid joined) to Microsoft Entra',
    nextStep:
      'Have the device join: set the client setting "Automatically register new Windows 10 domain joined devices with Microsoft Entra ID" to Yes and check the hybrid join configuration.',
    steps: [
      'Run "dsregcmd /status": AzureAdJoined must be YES. WorkplaceJoined YES is not enough.',
      'Check the client setting under Cloud Services and the scheduled task Workplace Join\\Automatic-Device-Join.',
      'Read the section "Diagnostic Data" of dsregcmd and events 304 to 309 of User Device Registration.',
    ],
    general: true,
    codes: [0x801c0015, 0x801c001b],
    against: [
      {
        fact: 'entra-joined',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'dsregcmd shows the device joined (AzureAdJoined YES)',
      },
      { signal: 'join-succeeded', says: 'a later line tells of a join that succeeded' },
    ],
    collect: 'the output of "dsregcmd /status", run elevated',
    reference: 'dsregcmd',
    evidence: 'documented',
  },
  {
    id: 'only-registered',
    title: 'The device is registered and not joined',
    stage: 'join',
    because: 'a work account was added to this device, which registers it, and it was never joined',
    nextStep:
      'Join the device to Microsoft Entra, or to the domain and by that hybrid; the work account that was added does not count and is best removed first.',
    steps: [
      'Run "dsregcmd /status": WorkplaceJoined YES beside AzureAdJoined NO is a registration only.',
      'Remove the work account under Settings, Accounts, Access work or school.',
      'Join the device there with "Join this device to Microsoft Entra ID", or join it to the domain and let it become hybrid joined.',
    ],
    codes: [],
    against: [
      {
        fact: 'entra-joined',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'dsregcmd shows the device joined (AzureAdJoined YES)',
      },
      { signal: 'join-succeeded', says: 'a later line tells of a join that succeeded' },
    ],
    collect: 'the output of "dsregcmd /status"',
    reference: 'dsregcmd',
    evidence: 'documented',
  },
  {
    id: 'not-synced',
    title: 'The computer object is not synchronised to Microsoft Entra',
    stage: 'join',
    because:
      'Microsoft Entra does not know the computer object yet, or its userCertificate was not synchronised',
    nextStep:
      "Wait for the next Microsoft Entra Connect synchronisation; if it stays, check that the computer's organisational unit and its userCertificate attribute are synchronised.",
    steps: [
      'Check the attribute userCertificate of the computer in Active Directory: it must hold a certificate.',
      'Check that its organisational unit is in scope of Microsoft Entra Connect, and start a delta synchronisation.',
      'If the object is synchronised and the error stays, run "dsregcmd /leave" elevated and restart the device.',
    ],
    codes: [0x801c03f2, 0x801c0002],
    against: [
      {
        fact: 'entra-joined',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'dsregcmd shows the device joined (AzureAdJoined YES)',
      },
      { signal: 'join-succeeded', says: 'a later line tells of a join that succeeded' },
    ],
    collect:
      'the output of "dsregcmd /status", and events 204 and 304 of User Device Registration (wevtutil qe "Microsoft-Windows-User Device Registration/Admin" /f:text > join.txt)',
    reference: 'comanagement-auto-enroll',
    evidence: 'documented',
  },
  {
    id: 'offline-domain-join',
    title: 'The connector may not create the computer in the domain',
    stage: 'join',
    because:
      'the Intune connector for Active Directory has no right to create computer objects in the organizational unit of the Autopilot profile',
    nextStep:
      'Delegate the right to create and delete computer objects in the target organizational unit to the account of the Intune connector, and provision the device again.',
    steps: [
      'Read the log "ODJ Connector Service" on the server with the connector: event 30132 with ErrorCode 5 is access denied.',
      'In Active Directory Users and Computers open the organizational unit of the domain join profile and choose "Delegate Control".',
      'Give the computer account of the server (or the managed service account of the connector) full control of computer objects: create and delete.',
      'Provision the device again with Autopilot.',
    ],
    codes: [],
    against: [
      {
        fact: 'entra-joined',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'dsregcmd shows the device joined (AzureAdJoined YES)',
      },
      { signal: 'join-succeeded', says: 'a later line tells of a join that succeeded' },
    ],
    collect:
      'the event log of the server with the Intune connector (wevtutil qe "ODJ Connector Service" /f:text > odj.txt)',
    reference: 'windows-enrollment-errors',
    evidence: 'documented',
  },
  {
    id: 'service-connection-point',
    title: 'The service connection point is missing or wrong',
    stage: 'join',
    because:
      'the device cannot read from Active Directory to which tenant it belongs, or finds a tenant that does not exist there',
    nextStep:
      'Configure the service connection point with Microsoft Entra Connect (or the tenant values in the registry), and check that the device reaches a domain controller.',
    steps: [
      'Check the service connection point in the configuration partition: its keywords must name your tenant.',
      'Or check TenantId and TenantName below HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD.',
      'Check that the device reaches a domain controller and that Active Directory replicates.',
    ],
    codes: [0x801c001d, 0x801c003a, 0x801c000b],
    against: [
      {
        fact: 'entra-joined',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'dsregcmd shows the device joined (AzureAdJoined YES)',
      },
      { signal: 'join-succeeded', says: 'a later line tells of a join that succeeded' },
    ],
    collect:
      'the output of "dsregcmd /status", and event 307 of User Device Registration (wevtutil qe "Microsoft-Windows-User Device Registration/Admin" /f:text > join.txt)',
    reference: 'hybrid-join-control',
    evidence: 'documented',
  },
  {
    id: 'domain-controller',
    title: 'No domain controller is in reach',
    stage: 'join',
    because: 'the device does not reach a domain controller, or Active Directory does not replicate',
    nextStep:
      'Give the device a line of sight to a domain controller (network or VPN) and have it try again.',
    steps: [
      'Run "nltest /dsgetdc:" on the device.',
      'Check DNS, VPN and firewall; check replication of the computer account.',
    ],
    codes: [0x80070774, 0x80090311, 0x80070520, 0x80070525],
    against: [
      {
        fact: 'entra-joined',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'dsregcmd shows the device joined (AzureAdJoined YES)',
      },
      { signal: 'join-succeeded', says: 'a later line tells of a join that succeeded' },
    ],
    collect: 'the output of "dsregcmd /status": section "Diagnostic Data", AD Connectivity Test',
    reference: 'hybrid-join-troubleshoot',
    evidence: 'documented',
  },
  {
    id: 'tpm',
    title: 'The keys of the device cannot be used',
    stage: 'join',
    because: 'the TPM or the key behind the device certificate is missing, locked or damaged',
    nextStep:
      'Have the device leave and join again ("dsregcmd /leave" elevated, then restart); if it stays, update or clear the TPM after saving the BitLocker key.',
    steps: [
      'Run "tpm.msc" and check that the TPM is ready and version 2.0; a TPM in FIPS mode is not supported.',
      'Check that the device was not imaged from a joined machine.',
      'Run "dsregcmd /leave" elevated, restart, and wait for the join.',
      'If key errors stay, save the BitLocker recovery key and clear the TPM.',
    ],
    codes: [
      0x80090016, 0x80090030, 0x80090031, 0x80090035, 0x80280036, 0x80280803, 0x8028400f, 0x80290401,
      0x80290407, 0x80290409, 0x801c0010, 0x801c0011, 0x80180024, 0x80180027, 0x8018001e, 0x80180021,
      0x80192f9a, 0x80072f9a, 0xcaa82f9a, 0x8009200b, 0x80180028, 0x801c03ea, 0xd0090016,
    ],
    against: [
      {
        fact: 'device-authentication',
        when: { kind: 'starts-with', values: ['SUCCESS'] },
        says: 'the device authenticates with success (DeviceAuthStatus SUCCESS)',
      },
    ],
    collect: 'the output of "dsregcmd /status", run elevated: TpmProtected and KeySignTest',
    reference: 'comanagement-auto-enroll',
    evidence: 'documented',
  },
  {
    id: 'device-disabled',
    title: 'The device is disabled or deleted in Microsoft Entra',
    stage: 'join',
    because: 'the device object is disabled in Microsoft Entra, or was deleted there',
    nextStep:
      'Enable the device in Microsoft Entra; if it was deleted, run "dsregcmd /leave" elevated, restart and let it join again.',
    steps: [
      'Run "dsregcmd /status": DeviceAuthStatus must be SUCCESS.',
      'Look for the DeviceId in Microsoft Entra and enable the device.',
      'If it is gone, run "dsregcmd /leave" elevated and restart.',
    ],
    codes: [],
    signInErrors: [50155],
    against: [
      {
        fact: 'device-authentication',
        when: { kind: 'starts-with', values: ['SUCCESS'] },
        says: 'the device authenticates with success (DeviceAuthStatus SUCCESS)',
      },
    ],
    collect: 'the output of "dsregcmd /status": DeviceAuthStatus',
    reference: 'dsregcmd',
    evidence: 'documented',
  },
  {
    id: 'registration-refused',
    title: 'Microsoft Entra refuses to register the device',
    stage: 'join',
    because: 'the user may not join devices to Microsoft Entra, or has reached the number of devices allowed',
    nextStep:
      'Check the device settings of Microsoft Entra: who may join devices, and how many each user may have.',
    steps: [
      'In Microsoft Entra open Devices, Device settings.',
      'Check who may join devices and the largest number of devices for a user; remove stale ones.',
    ],
    general: true,
    codes: [0x801c0003, 0x801c000e],
    against: [
      {
        fact: 'entra-joined',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'dsregcmd shows the device joined (AzureAdJoined YES)',
      },
      { signal: 'join-succeeded', says: 'a later line tells of a join that succeeded' },
    ],
    collect: 'the output of "dsregcmd /status"',
    reference: 'hybrid-join-troubleshoot',
    evidence: 'documented',
  },
  {
    id: 'other-tenant',
    title: 'The device still carries data of another tenant',
    stage: 'join',
    because: 'the device is joined to, or remembers, a tenant other than the one it should enroll in',
    nextStep:
      'Compare the tenant ids of dsregcmd, CDJ\\AAD, the policy and the enrollment keys, and remove what belongs to the former tenant ("dsregcmd /leave", then join again).',
    steps: [
      'Compare TenantId in "dsregcmd /status" with the tenant that the site is attached to.',
      'Look for TenantInfo and enrollments of another tenant below HKLM\\SOFTWARE\\Microsoft\\Enrollments and CloudDomainJoin.',
      'Run "dsregcmd /leave" elevated, remove the leftovers, restart and let the device join again.',
    ],
    codes: [0x801c0013],
    against: [
      {
        fact: 'user-token',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'the user has a token (AzureAdPrt YES)',
      },
    ],
    collect:
      'exports of two keys (reg export HKLM\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin clouddomainjoin.reg; reg export HKLM\\SOFTWARE\\Microsoft\\Enrollments enrollments.reg)',
    reference: 'windows-auto-enrollment',
    evidence: 'reported',
  },
  {
    id: 'no-prt',
    title: 'The user has no sign-in token of Microsoft Entra',
    stage: 'join',
    because: 'the signed-in user has no primary refresh token, so no enrollment can be made for that user',
    nextStep:
      'Have the user sign in with a synchronised account and check AzureAdPrt in "dsregcmd /status"; its diagnostics name the reason.',
    steps: [
      'Run "dsregcmd /status" as the user: AzureAdPrt must be YES.',
      'Read "Attempt Status" and "Server Error Description" below it.',
      'Lock and unlock the session to renew the token.',
    ],
    codes: [
      0xcaa90003, 0xcaa90004, 0xc000006d, 0xc000006a, 0xc00000d0, 0xc000023c, 0xc00000be, 0xc00000c4,
      0xc0048442, 0xcaa20003,
    ],
    signInErrors: [50034, 50126],
    against: [
      {
        fact: 'user-token',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'the user has a token (AzureAdPrt YES)',
      },
    ],
    collect: 'the output of "dsregcmd /status", run as the user and not elevated',
    reference: 'dsregcmd',
    evidence: 'documented',
  },
  {
    id: 'no-token',
    title: 'Microsoft Entra gave no token for the enrollment',
    stage: 'join',
    because: 'the device or the user could not get a token from Microsoft Entra for the enrollment',
    nextStep:
      'Check "dsregcmd /status" for DeviceAuthStatus and AzureAdPrt, and the sign-in logs of Microsoft Entra for the refusal (Conditional Access, blocked account).',
    steps: [
      'Run "dsregcmd /status" as the user: AzureAdJoined, DeviceAuthStatus and AzureAdPrt must be good.',
      'In Microsoft Entra look for the failed sign-in of the user or the device and its AADSTS number.',
      'Check Conditional Access rules that cover the applications Microsoft Intune and Microsoft Intune Enrollment.',
    ],
    general: true,
    codes: [
      0x80180002, 0x80180007, 0x8018000f, 0x8018000e, 0x80190191, 0xcaa20001, 0xcaa20002, 0xcaa20004,
      0xcaa20009, 0xcaa2000b, 0xcaa20064, 0xcaa30190, 0xcaa30191, 0xcaa30193, 0x801c0014, 0xcaa1002d,
    ],
    against: [{ signal: 'token-obtained', says: 'a token was obtained later' }],
    collect: 'the output of "dsregcmd /status", and CcmAad.log from C:\\Windows\\CCM\\Logs',
    reference: 'monitor-comanagement',
    evidence: 'documented',
  },
  {
    id: 'user-sign-in-pending',
    title: 'The enrollment waits for a user to sign in',
    stage: 'enroll',
    because: 'no user of the tenant was signed in when the enrollment needed one',
    nextStep:
      'Have a licensed user sign in and stay signed in for a while; the client tries again by itself.',
    steps: [
      'Sign in on the device with a licensed, synchronised user.',
      'Wait for the next attempt, or restart the SMS Agent Host service.',
    ],
    codes: [0xcaa10001, 0x800703f0],
    against: [
      {
        fact: 'user-token',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'the user has a token (AzureAdPrt YES)',
      },
    ],
    collect: 'CoManagementHandler.log, again after a user signed in',
    reference: 'monitor-comanagement',
    evidence: 'documented',
  },
  {
    id: 'integrated-authentication',
    title: 'Integrated Windows authentication without a federated domain',
    stage: 'join',
    because:
      'the client asked for a token by integrated Windows authentication, which works only for users of a federated domain',
    nextStep:
      'Configure the Cloud Management service with Microsoft Entra user discovery in ConfigMgr, and check that the signed-in user is synchronised to the tenant.',
    steps: [
      'In the console check Azure Services, Cloud Management, and that Microsoft Entra user discovery is enabled and has run.',
      'Check that the user has a UPN of a verified domain and a primary refresh token.',
      'Wait for the next attempt.',
    ],
    codes: [0xcaa9001f],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect: 'the output of "dsregcmd /status", run as the user',
    reference: 'enrollment-0xcaa9001f',
    evidence: 'documented',
  },
  {
    id: 'federation',
    title: 'The federation service does not answer as it should',
    stage: 'join',
    because:
      'the federation service (AD FS or another identity provider) refused or did not offer what the sign-in needs',
    nextStep:
      'Check the WS-Trust end points of the federation service and that the UPN suffix of the user is a verified domain.',
    steps: [
      'Check that the end points windowstransport and usernamemixed are enabled in AD FS and reachable.',
      'Check that the UPN suffix of the user is a verified domain of the tenant.',
    ],
    codes: [
      0xcaa90014, 0xcaa90006, 0xcaa90017, 0xcaa9001c, 0xcaa9001d, 0xcaa90022, 0xcaa90023, 0xcaa9002b,
      0xcaa9002c, 0xcaa9004d, 0xc004848b, 0xc004848c, 0xc00484c1, 0xc00cee4f, 0xc000005f, 0xc004844c,
      0x801c0016, 0x801c0017, 0x801c0018, 0x801c0019, 0x801c001a,
    ],
    against: [
      {
        fact: 'user-token',
        when: { kind: 'one-of', values: ['YES'] },
        says: 'the user has a token (AzureAdPrt YES)',
      },
    ],
    collect: 'the output of "dsregcmd /status", run as the user',
    reference: 'hybrid-join-troubleshoot',
    evidence: 'documented',
  },

  // Discovery
  {
    id: 'mdm-scope',
    title: 'MDM is not configured for this user or tenant',
    stage: 'discovery',
    because:
      'the tenant offers no MDM enrollment to this user: the MDM user scope leaves the user out, or the UPN suffix is not a verified domain',
    nextStep:
      'In Microsoft Entra, Mobility (MDM and WIP), Microsoft Intune, set the MDM user scope to All or to a group with the user, and check the UPN suffix and the default MDM addresses.',
    steps: [
      'Open Mobility (MDM and WIP), Microsoft Intune: the MDM user scope must cover the user, and the addresses must be the default ones.',
      'Check that the UPN suffix of the user is a verified, routable domain (no .local).',
      'Run "dsregcmd /status" as the user: MdmUrl must be filled.',
      'Have the user sign out and in again, and wait for the next attempt; right after a change the error passes by itself.',
    ],
    codes: [0x8018002b, 0x80180031, 0x8000ffff],
    against: [
      {
        fact: 'mdm-url',
        when: { kind: 'not-empty' },
        subject: 'address',
        says: 'dsregcmd or the registry shows an enrollment address (MdmUrl)',
      },
      {
        signal: 'url-known',
        ever: true,
        subject: 'address',
        says: 'a line shows the enrollment address that was used',
      },
      {
        credential: 'device',
        says: "the attempt was made with the device's own credential, for which the MDM user scope does not have to include the user",
      },
    ],
    collect: 'the output of "dsregcmd /status", run as the user: MdmUrl',
    reference: 'enrollment-0x8018002b',
    evidence: 'documented',
  },
  {
    id: 'mdm-url-unknown',
    title: 'The enrollment address is missing or wrong',
    stage: 'discovery',
    because: 'the client has no MDM enrollment address, or one that is not the one of Intune',
    nextStep:
      'Check the tenant connection of the site and the MDM addresses in Microsoft Entra (restore the defaults), then refresh the machine policy.',
    steps: [
      'Check that the site is attached to the tenant and that the cloud attach wizard finished.',
      'Restore the default MDM addresses in Mobility (MDM and WIP), Microsoft Intune. National clouds have their own.',
      'Check MDMEnrollmentUrl in CCM_CoMgmt_Configuration (root\\ccm\\Policy\\Machine), and MdmUrl in "dsregcmd /status".',
    ],
    general: true,
    codes: [0x8018001a, 0x80180019],
    against: [
      {
        fact: 'mdm-url',
        when: { kind: 'not-empty' },
        subject: 'address',
        says: 'dsregcmd or the registry shows an enrollment address (MdmUrl)',
      },
      {
        signal: 'url-known',
        ever: true,
        subject: 'address',
        says: 'a line shows the enrollment address that was used',
      },
    ],
    collect:
      'the output of "dsregcmd /status", and an export (reg export HKLM\\SOFTWARE\\Microsoft\\Enrollments enrollments.reg)',
    reference: 'monitor-comanagement',
    evidence: 'documented',
  },

  // Enrollment
  {
    id: 'licence',
    title: 'The user has no usable Intune licence',
    stage: 'enroll',
    because: 'the signed-in user has no usable Intune licence',
    nextStep:
      'Assign an Intune licence to the user and wait for the next attempt, or let the client enroll with the credential of the device.',
    steps: [
      'In the Microsoft 365 admin centre check that the user holds an Intune licence and that its service plan is on.',
      'Wait some minutes after assigning it; the client tries three times, and again when another user signs in.',
      'A local administrator has no licence: sign in with a user of the tenant.',
    ],
    codes: [0x80180018],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect: null,
    reference: 'support-tip-auto-enroll',
    evidence: 'documented',
  },
  {
    id: 'mfa',
    title: 'Multi-factor authentication was asked for and not given',
    stage: 'enroll',
    because: 'the sign-in needs multi-factor authentication, and nobody answered the prompt',
    nextStep:
      'Have the user sign in with multi-factor authentication, or exclude the application Microsoft Intune Enrollment from the rule that asks for it.',
    steps: [
      'Look for AADSTS50076 or 0xCAA2000C in the AAD event log, and for the failed sign-in in Microsoft Entra.',
      'Use Conditional Access instead of per-user multi-factor authentication, and exclude Microsoft Intune Enrollment or trust the company network.',
      'Have the user answer the prompt, or wait for the next attempt.',
    ],
    codes: [0x8018002a, 0x80180030, 0xcaa2000c, 0x801c03ed],
    signInErrors: [50076],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect:
      'the AAD Operational event log (wevtutil qe Microsoft-Windows-AAD/Operational /f:text > aad.txt)',
    reference: 'comanagement-auto-enroll',
    evidence: 'documented',
  },
  {
    id: 'blocked-by-policy',
    title: 'MDM enrollment is blocked on this device',
    stage: 'enroll',
    because: 'a policy on this device forbids MDM enrollment, or the device is marked as externally managed',
    nextStep:
      'Remove the group policy "Disable MDM Enrollment" and the value ExternallyManaged, or the legacy Intune agent, and let the policy be evaluated again.',
    steps: [
      'Check DisableRegistration below HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\MDM: it must be 0 or missing.',
      'Check ExternallyManaged below HKLM\\SOFTWARE\\Microsoft\\Enrollments: it must be 0 or missing.',
      'Find the group policy with "gpresult /h report.html" and set "Disable MDM Enrollment" to Not Configured.',
      'Remove the legacy Intune PC agent, if it is installed.',
    ],
    codes: [0x80180026],
    against: [
      {
        fact: 'enrollment-block',
        when: { kind: 'one-of', values: [0] },
        says: 'the value that blocks enrollment is there and not set (0)',
      },
      { signal: 'attempt-succeeded', says: 'a later attempt succeeded' },
    ],
    collect: 'reg export HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\MDM mdm.reg',
    reference: 'windows-enrollment-errors',
    evidence: 'documented',
  },
  {
    id: 'enrollment-restriction',
    title: 'An enrollment restriction of Intune refuses the device',
    stage: 'enroll',
    because: 'a device platform restriction of Intune refuses this platform, version or ownership',
    nextStep:
      'In the Intune admin centre, Devices, Enrollment, Device platform restriction, allow Windows (MDM) for this kind of device; for the credential of the device only the default restriction counts.',
    steps: [
      'Check the default device platform restriction: Windows (MDM) must be allowed, with a version range that covers the device.',
      'If personal devices are blocked, check how the device counts as corporate.',
      'For a device that was in Autopilot self-deploying mode, delete its former record first.',
    ],
    codes: [0x80180014, 0x80180015, 0x80180003],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect:
      'event 52 and 76 of DeviceManagement-Enterprise-Diagnostics-Provider (wevtutil qe Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin /f:text > mdm.txt)',
    reference: 'windows-enrollment-errors',
    evidence: 'documented',
  },
  {
    id: 'windows-edition',
    title: 'This edition of Windows cannot be managed',
    stage: 'enroll',
    because: 'this edition of Windows does not support the enrollment',
    nextStep: 'Upgrade to Windows Pro, Education or Enterprise.',
    steps: ['Check the edition with "winver".', 'Upgrade the edition; Home cannot be enrolled.'],
    codes: [0x8018001c, 0x80180022],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect: null,
    reference: 'windows-enrollment-errors',
    evidence: 'documented',
  },
  {
    id: 'device-limit',
    title: 'The user has too many devices',
    stage: 'enroll',
    because: 'the user has reached the number of devices that Intune allows',
    nextStep:
      'Remove devices that the user no longer needs, or raise the device limit restriction in Intune.',
    steps: [
      'In the Intune admin centre list the devices of the user and delete stale ones.',
      'Raise the device limit restriction, or enroll with the credential of the device.',
    ],
    codes: [0x80180013],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect: null,
    reference: 'windows-enrollment-errors',
    evidence: 'documented',
  },
  {
    id: 'already-enrolled',
    title: 'An enrollment exists already, alive or stale',
    stage: 'enroll',
    because: 'Windows already holds an MDM enrollment, or the remains of one',
    nextStep:
      'Find the enrollment below HKLM\\SOFTWARE\\Microsoft\\Enrollments; if it is stale, remove it with its tasks and certificate, then refresh the machine policy.',
    steps: [
      'Look for keys with EnrollmentState 1 and a ProviderID below HKLM\\SOFTWARE\\Microsoft\\Enrollments.',
      'If Intune knows the device and it synchronises, nothing is wrong: the client will notice.',
      'If it is stale, save the key, then remove it together with its task folder below EnterpriseMgmt and its certificate.',
      'Disconnect a work account that another user added under Access work or school.',
    ],
    codes: [0x8018000a, 0x8018001b, 0x80180020],
    against: [{ signal: 'not-enrolled', says: 'the client finds no enrollment on the device later' }],
    collect: 'reg export HKLM\\SOFTWARE\\Microsoft\\Enrollments enrollments.reg',
    reference: 'windows-auto-enrollment',
    evidence: 'documented',
  },
  {
    id: 'enrollment-in-progress',
    title: 'Another enrollment is under way',
    stage: 'enroll',
    because: 'another enrollment was running at the same moment, such as the one of group policy',
    nextStep:
      'Wait and look again; if it stays, remove the group policy for automatic MDM enrollment from co-managed devices.',
    steps: [
      'Look for the enrollment task of group policy in \\Microsoft\\Windows\\EnterpriseMgmt.',
      'Leave one way of enrolling: either group policy or co-management.',
    ],
    codes: [0x80180009],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect: 'reg export HKLM\\SOFTWARE\\Microsoft\\Enrollments enrollments.reg',
    reference: 'mdm-registration-constants',
    evidence: 'documented',
  },
  {
    id: 'foreign-mdm',
    title: 'The device is enrolled in another MDM',
    stage: 'enroll',
    because: 'the device is enrolled in an MDM that is not Intune, or that MDM left an enrollment behind',
    nextStep:
      'Decide which MDM is to manage the device: keep the other one, which Microsoft supports as coexistence, or unenroll from it (or remove what it left below HKLM\\SOFTWARE\\Microsoft\\Enrollments) and refresh the machine policy.',
    steps: [
      'Look below HKLM\\SOFTWARE\\Microsoft\\Enrollments for a ProviderID other than MS DM Server and for its DiscoveryServiceFullURL.',
      'Unenroll with the means of that product, or under Settings, Accounts, Access work or school.',
      'If only leftovers remain, save and remove that key, and restart the SMS Agent Host service.',
    ],
    codes: [],
    against: [{ signal: 'already-enrolled', says: 'the client finds the device enrolled in Intune later' }],
    collect: 'reg export HKLM\\SOFTWARE\\Microsoft\\Enrollments enrollments.reg',
    reference: 'comanagement-coexistence',
    evidence: 'documented',
  },
  {
    id: 'gpo-device-credential',
    title: 'Group policy enrolls with the credential of the device',
    stage: 'enroll',
    because:
      'group policy tries to enroll with the credential of the device, which Intune does not accept for this kind of enrollment',
    nextStep:
      'Set the group policy for automatic MDM enrollment to user credential or remove it, and let co-management enroll the device.',
    steps: [
      'Find the policy "Enable automatic MDM enrollment using default Azure AD credentials" with "gpresult /h report.html".',
      'Set it to user credential, or remove it from devices that ConfigMgr manages.',
    ],
    codes: [],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect:
      'event 52 of DeviceManagement-Enterprise-Diagnostics-Provider (wevtutil qe Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin /f:text > mdm.txt), and an export (reg export HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\MDM mdm.reg)',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'linked-enrollment-flag',
    title: 'A leftover flag of linked enrollment (MMP-C)',
    stage: 'enroll',
    because:
      'the flag MmpcEnrollmentFlag in the registry makes Windows ask for a linked enrollment, and the service answers with "bad request"',
    nextStep:
      'Check MmpcEnrollmentFlag below HKLM\\SOFTWARE\\Microsoft\\Enrollments: others report that the value 2 goes with this error and that removing it helps.',
    steps: [
      'Save HKLM\\SOFTWARE\\Microsoft\\Enrollments, then delete MmpcEnrollmentFlag.',
      'Restart the device and wait for the next attempt.',
    ],
    codes: [0x80190190],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect: 'reg export HKLM\\SOFTWARE\\Microsoft\\Enrollments enrollments.reg',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'network',
    title: 'The device does not reach the service',
    stage: 'enroll',
    because:
      'the device does not reach Microsoft Entra or Intune from its system account: proxy, firewall, DNS or a time-out',
    nextStep:
      'Check that the system account reaches login.microsoftonline.com, enterpriseregistration.windows.net and enrollment.manage.microsoft.com without signing in to a proxy.',
    steps: [
      'Check name resolution of the addresses above.',
      'Check the proxy of the system account ("netsh winhttp show proxy"); a proxy that asks for a sign-in fails.',
      'Open the addresses in the firewall; a time-out often passes by itself.',
    ],
    general: true,
    codes: [
      0x80180010, 0x80192ee2, 0x80192ee7, 0x80192efd, 0x80192efe, 0x80072ee2, 0x80072ee7, 0x80072efd,
      0x80072efe, 0xcaa70004, 0xcaa70007, 0xcaa7000a, 0xcaa82ee2, 0xcaa82ee7, 0xcaa82efd, 0xcaa82efe,
      0xcaa82eff, 0x80190197, 0x80190193, 0x801c000c, 0x801c001f, 0x801c0021, 0x801c003d, 0xcaa90018,
      0x80180001, 0x80180029, 0x8007000d, 0xcaa90015, 0x801c0001, 0x801c0012,
    ],
    against: [
      { signal: 'session-succeeded', says: 'a later sync with the service succeeded' },
      { signal: 'token-obtained', says: 'the sign-in service was reached later' },
    ],
    collect: 'the output of "netsh winhttp show proxy", and of "dsregcmd /status" (DRS Connectivity Test)',
    reference: 'monitor-comanagement',
    evidence: 'documented',
  },
  {
    id: 'tls',
    title: 'The secure connection to the service is refused',
    stage: 'enroll',
    because:
      'the certificate that the device is shown on the way to the service is not the one it trusts, as with a proxy that opens TLS',
    nextStep:
      'Exclude the addresses of Microsoft Entra and Intune from TLS inspection, and check the root certificates of the device.',
    steps: [
      'Look at the certificate that the device gets from enrollment.manage.microsoft.com: its issuer must not be your proxy.',
      'Exclude the enrollment and sign-in addresses from TLS inspection.',
      'Check that the device has current root certificates and allows TLS 1.2.',
    ],
    codes: [
      0x80180012, 0x80192f8f, 0x80072f06, 0x80072f0d, 0x80072f19, 0x80072f8f, 0xcaa82f06, 0xcaa82f0d,
      0xcaa82f8f, 0x80090331, 0x800b0109, 0x800b010a, 0x800b010f,
    ],
    against: [
      { signal: 'session-succeeded', says: 'a later sync with the service succeeded' },
      { signal: 'token-obtained', says: 'the sign-in service was reached later' },
    ],
    collect: null,
    reference: 'mdm-registration-constants',
    evidence: 'documented',
  },
  {
    id: 'clock',
    title: 'The clock of the device is wrong',
    stage: 'enroll',
    because: 'the clock of the device differs from the service, so certificates and tokens look expired',
    nextStep: 'Set the clock ("w32tm /resync") and have the device try again.',
    steps: ['Run "w32tm /query /status" and "w32tm /resync".', 'Check time zone and the hardware clock.'],
    codes: [0x8018000d, 0x80180016, 0x80072f05, 0xcaa82f05, 0x80090324, 0xc0000133, 0x800b0101],
    against: [
      { signal: 'session-succeeded', says: 'a later sync with the service succeeded' },
      { signal: 'token-obtained', says: 'the sign-in service was reached later' },
    ],
    collect: 'the output of "w32tm /query /status"',
    reference: 'mdm-registration-constants',
    evidence: 'documented',
  },
  {
    id: 'throttled',
    title: 'The service asks to slow down',
    stage: 'enroll',
    because: 'the service was asked too often in a short time',
    nextStep: 'Wait; the client tries again by itself. Let large collections enroll in steps.',
    steps: ['Wait for the next attempt.', 'Add devices to the pilot collection in smaller groups.'],
    codes: [0x80180033, 0x801901ad, 0x801c0025],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect: null,
    reference: 'monitor-comanagement',
    evidence: 'documented',
  },
  {
    id: 'service-fault',
    title: 'The service had a fault',
    stage: 'enroll',
    because:
      'the enrollment service or the sign-in service had a fault of its own, or the device ran into a passing error',
    nextStep:
      'Wait for the next attempt; if it stays for a day, check the service health and open a case with the error text of the MDM event log.',
    steps: [
      'Wait for the next attempt.',
      'Check the service health of Intune and Microsoft Entra.',
      'Read event 52 and 59 of the MDM event log: they hold the words of the service.',
    ],
    general: true,
    codes: [
      0x80180004, 0x80180005, 0x80180006, 0x80180008, 0x80180017, 0x80180032, 0x80070490, 0x82aa0008,
      0xcaa20005, 0xcaa20008, 0xcaa301f7, 0x801c0006, 0x8018001d,
    ],
    against: [{ signal: 'attempt-succeeded', says: 'a later attempt succeeded' }],
    collect:
      'events 52, 59, 71 and 76 of DeviceManagement-Enterprise-Diagnostics-Provider (wevtutil qe Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin /f:text > mdm.txt)',
    reference: 'monitor-comanagement',
    evidence: 'documented',
  },
  {
    id: 'task-scheduler',
    title: 'The enrollment task cannot run',
    stage: 'enroll',
    because: 'the Task Scheduler service or the enrollment task is disabled or damaged',
    nextStep:
      'Start the Task Scheduler service and check the tasks below \\Microsoft\\Windows\\EnterpriseMgmt.',
    steps: [
      'Check that the service Schedule runs.',
      'Check the state and the last result of the enrollment tasks; delete a damaged one and let it be created again.',
    ],
    codes: [0x80041315, 0x80041321, 0x80041323, 0x80041326],
    against: [
      { fact: 'management-tasks', when: 'present', says: 'the scheduled tasks of the enrollment are there' },
    ],
    collect: 'the output of "schtasks /query /v /fo list"',
    reference: 'windows-auto-enrollment',
    evidence: 'documented',
  },

  // Provisioning
  {
    id: 'dmwappushservice',
    title: 'The service dmwappushservice is missing or disabled',
    stage: 'provision',
    because:
      'the Windows service dmwappushservice is missing or disabled, so the management client cannot be set up',
    nextStep:
      'Restore HKLM\\SYSTEM\\CurrentControlSet\\Services\\dmwappushservice from a healthy device of the same version, restart, and let the client try again.',
    steps: [
      'Run "sc query dmwappushservice".',
      'If it is missing, import its key from a healthy device of the same Windows version and restart.',
      'Find out which "optimisation" removed it, so that it does not happen again.',
    ],
    codes: [0x800706d9, 0x80180023, 0x8018001f, 0x80070424, 0x80070422, 0x80070426],
    against: [
      {
        fact: 'push-service',
        when: { kind: 'one-of', values: [2, 3] },
        says: 'the service dmwappushservice is there and not disabled (Start 2 or 3)',
      },
      { signal: 'provisioned', says: 'the device was provisioned later' },
    ],
    collect: 'reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\dmwappushservice /s',
    reference: 'comanagement-auto-enroll',
    evidence: 'documented',
  },
  {
    id: 'provisioning-rejected',
    title: 'Windows rejected a setting while it was provisioned',
    stage: 'provision',
    because: 'Windows rejected a part of the settings that come with the enrollment',
    nextStep: 'Read events 17 and 57 of the MDM event log for the raw result, and mend what it names.',
    steps: [
      'Read RAWResult in event 17 of the MDM event log.',
      'Remove the data of earlier enrollments and try again.',
    ],
    codes: [0x80180025],
    against: [{ signal: 'provisioned', says: 'the device was provisioned later' }],
    collect:
      'events 16, 17, 57 and 58 of DeviceManagement-Enterprise-Diagnostics-Provider (wevtutil qe Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin /f:text > mdm.txt)',
    reference: 'mdm-registration-constants',
    evidence: 'documented',
  },

  // Workloads
  {
    id: 'intune-authority',
    title: 'Intune is the authority for every workload',
    stage: 'workloads',
    because:
      'the device came into Intune first, so Intune decides its workloads and the settings of the site are set aside',
    nextStep:
      'Nothing, if that is intended; otherwise assign a co-management settings profile in Intune that leaves the authority with ConfigMgr, before devices are provisioned.',
    steps: [
      'Check ConfigInfo below HKLM\\SOFTWARE\\Microsoft\\DeviceManageabilityCSP\\Provider\\MS DM Server: 1 is Intune, 2 is ConfigMgr.',
      'In Intune check Devices, Enrollment, Co-management settings and its assignment.',
    ],
    codes: [],
    against: [
      {
        fact: 'authority',
        when: { kind: 'one-of', values: [2] },
        says: 'the authority is Configuration Manager (ConfigInfo 2)',
      },
    ],
    collect: 'reg query HKLM\\SOFTWARE\\Microsoft\\DeviceManageabilityCSP /s',
    reference: 'autopilot-enrollment',
    evidence: 'documented',
  },

  // After enrollment
  {
    id: 'unenrolled',
    title: 'The device was unenrolled',
    stage: 'enroll',
    because: 'the enrollment was ended by the service, by an administrator or by the user',
    nextStep:
      'Find out who ended it (events 60, 61, 86 and 92 of the MDM event log, audit log of Intune); the client enrolls again when its policy is evaluated next.',
    steps: [
      'Look for a retire, wipe or delete action in the audit log of Intune.',
      'Check clean-up rules for duplicate or inactive devices, and whether the profile of the enrolling user was deleted.',
      'Refresh the machine policy: the client enrolls again.',
    ],
    codes: [0x8018000b],
    against: [{ signal: 'already-enrolled', says: 'the client finds the device enrolled later' }],
    collect:
      'events 60, 61, 86, 92 and 700 of DeviceManagement-Enterprise-Diagnostics-Provider (wevtutil qe Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin /f:text > mdm.txt)',
    reference: 'comanagement-enable',
    evidence: 'documented',
  },
]);

/** What an entry or the reasoning may name: a cause that is not here does not compile. */
export type CauseId = (typeof entries)[number]['id'];

export const causeEntries: readonly CauseEntry[] = entries;

/** Keeps the ids as literal types, and only them: those of the whole list are more than type checking can hold. */
function withIds<const Id extends string>(
  causes: readonly (CauseShape & { readonly id: Id })[],
): readonly (CauseShape & { readonly id: Id })[] {
  return causes;
}
