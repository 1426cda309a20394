import type { StateMessageEntry } from './types.ts';

/** State messages of topic 810, with which a client tells its site about co-management. */
export const stateMessageEntries: readonly StateMessageEntry[] = [
  { id: 100, meaning: 'Status of the enrollment', stage: null, tone: 'progress' },
  { id: 101, meaning: 'Enrollment is scheduled', stage: 'schedule', tone: 'waiting' },
  { id: 102, meaning: 'Enrollment was cancelled', stage: 'enroll', tone: 'warning' },
  { id: 105, meaning: 'Enrollment has started', stage: 'enroll', tone: 'progress' },
  { id: 106, meaning: 'Enrolled, not provisioned yet', stage: 'provision', tone: 'waiting' },
  { id: 107, meaning: 'Enrolled and provisioned', stage: 'provision', tone: 'good' },
  {
    id: 108,
    meaning: 'No user is signed in; enrollment waits for one',
    stage: 'enroll',
    tone: 'waiting',
    causeId: 'user-sign-in-pending',
  },
  { id: 110, meaning: 'Enrollment failed', stage: 'enroll', tone: 'failure' },
];
