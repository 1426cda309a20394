import type { Reference } from './types.ts';

const support = 'https://learn.microsoft.com/en-us/troubleshoot/mem';
const configMgr = 'https://learn.microsoft.com/en-us/intune/configmgr';
const windowsManagement = 'https://learn.microsoft.com/en-us/windows/client-management';

/** Public pages that entries cite by key. Addresses only; nothing is quoted from them. */
export const references = {
  'support-tip-auto-enroll': {
    title: 'Support tip: Understanding auto enrollment in a co-managed environment',
    url: 'https://techcommunity.microsoft.com/t5/intune-customer-success/support-tip-understanding-auto-enrollment-in-a-co-managed/ba-p/834780',
  },
  'comanagement-auto-enroll': {
    title: 'Troubleshoot co-management: Auto-enroll existing clients',
    url: `${support}/intune/comanage-configmgr/troubleshoot-co-management-auto-enrolling`,
  },
  'comanagement-bootstrap': {
    title: 'Troubleshoot co-management: Bootstrap with modern provisioning',
    url: `${support}/intune/comanage-configmgr/troubleshoot-co-management-bootstrap`,
  },
  'comanagement-workloads': {
    title: 'Troubleshoot co-management workloads',
    url: `${support}/intune/comanage-configmgr/troubleshoot-co-management-workloads`,
  },
  'monitor-comanagement': {
    title: 'How to monitor co-management in Configuration Manager',
    url: `${configMgr}/comanage/how-to-monitor`,
  },
  'comanagement-coexistence': {
    title: 'Coexistence with a third-party MDM',
    url: `${configMgr}/comanage/coexistence`,
  },
  'comanagement-tutorial': {
    title: 'Tutorial: Enable co-management for existing clients',
    url: `${configMgr}/comanage/tutorial-co-manage-clients`,
  },
  'comanagement-enable': {
    title: 'How to enable co-management',
    url: `${configMgr}/comanage/how-to-enable`,
  },
  'autopilot-enrollment': {
    title: 'How to enroll with Autopilot into co-management',
    url: `${configMgr}/comanage/autopilot-enrollment`,
  },
  'about-log-files': {
    title: 'About log files in Configuration Manager',
    url: `${configMgr}/core/plan-design/hierarchy/about-log-files`,
  },
  'log-files': {
    title: 'Log file reference of Configuration Manager',
    url: `${configMgr}/core/plan-design/hierarchy/log-files`,
  },
  'read-installer-log': {
    title: 'Read a Deployment Tool MSI Log',
    url: 'https://learn.microsoft.com/en-us/previous-versions/tn-archive/cc535232(v=technet.10)',
  },
  'installer-action-return-values': {
    title: 'Logging of Action Return Values',
    url: 'https://learn.microsoft.com/en-us/windows/win32/msi/logging-of-action-return-values',
  },
  'state-messaging': {
    title: 'Description of state messaging in Configuration Manager',
    url: `${support}/configmgr/update-management/state-messaging-description`,
  },
  'state-messages': {
    title: 'State messages in Configuration Manager',
    url: `${configMgr}/core/plan-design/hierarchy/state-messages`,
  },
  'client-installation-properties': {
    title: 'Client installation parameters and properties',
    url: `${configMgr}/core/clients/deploy/about-client-installation-properties`,
  },
  'aad-authentication-workflow': {
    title: 'Install and assign clients using Microsoft Entra ID for authentication',
    url: `${configMgr}/core/clients/deploy/deploy-clients-cmg-azure`,
  },
  'device-token-authentication': {
    title: 'Device token authentication and the cloud management gateway',
    url: 'https://techcommunity.microsoft.com/blog/coreinfrastructureandsecurityblog/aad-device-token-authentication-and-cloud-management-gateway-cmg/740074',
  },
  'winhttp-status-callback': {
    title: 'WINHTTP_STATUS_CALLBACK: flags of a secure failure',
    url: 'https://learn.microsoft.com/en-us/windows/win32/api/winhttp/nc-winhttp-winhttp_status_callback',
  },
  'provisioning-mode': {
    title: 'A Configuration Manager client is left in provisioning mode',
    url: `${support}/configmgr/client-management/configmgr-client-left-in-provisioning-mode`,
  },
  dsregcmd: {
    title: 'Troubleshoot devices with dsregcmd',
    url: 'https://learn.microsoft.com/en-us/entra/identity/devices/troubleshoot-device-dsregcmd',
  },
  'hybrid-join-control': {
    title: 'Targeted deployment of Microsoft Entra hybrid join',
    url: 'https://learn.microsoft.com/en-us/entra/identity/devices/hybrid-join-control',
  },
  'hybrid-join-troubleshoot': {
    title: 'Troubleshoot Microsoft Entra hybrid joined devices',
    url: 'https://learn.microsoft.com/en-us/entra/identity/devices/troubleshoot-hybrid-join-windows-current',
  },
  'windows-enrollment-errors': {
    title: 'Troubleshoot Windows device enrollment errors in Intune',
    url: `${support}/intune/device-enrollment/troubleshoot-windows-enrollment-errors`,
  },
  'windows-auto-enrollment': {
    title: 'Troubleshoot automatic enrollment by Group Policy in Intune',
    url: `${support}/intune/device-enrollment/troubleshoot-windows-auto-enrollment`,
  },
  'enrollment-0x8018002b': {
    title: 'Automatic enrollment fails with 0x8018002B',
    url: `${support}/intune/device-enrollment/windows10-enroll-error-80180002b`,
  },
  'enrollment-0xcaa9001f': {
    title: 'Enrollment fails with 0xCAA9001F',
    url: `${support}/intune/device-enrollment/mdm-enrollment-error-0xcaa9001f`,
  },
  'esp-troubleshoot': {
    title: 'Troubleshoot the Enrollment Status Page',
    url: `${support}/intune/device-enrollment/understand-troubleshoot-esp`,
  },
  'mdm-registration-constants': {
    title: 'MDM registration constants',
    url: 'https://learn.microsoft.com/en-us/windows/win32/mdmreg/mdm-registration-constants',
  },
  'mdm-diagnose-enrollment': {
    title: 'Diagnose MDM enrollment of Windows devices',
    url: `${windowsManagement}/mdm-diagnose-enrollment`,
  },
  'group-policy-enrollment': {
    title: 'Enroll a Windows device automatically with Group Policy',
    url: `${windowsManagement}/enroll-a-windows-10-device-automatically-using-group-policy`,
  },
  'dmclient-csp': {
    title: 'DMClient CSP',
    url: `${windowsManagement}/mdm/dmclient-csp`,
  },
} as const satisfies Readonly<Record<string, Reference>>;

/** What an entry may cite: a key that is not here does not compile. */
export type ReferenceKey = keyof typeof references;
