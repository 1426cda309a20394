import type { Finding } from '../caseAnalysis.ts';
import { referenceUrl, type Rule } from './rule.ts';

/** The provider of an enrollment that is in force and not of Intune: a warning, since coexistence is supported. */
export const foreignEnrollment: Rule = ({ model }) => {
  const cause = model.catalogue.causes.find((entry) => entry.id === 'foreign-mdm') ?? null;
  return model.enrollments.foreign.map(({ provider, discovery }): Finding => ({
    ruleId: 'enroll.foreign-mdm',
    severity: 'warning',
    message: `The device is enrolled in another MDM, which calls itself ${provider.value}. ConfigMgr leaves it there and switches off the workloads that both would manage.`,
    place: provider.place,
    stage: 'enroll',
    codes: [],
    cause: cause?.id ?? null,
    remedy: cause?.nextStep ?? null,
    reference: referenceUrl(model.catalogue, cause?.reference ?? null),
    related: discovery === null ? [] : [{ place: discovery.place, message: discovery.text }],
  }));
};
