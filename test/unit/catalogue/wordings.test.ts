import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainMessage } from '../../../server/src/analysis/matching/plainMessage.ts';
import { createMessageMatcher } from '../../../server/src/analysis/matching/messageMatcher.ts';
import { logEntries } from '../../../server/src/catalogue/logs.ts';
import { messageEntries } from '../../../server/src/catalogue/messages/index.ts';

const matcher = createMessageMatcher(messageEntries, logEntries);

/** Names that Microsoft gave its directory over the years. */
const directories = [
  'AAD',
  'Azure AD',
  'Azure Active Directory',
  'Microsoft Entra',
  'Microsoft Entra ID',
  'Entra ID',
];

const ofDirectory: readonly (readonly [id: string, log: string, message: (name: string) => string])[] = [
  ['comanagement.join-information', 'CoManagementHandler', (name) => `${name}-Join Info: type = 1`],
  [
    'comanagement.url-unexpected',
    'CoManagementHandler',
    (name) => `MDM enrollment hasn't been configured yet on ${name}, or the enrollment url isn't expected.`,
  ],
  ['ccmsetup.entra-information', 'ccmsetup', (name) => `Getting ${name} info from CMG 'GW.CONTOSO.COM'`],
  [
    'registration.entra-authentication',
    'ClientIDManagerStartup',
    (name) => `Registering client using ${name} auth.`,
  ],
  [
    'token.device-requested',
    'CcmAad',
    (name) => `Getting ${name} (device) token with: ClientId = a, ResourceUrl = b`,
  ],
  [
    'token.user-requested',
    'CcmAad',
    (name) => `Getting ${name} (user) token with: ClientId = a, ResourceUrl = b`,
  ],
  ['token.obtained', 'CcmAad', (name) => `Retrieved ${name} token for ${name} user '5e0b7a42'`],
  ['token.obtained', 'CcmAad', (name) => `Retrieved ${name} token for user '5e0b7a42'`],
  [
    'token.not-obtained',
    'CcmAad',
    (name) => `Failed to get ${name} token for 'S-1-5-18' from WAM API. Error 0xcaa10001`,
  ],
  [
    'mdm-event.session-token-failed',
    'DeviceManagement-Enterprise-Diagnostics-Provider',
    (name) =>
      `MDM Session: Failed to get ${name} Token for sync session User Token: (0xcaa2000c) Device Token: (0x0)`,
  ],
  ['join-event.joined', 'User Device Registration', (name) => `Hybrid ${name} Join operation succeeded`],
  [
    'join-event.discovery-failed',
    'User Device Registration',
    (name) => `Failed to discover the ${name} DRS service.`,
  ],
  [
    'task-event.triggered',
    'TaskScheduler',
    (name) => `Schedule created by enrollment client for automatically enrolling in MDM from ${name}`,
  ],
];

for (const [id, log, message] of ofDirectory) {
  test(`${id} is known whatever the directory is called: ${message('…')}`, () => {
    assert.deepEqual(
      directories.map((name) => matcher.match(message(name), log)?.entry.id),
      directories.map(() => id),
    );
  });
}

const spelled: readonly (readonly [id: string, log: string, message: string])[] = [
  [
    'comanagement.auto-enroll-on',
    'CoManagementHandler',
    "Merged value for 'CoManagementSettings_AutoEnroll' is 'True'",
  ],
  [
    'comanagement.auto-enroll-on',
    'CoManagementHandler',
    'Merged value for CoManagementSettings_AutoEnroll is TRUE.',
  ],
  [
    'comanagement.not-enrolled',
    'CoManagementHandler',
    'Device is not MDM enrolled yet. All workloads are managed by ConfigMgr.',
  ],
  [
    'comanagement.not-enrolled',
    'CoManagementHandler',
    'Device is not MDM enrolled yet. All workloads are managed by Configuration Manager',
  ],
  [
    'comanagement.timer-queued',
    'CoManagementHandler',
    'Queuing enrollment timer to fire at 11/22/2026 03:17:00 local time...',
  ],
  ['workload.configmgr', 'WUAHandler', 'Feature flag is OFF, device should be Configuration Manager managed'],
  [
    'comanagement.url-unexpected',
    'CoManagementHandler',
    'MDM enrollment has not been configured yet on Microsoft Entra ID',
  ],
];

for (const [id, log, message] of spelled) {
  test(`${id}: ${message}`, () => {
    assert.equal(matcher.match(message, log)?.entry.id, id);
  });
}

test('a line that somebody typed off or copied from a page is known by its original', () => {
  const typed = 'Merged value for setting \u2018CoManagementSettings_AutoEnroll\u2019 is \u2018true\u2019';
  assert.equal(
    matcher.match(plainMessage(typed, 'log-excerpt'), null)?.entry.id,
    'comanagement.auto-enroll-on',
  );
  const british = plainMessage('Queuing enrolment timer to fire at 11/22/2026 03:17:00', 'log-excerpt');
  assert.equal(matcher.match(british, null)?.entry.id, 'comanagement.timer-queued');
});
