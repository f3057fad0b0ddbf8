import type { Candidate, RouteTask } from './candidate';
import type { RoutingPolicy, RoutingRow } from './policy';

/** Why somebody is not asked at all. */
export type Refusal =
  | 'OFF_DUTY'
  | 'HEALTH_HOLD'
  | 'CONTACT_CHAIN'
  | 'EXCLUDED'
  | 'SKILL'
  | 'PPE'
  | 'LOOP'
  | 'CAPACITY'
  | 'SHIFT_LIMIT'
  | 'RELATIVE';

/** The row of the policy a task is routed by: urgent and medicine quick, errands their own, else normal. Pure. */
export function rowOf(task: Pick<RouteTask, 'variant' | 'priority'>, policy: RoutingPolicy): RoutingRow {
  const { variant = '', priority } = task;
  const urgent = policy.quickPriorities.some((name) => name === `P${priority}`);
  if (urgent || policy.quickVariants.includes(variant)) return policy.rows.quick;
  return policy.errandVariants.includes(variant) ? policy.rows.errand : policy.rows.normal;
}

/** How many open tasks this person may have for a task of this row to be added. Pure. */
export function limitFor(candidate: Pick<Candidate, 'seatLimit'>, row: RoutingRow): number {
  return Math.min(candidate.seatLimit, row.openLimit);
}

/**
 * The first hard filter that keeps a person from a task (handbook 4.2). Pure.
 * @returns undefined for somebody who may be asked
 */
export function refusalOf(
  task: RouteTask,
  candidate: Candidate,
  policy: RoutingPolicy,
  now: Date,
): Refusal | undefined {
  const row = rowOf(task, policy);
  const cash = task.payMode !== undefined && policy.cashModes.includes(task.payMode);
  const tests: readonly (readonly [Refusal, boolean])[] = [
    ['OFF_DUTY', candidate.dutyUntil === undefined || candidate.dutyUntil <= now],
    ['HEALTH_HOLD', candidate.healthHold],
    ['CONTACT_CHAIN', candidate.contactChain],
    ['EXCLUDED', task.excluded.includes(candidate.person)],
    ['SKILL', !task.needs.skills.every((skill) => candidate.skills.includes(skill))],
    ['PPE', candidate.ppe < task.needs.ppe],
    // equal only: a clean team is never mixed with a contaminated one, in either direction
    ['LOOP', candidate.loop !== task.needs.loop],
    ['CAPACITY', candidate.open >= limitFor(candidate, row)],
    ['SHIFT_LIMIT', row.perDay !== undefined && candidate.doneToday >= row.perDay],
    ['RELATIVE', cash && task.households.some((household) => candidate.relatives.includes(household))],
  ];
  return tests.find(([, fails]) => fails)?.[0];
}
