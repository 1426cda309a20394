import type { MessageEntry } from '../types.ts';

/** What the client tells Intune and its site about itself: CcmNotificationAgent.log and its neighbours. */
export const notificationMessages: readonly MessageEntry[] = [
  {
    id: 'notification.health-time',
    logs: ['CcmNotificationAgent'],
    templates: ['Updating MDM_ConfigSetting.ClientHealthLastSyncTime with value {time:word}'],
    samples: ['Updating MDM_ConfigSetting.ClientHealthLastSyncTime with value 2026-11-23T21:42:51Z'],
    stage: 'report',
    tone: 'good',
    signal: 'health-reported',
    meaning:
      'The client tells Intune, through Windows, that it is alive. If this stays away, Intune shows the ConfigMgr agent as not healthy.',
    cause: null,
    remedy: null,
    reference: 'comanagement-bootstrap',
    evidence: 'documented',
  },
  {
    id: 'notification.health-status',
    logs: ['CcmNotificationAgent'],
    templates: ['Updating MDM_ConfigSetting.ClientHealthStatus with value {status:number}'],
    samples: ['Updating MDM_ConfigSetting.ClientHealthStatus with value 7'],
    stage: 'report',
    tone: 'progress',
    signal: 'health-reported',
    meaning:
      'The client tells Intune its health: 7 is healthy, 1 installed, 2 registered, 5 not evaluated yet, 8 an installation error, 16 no contact with the management point.',
    cause: null,
    remedy: null,
    reference: 'comanagement-bootstrap',
    evidence: 'unverified',
  },
  {
    id: 'notification.keep-alive',
    logs: ['CcmNotificationAgent'],
    templates: ['Successfully sent keep-alive message'],
    samples: ['Successfully sent keep-alive message.'],
    stage: 'report',
    tone: 'progress',
    signal: null,
    meaning: 'The notification channel to the management point is alive.',
    cause: null,
    remedy: null,
    reference: null,
    evidence: 'reported',
  },
];
