import type { StageEntry } from './types.ts';

/** The stages of an enrollment, in order, with the questions of the command line's contract. */
export const stageEntries: readonly StageEntry[] = [
  {
    id: 'client',
    title: 'ConfigMgr client',
    question: 'Is the ConfigMgr client installed, registered, assigned and healthy?',
    collect:
      'ccmsetup.log from C:\\Windows\\ccmsetup\\Logs, and ClientIDManagerStartup.log and LocationServices.log from C:\\Windows\\CCM\\Logs',
  },
  {
    id: 'policy',
    title: 'Co-management policy',
    question: 'Did the co-management policy land, and does it allow this device to enroll?',
    collect:
      'CoManagementHandler.log from C:\\Windows\\CCM\\Logs, with PolicyAgent.log and PolicyEvaluator.log',
  },
  {
    id: 'schedule',
    title: 'Enrollment schedule',
    question: 'Was enrollment scheduled, and is its time due?',
    collect: 'CoManagementHandler.log from C:\\Windows\\CCM\\Logs, with its .lo_ neighbour',
  },
  {
    id: 'join',
    title: 'Microsoft Entra join and token',
    question: 'Is the device joined to Microsoft Entra, with a token for device or user?',
    collect:
      'the output of "dsregcmd /status" (as the signed-in user), and CcmAad.log from C:\\Windows\\CCM\\Logs',
  },
  {
    id: 'discovery',
    title: 'Enrollment address',
    question: 'Does it know the right MDM enrollment address?',
    collect:
      'the output of "dsregcmd /status", and an export (reg export HKLM\\SOFTWARE\\Microsoft\\Enrollments enrollments.reg)',
  },
  {
    id: 'enroll',
    title: 'Enrollment',
    question: 'Did the enrollment call succeed, with which credential, at which try?',
    collect:
      'CoManagementHandler.log from C:\\Windows\\CCM\\Logs, and an export (reg export HKLM\\SOFTWARE\\Microsoft\\Enrollments enrollments.reg)',
  },
  {
    id: 'provision',
    title: 'Provisioning',
    question: 'Was the enrollment provisioned (certificate, OMA-DM account, tasks)?',
    collect:
      'exports of HKLM\\SOFTWARE\\Microsoft\\Enrollments and HKLM\\SOFTWARE\\Microsoft\\Provisioning\\OMADM\\Accounts',
  },
  {
    id: 'workloads',
    title: 'Workloads',
    question: 'Which workloads belong to Intune, which to ConfigMgr, and do both sides agree?',
    collect:
      'an export with CoManagementFlags (reg export HKLM\\SOFTWARE\\Microsoft\\CCM ccm.reg), and CoManagementHandler.log',
  },
  {
    id: 'report',
    title: 'Reporting',
    question: 'Does the device report its state and sync?',
    collect:
      'CcmNotificationAgent.log from C:\\Windows\\CCM\\Logs, and an export (reg export HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MDM mdm.reg)',
  },
];
