import type { PersonId } from '@grid-relief/shared-types/primitives/ids';
import { dayOf, earliest, latest, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import type { DayOneRule } from '@grid-relief/shared-types/quarantine/policy-parameters.schema';
import type {
  Phase,
  PhaseKind,
  PolicySet,
  QuarantineCategory,
} from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { rowFor } from './candidates.rules';
import { type EpisodeCount, phaseAt, planOf, rawEndOf } from './day-counting.rules';
import type { Verdict } from './triage.rules';
import type { Reason } from './triage-reason.rules';

/** By what an episode is counted: category, rule and set, and why. */
export interface Basis {
  readonly category: QuarantineCategory;
  readonly policyCode: string;
  readonly policyVersion: number;
  readonly reason: Reason;
}

export interface OpenEpisode {
  readonly basis: Basis;
  readonly count: EpisodeCount;
}

/** What a new set or a new risk list makes of somebody. */
export interface NewRule {
  readonly basis: Basis;
  readonly anchor: Date;
  readonly dayOneRule: DayOneRule;
  readonly missedTestHour: number;
  readonly phases: readonly Phase[];
  /** The new set leaves it to the place. */
  readonly isLocal: boolean;
}

export interface Change {
  readonly at: Date;
  /** The county head who answers for whatever becomes longer, by name. */
  readonly approvedBy?: PersonId | undefined;
}

/**
 * SHORTENED and SAME_END apply by themselves. NEEDS_APPROVAL: it would be longer, and nobody answers for it, so nothing
 * changes. LEFT_TO_PLACE: the new set says nothing, so nothing changes. ENDED: the category exists no longer. STARTED,
 * TOO_LATE: for somebody without an open episode.
 */
export type RecountKind =
  | 'UNCHANGED'
  | 'SAME_END'
  | 'SHORTENED'
  | 'LENGTHENED'
  | 'NEEDS_APPROVAL'
  | 'LEFT_TO_PLACE'
  | 'ENDED'
  | 'STARTED'
  | 'TOO_LATE';

export interface Recount {
  readonly kind: RecountKind;
  readonly oldEnd: Date | undefined;
  readonly newEnd: Date | undefined;
  readonly oldBasis: Basis | undefined;
  readonly newBasis: Basis | undefined;
  /** Where the person is by the old rule, and should be by the one that holds now: a move, where they differ. */
  readonly place: { readonly from: PhaseKind | undefined; readonly to: PhaseKind | undefined };
  /** What is counted from now on; absent: there is nothing to count. */
  readonly count: EpisodeCount | undefined;
}

/**
 * An open episode under a new rule, from the same anchor (handbook 5.7): shorter at once, but never before the change;
 * longer only where somebody answers for it. Days of testing that are past by then are not applicable, never missed;
 * the swabs that lie on them count. Doing it twice changes nothing more. Pure.
 * @param next undefined: the category exists no longer
 */
export function recount(episode: OpenEpisode, next: NewRule | undefined, change: Change): Recount {
  const at = minuteOf(change.at);
  const oldPlan = planOf(episode.count);
  const oldEnd = oldPlan.endsAt;
  const from = oldPlan.phases[phaseAt(oldPlan, at)]?.kind;
  const stays = { oldEnd, newEnd: oldEnd, oldBasis: episode.basis, place: { from, to: from }, count: episode.count };
  if (!next) {
    const newEnd = earliest(oldEnd, at);
    return { ...stays, kind: 'ENDED', newEnd, newBasis: undefined, place: { from, to: undefined }, count: undefined };
  }
  if (next.isLocal) return { ...stays, kind: 'LEFT_TO_PLACE', newBasis: next.basis };
  if (isSameRule(episode.count, next)) return { ...stays, kind: 'UNCHANGED', newBasis: next.basis };
  const { kind, newEnd } = newEndOf(oldEnd, rawEndOf(next), at, change);
  if (kind === 'NEEDS_APPROVAL') return { ...stays, kind, newBasis: next.basis };
  const { anchor, dayOneRule, missedTestHour, phases } = next;
  const counted = { anchor, dayOneRule, missedTestHour, phases, foundAt: episode.count.foundAt };
  const count = { ...counted, recounted: { at, endsAt: newEnd } };
  const newPlan = planOf(count);
  const to = newEnd > at ? newPlan.phases[phaseAt(newPlan, at)]?.kind : undefined;
  return { ...stays, kind, newEnd, newBasis: next.basis, place: { from, to }, count };
}

/** The ends themselves are compared, never what is left of them: a change that nobody approved must not come true by waiting. */
function newEndOf(oldEnd: Date, byRule: Date, at: Date, { approvedBy }: Change) {
  if (byRule > oldEnd) {
    return approvedBy === undefined
      ? ({ kind: 'NEEDS_APPROVAL', newEnd: oldEnd } as const)
      : ({ kind: 'LENGTHENED', newEnd: latest(byRule, at) } as const);
  }
  // an end that has come, and waits for a result, is neither earlier nor later by a new rule
  return byRule < oldEnd && oldEnd > at
    ? ({ kind: 'SHORTENED', newEnd: latest(byRule, at) } as const)
    : ({ kind: 'SAME_END', newEnd: oldEnd } as const);
}

/**
 * Somebody without an open episode, whom a new list reaches. It is counted from the anchor and begins at the change;
 * nothing is dated back (handbook 9.1, rule 8). Pure.
 */
export function startUnder(next: NewRule, change: Change): Recount {
  const at = minuteOf(change.at);
  const end = rawEndOf(next);
  const nobody = { oldEnd: undefined, oldBasis: undefined, newBasis: next.basis };
  const nowhere = { from: undefined, to: undefined };
  if (next.isLocal || next.phases.length === 0 || end <= at) {
    const kind = next.isLocal ? 'LEFT_TO_PLACE' : next.phases.length === 0 ? 'UNCHANGED' : 'TOO_LATE';
    return { ...nobody, kind, newEnd: undefined, place: nowhere, count: undefined };
  }
  const { anchor, dayOneRule, missedTestHour, phases } = next;
  const count = { anchor, dayOneRule, missedTestHour, phases, foundAt: at };
  const plan = planOf(count);
  const to = plan.phases[phaseAt(plan, at)]?.kind;
  return { ...nobody, kind: 'STARTED', newEnd: end, place: { from: undefined, to }, count };
}

/** What a new set says of the category an episode has; the anchor stays. Pure. */
export function ruleUnder(policy: PolicySet, { basis, count }: OpenEpisode, at: Date): NewRule | undefined {
  const rule = rowFor(policy, basis.category, dayOf(at));
  if (!rule) return undefined;
  const { dayOneRule, missedTestHour } = policy.parameters;
  const reason = { ...basis.reason, values: { ...basis.reason.values, lookBackDays: rule.lookBackDays } };
  return {
    basis: { category: rule.category, policyCode: policy.code, policyVersion: policy.version, reason },
    ...{ anchor: count.anchor, dayOneRule, missedTestHour, phases: rule.phases, isLocal: rule.isLocal },
  };
}

/**
 * What triage under a new list says. For an open episode it is asked as of the day the person was found, or the window
 * would move on while they are inside; where it finds no quarantine any more, the category is gone. Pure.
 */
export function ruleOf({ decidedBy, reason }: Verdict, policy: PolicySet): NewRule | undefined {
  if (!decidedBy || decidedBy.rule.phases.length === 0) return undefined;
  const { dayOneRule, missedTestHour } = policy.parameters;
  return {
    basis: { category: decidedBy.category, policyCode: policy.code, policyVersion: policy.version, reason },
    ...{ anchor: decidedBy.anchor, dayOneRule, missedTestHour },
    ...{ phases: decidedBy.rule.phases, isLocal: false },
  };
}

function isSameRule({ anchor, dayOneRule, phases }: EpisodeCount, next: NewRule): boolean {
  return (
    minuteOf(anchor).getTime() === minuteOf(next.anchor).getTime() &&
    dayOneRule === next.dayOneRule &&
    phases.length === next.phases.length &&
    phases.every((phase, i) => isSamePhase(phase, next.phases[i]))
  );
}

function isSamePhase(one: Phase, other: Phase | undefined): boolean {
  return (
    other !== undefined &&
    one.kind === other.kind &&
    one.days === other.days &&
    one.stayIn === other.stayIn &&
    one.hasDoubleSampling === other.hasDoubleSampling &&
    one.testDays.join() === other.testDays.join()
  );
}
