import type { Tone } from '../../catalogue/types.ts';
import type { Credential, Outcome, StageStatus } from '../caseAnalysis.ts';
import type { NodeColour } from './treeNode.ts';

/** How a state is shown: never by colour or icon alone. */
export interface Look {
  readonly words: string;
  /** Id of a codicon. */
  readonly icon: string;
  readonly colour: NodeColour;
}

export const lookOfStatus: Readonly<Record<StageStatus, Look>> = {
  succeeded: { words: 'succeeded', icon: 'pass', colour: 'good' },
  failed: { words: 'failed', icon: 'error', colour: 'bad' },
  waiting: { words: 'waiting', icon: 'clockface', colour: 'waiting' },
  'in-progress': { words: 'in progress', icon: 'sync', colour: 'waiting' },
  'passed-over': { words: 'passed over', icon: 'check', colour: 'muted' },
  'not-reached': { words: 'not reached', icon: 'circle-outline', colour: 'muted' },
  'no-evidence': { words: 'no evidence', icon: 'question', colour: 'muted' },
  'not-collected': { words: 'not collected', icon: 'circle-slash', colour: 'muted' },
};

export const lookOfOutcome: Readonly<Record<Outcome, Look>> = {
  'enrolled-user': { words: 'enrolled with user credential', icon: 'pass', colour: 'good' },
  'enrolled-device': { words: 'enrolled with device credential', icon: 'pass', colour: 'good' },
  enrolled: { words: 'enrolled', icon: 'pass', colour: 'good' },
  waiting: { words: 'waiting', icon: 'clockface', colour: 'waiting' },
  failed: { words: 'failed', icon: 'error', colour: 'bad' },
  'not-started': { words: 'not started', icon: 'circle-outline', colour: 'warning' },
  'foreign-mdm': { words: 'managed by another MDM', icon: 'warning', colour: 'warning' },
  unenrolled: { words: 'unenrolled', icon: 'warning', colour: 'warning' },
  inconclusive: { words: 'inconclusive', icon: 'question', colour: 'muted' },
};

export const lookOfTone: Readonly<Record<Tone, Look>> = {
  progress: { words: 'progress', icon: 'circle-small', colour: 'none' },
  good: { words: 'good sign', icon: 'check', colour: 'good' },
  waiting: { words: 'waiting', icon: 'clockface', colour: 'waiting' },
  warning: { words: 'warning', icon: 'warning', colour: 'warning' },
  failure: { words: 'failure', icon: 'error', colour: 'bad' },
};

export const credentialWords: Readonly<Record<Credential, string>> = {
  user: 'user credential',
  device: 'device credential',
  unknown: 'credential not seen',
};
