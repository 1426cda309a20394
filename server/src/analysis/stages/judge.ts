import { judgeClient } from './client.ts';
import { findContradictions } from './contradictions.ts';
import { judgeDiscovery } from './discovery.ts';
import { judgeEnroll } from './enroll.ts';
import { judgeJoin } from './join.ts';
import type { CaseModel } from './model.ts';
import type { Judgements } from './picture.ts';
import { judgePolicy } from './policy.ts';
import { judgeProvision } from './provision.ts';
import { judgeReport } from './report.ts';
import { judgeSchedule } from './schedule.ts';
import { judgeWorkloads } from './workloads.ts';

/** Judges every stage by its own evidence. */
export function judgeStages(model: CaseModel): Judgements {
  const disputed = findContradictions(model).find(({ about }) => about === 'enrollment');
  return {
    client: judgeClient(model),
    policy: judgePolicy(model),
    schedule: judgeSchedule(model),
    join: judgeJoin(model),
    discovery: judgeDiscovery(model),
    enroll:
      disputed === undefined
        ? judgeEnroll(model)
        : {
            status: 'no-evidence',
            reason: `It is disputed whether the device is enrolled. ${disputed.message}`,
            evidence: disputed.evidence,
            disputed: true,
          },
    provision: judgeProvision(model),
    workloads: judgeWorkloads(model),
    report: judgeReport(model),
  };
}
