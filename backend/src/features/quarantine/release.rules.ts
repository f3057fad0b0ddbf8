import { latest, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import type { PhaseKind, PolicyRule } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import type { EpisodePlan, PlannedPhase } from './day-counting.rules';
import { type TestLine, testLines } from './due-tests.rules';
import { knownAt, type Swab } from './swab-days.rules';

/** What is known of an episode when its end is looked at. */
export interface EpisodeFacts {
  /** Index of the phase the person is in. */
  readonly phase: number;
  /** Where the person really is: a home that did not pass is a site, whatever the phase says. */
  readonly placement: PhaseKind;
  readonly swabs: readonly Swab[];
  /** Samples taken together before a room is left (handbook 2.3); each when it was taken. */
  readonly siteSamples?: { readonly person?: Date; readonly belongings?: Date; readonly room?: Date } | undefined;
  /** When the second of the linked contact's first two tests was known to be negative, as the first. */
  readonly linkedContactNegativeAt?: Date | undefined;
}

/** Why an end that has come is not one, with the gravest first (handbook 2.3). */
export const blockReasons = [
  'TEST_MISSED',
  'RESULT_INVALID',
  'RESULT_PENDING',
  'SITE_SAMPLES_PENDING',
  'LINKED_CONTACT_PENDING',
] as const;
export type BlockReason = (typeof blockReasons)[number];

export type ReleaseVerdict =
  /** Nothing to decide before this instant. */
  | { readonly outcome: 'RUNNING'; readonly until: Date }
  /** Somebody else decides now: a case is no matter of days. */
  | { readonly outcome: 'POSITIVE'; readonly swab: string }
  | { readonly outcome: 'ELAPSED'; readonly at: Date }
  | {
      readonly outcome: 'RELEASE_BLOCKED';
      readonly since: Date;
      readonly reason: BlockReason;
      readonly reasons: readonly BlockReason[];
      readonly owner: Role;
    }
  | { readonly outcome: 'RELEASED'; readonly metAt: Date; readonly at: Date }
  | { readonly outcome: 'NEXT_PHASE'; readonly metAt: Date; readonly at: Date; readonly next: PlannedPhase };

/**
 * Whether a phase ends at this instant (handbook 9.1, rules 6 and 8). `metAt` is the later of the end and whatever was
 * waited for; `at`, when it takes effect, is always now: a decision that comes late is late. The next phase is counted
 * from the end of this one all the same. Pure.
 */
export function releaseAt(
  plan: EpisodePlan,
  facts: EpisodeFacts,
  linkedContact: PolicyRule['linkedContact'],
  now: Date,
): ReleaseVerdict {
  const at = minuteOf(now);
  const positive = knownAt(facts.swabs, at).find(({ result }) => result?.value === 'POSITIVE');
  if (positive) return { outcome: 'POSITIVE', swab: positive.id };
  if (plan.isElapsed) return { outcome: 'ELAPSED', at };
  const endsAt = plan.phases[facts.phase]?.endsAt ?? plan.endsAt;
  if (at < endsAt) return { outcome: 'RUNNING', until: endsAt };
  const next = plan.phases[facts.phase + 1];
  const conditions = [
    ...testConditions(testLines(plan, facts.swabs, at), facts.phase),
    ...(leavesRoom(plan, facts) ? [siteSamples(facts.siteSamples)] : []),
    ...(linkedContact && !next ? [negativeContact(facts.linkedContactNegativeAt)] : []),
  ].map((condition) => openUntil(condition, at));
  const open = new Set(conditions.flatMap(({ reason, metAt }) => (metAt ? [] : [reason])));
  const reasons = blockReasons.filter((reason) => open.has(reason));
  const [reason] = reasons;
  if (reason) return { outcome: 'RELEASE_BLOCKED', since: endsAt, reason, reasons, owner: ownerOf(reason, facts) };
  const metAt = latest(endsAt, ...conditions.flatMap((condition) => condition.metAt ?? []));
  return next ? { outcome: 'NEXT_PHASE', metAt, at, next } : { outcome: 'RELEASED', metAt, at };
}

interface Condition {
  readonly reason: BlockReason;
  /** Absent: not met. */
  readonly metAt: Date | undefined;
}

/** All due tests of this phase and those before it are negative; INVALID counts as not taken. */
function testConditions(lines: readonly TestLine[], phase: number): Condition[] {
  return lines
    .filter((line) => line.phase <= phase && line.state !== 'DROPPED' && line.state !== 'NOT_APPLICABLE')
    .map(({ state, isInvalid, resultAt }) => {
      if (state === 'RESULT_PENDING') return { reason: 'RESULT_PENDING', metAt: undefined };
      const reason = isInvalid ? 'RESULT_INVALID' : 'TEST_MISSED';
      return { reason, metAt: state === 'NEGATIVE' ? resultAt : undefined };
    });
}

/** Into the open or to the own home; who stays in the room for the next phase is not sampled for leaving it. */
function leavesRoom(plan: EpisodePlan, { phase, placement }: EpisodeFacts): boolean {
  if (placement !== 'CENTRAL') return false;
  const [kind, next] = [plan.phases[phase]?.kind, plan.phases[phase + 1]?.kind];
  return next === undefined || next === 'MONITORING' || (next === 'HOME' && kind === 'CENTRAL');
}

function siteSamples({ person, belongings, room }: NonNullable<EpisodeFacts['siteSamples']> = {}): Condition {
  return {
    reason: 'SITE_SAMPLES_PENDING',
    metAt: person && belongings && room ? minuteOf(latest(person, belongings, room)) : undefined,
  };
}

function negativeContact(at: Date | undefined): Condition {
  return { reason: 'LINKED_CONTACT_PENDING', metAt: at && minuteOf(at) };
}

/** What will only be known later is not met yet. */
function openUntil({ reason, metAt }: Condition, at: Date): Condition {
  return { reason, metAt: metAt && metAt <= at ? metAt : undefined };
}

/** Who has to do something about it; that nobody is without an owner is handbook 9.1, who it is, is ours. */
function ownerOf(reason: BlockReason, { placement }: EpisodeFacts): Role {
  if (reason === 'RESULT_PENDING') return 'LAB';
  if (reason === 'LINKED_CONTACT_PENDING') return 'CDC_INVESTIGATOR';
  return placement === 'CENTRAL' ? 'SITE_MANAGER' : 'GRID_WORKER';
}
