import { isEnrolled } from './isEnrolled.ts';
import type { CaseModel } from './model.ts';
import type { Decision } from './verdict.ts';

/**
 * What keeps a verdict from being certain although its evidence says it, most weighty first: a sentence each. The
 * rule stands in ARCHITECTURE.md.
 */
export function doubtsOf(model: CaseModel, decision: Decision): readonly string[] {
  const later = decision.contradictions.filter(({ about }) => about === 'timing');
  return [
    ...later.map(({ message }) => message),
    ...placeholderUser(model, decision),
    ...withoutAccount(model, decision),
    ...ofOneUser(model, decision),
    ...withoutPolicy(model, decision),
    ...againstCause(decision),
  ];
}

/** The failure stands; its cause is another one than the code says, or was mended since. */
function againstCause({ cause }: Decision): readonly string[] {
  const [first] = cause?.against ?? [];
  return first === undefined ? [] : [`What speaks against this cause: ${first}.`];
}

/** The name that Windows writes for an enrollment without a user is also found where a user was signed in. */
function placeholderUser({ history }: CaseModel, { outcome }: Decision): readonly string[] {
  if (outcome !== 'enrolled-device') return [];
  const seen = history.attempts.some(
    ({ result, credential }) => result === 'succeeded' && credential === 'device',
  );
  return seen
    ? []
    : [
        'That no user took part is concluded from the name in the registry, which also appears where a user was signed in when ConfigMgr enrolled the device.',
      ];
}

/** Token and address of dsregcmd are those of whoever ran it; the device may enroll without any user. */
function ofOneUser({ facts }: CaseModel, { evidence: [decisive], outcome }: Decision): readonly string[] {
  if (outcome !== 'failed' || decisive === undefined) return [];
  const seen = [...facts.all('user-token'), ...facts.all('mdm-url')].find(
    ({ place }) => place === decisive.place,
  );
  return seen?.source === 'dsregcmd'
    ? ['dsregcmd shows the token and the address of the user who ran it, and of nobody else.']
    : [];
}

/** That no line tells of the policy is no line that tells of none: a log may begin behind it. */
function withoutPolicy({ timeline }: CaseModel, { outcome, stage }: Decision): readonly string[] {
  if (outcome !== 'not-started' || stage !== 'policy') return [];
  const told = timeline.sightings.some(({ observation }) => observation.entry.stage === 'policy');
  return told
    ? []
    : ['No line tells of the co-management policy, which may have come before the logs begin.'];
}

/** An enrollment of the registry alone: only its OMA-DM account shows that the device can talk to its service. */
function withoutAccount({ enrollments, history }: CaseModel, { outcome }: Decision): readonly string[] {
  const shown = isEnrolled(outcome)
    ? enrollments.intune
    : outcome === 'foreign-mdm'
      ? enrollments.foreign
      : [];
  if (history.state === 'enrolled' || history.state === 'foreign' || shown.length === 0) return [];
  return shown.some(({ account }) => account !== null)
    ? []
    : ['Only the registry shows the enrollment, without the OMA-DM account that an enrollment in use has.'];
}
