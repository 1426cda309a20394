import type { Guidance } from './types.ts';

/** What to do next and what to collect, where no cause that stands in `causes.ts` says it. */
export const guidance: Guidance = {
  nextSteps: [
    {
      situation: 'waiting',
      stage: 'client',
      step: 'Collect the logs again after the next try; if it ends with the same warning, mend what that names.',
      reference: null,
    },
    {
      situation: 'waiting',
      stage: 'enroll',
      step: 'Collect the logs again when the attempt has ended; nothing needs repair now.',
      reference: null,
    },
    {
      situation: 'waiting',
      stage: null,
      step: 'Nothing needs repair now: collect the logs again once the time of the timer has passed.',
      reference: 'comanagement-bootstrap',
    },
    {
      situation: 'failed',
      stage: null,
      step: 'Read the deciding line and follow the remedy shown there; where it prints no code, collect it again with its description (wevtutil qe ... /f:text) or with the lines around it.',
      reference: null,
    },
    {
      situation: 'not-started',
      stage: 'enroll',
      step: 'Collect CoManagementHandler.log and the output of dsregcmd /status: they tell how far the device came.',
      reference: null,
    },
    {
      situation: 'not-started',
      stage: 'schedule',
      step: 'Restart the SMS Agent Host service or refresh the machine policy, then look for the enrollment timer in CoManagementHandler.log.',
      reference: 'comanagement-bootstrap',
    },
    {
      situation: 'not-started',
      stage: null,
      step: 'Check that the device is a member of the automatic enrollment collection, and refresh its machine policy.',
      reference: 'monitor-comanagement',
    },
    {
      situation: 'unenrolled',
      stage: null,
      step: 'Find out who removed the enrollment; the client enrolls again at its next policy evaluation.',
      reference: 'comanagement-enable',
    },
    {
      situation: 'foreign-mdm',
      stage: null,
      step: 'Keep the other MDM, which Microsoft supports as coexistence, or unenroll from it, then refresh the machine policy.',
      reference: 'comanagement-coexistence',
    },
    {
      situation: 'contradicted',
      stage: null,
      step: 'Collect the logs, the registry export and dsregcmd /status again at the same time, then compare.',
      reference: null,
    },
  ],
  collect: {
    'client-log': 'CoManagementHandler.log',
    enrollments:
      'an export of the enrollment keys (reg export HKLM\\SOFTWARE\\Microsoft\\Enrollments enrollments.reg)',
    join: 'the output of dsregcmd /status',
    'everything-again': 'the logs, the registry export and dsregcmd /status again at the same time',
  },
};
