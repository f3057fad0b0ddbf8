import { addHours, addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { ChainLink, PolicyRule, QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { StayDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import { type CountyJudgement, type NewRule, type Reason, type TravellerFacts, triage } from '../quarantine';
import type { ContactFound, Traveller, TravellerDetail, TravellerSaid } from './traveller';

type HowFound = Pick<TravellerDetail, 'foundBy' | 'destination'> & {
  readonly plannedAt?: Date | undefined;
  readonly homeAt?: Date | undefined;
};

/** What was decided about somebody, as it is kept: instants as text. */
export interface StoredVerdict {
  readonly policy: { readonly code: string; readonly version: number };
  readonly count: { readonly dayOneRule: 'NEXT_DAY' | 'ANCHOR_DAY'; readonly missedTestHour: number };
  readonly reason: Reason;
  readonly links: Readonly<Record<ChainLink, 'WAITING' | 'NOT_NEEDED'>>;
  /** Codes of what somebody has to ask. */
  readonly questions: readonly string[];
  /** Absent: nothing is asked for. */
  readonly decided?: {
    readonly category: QuarantineCategory;
    readonly rule: PolicyRule;
    readonly anchor: string;
    readonly endsAt: string;
    readonly isElapsed: boolean;
  };
}

/** Two trips of one person within so many days are one: the longest look-back window of the presets. Ours. */
const overlapDays = 14;
/** A plan so far away is a slip of the finger. Ours. Days. */
const furthestPlanDays = 60;
const dayHours = 24;

/** What is judged: everything that was told, with the arrival where there is one. Pure. */
export function factsOf(said: TravellerSaid, arrivedAt: Date | undefined): TravellerFacts {
  const { stays, contacts = [], healthCode } = said;
  return {
    stays: stays.map(({ place, from, to }, i) => ({
      ...{ id: `stay ${i + 1}`, place, from: new Date(from) },
      ...(to ? { to: new Date(to) } : {}),
    })),
    contacts: contacts.map((one, i) => exposure(one, `contact ${i + 1}`)),
    ...{ specialGroups: [], arrivedAt },
    ...(healthCode ? { healthCode } : {}),
  };
}

const exposure = ({ class: kind, lastExposureAt }: ContactFound, id: string) => ({
  ...{ id, class: kind, lastExposureAt: new Date(lastExposureAt) },
});

/** Whether a contact, by itself, calls for quarantine at an instant. Pure. */
export function asksForQuarantine(contact: ContactFound, judgement: CountyJudgement, now: Date): boolean {
  const found = exposure(contact, 'contact');
  if (found.lastExposureAt > now) return false;
  const { decidedBy } = triage({ stays: [], specialGroups: [], contacts: [found] }, judgement, now);
  return decidedBy !== undefined && !decidedBy.isElapsed && decidedBy.rule.phases.length > 0;
}

/** The rule by which a quarantine that was opened by this verdict is counted. Pure. */
export function ruleOfVerdict({ decided, policy, reason, count }: StoredVerdict): NewRule | undefined {
  if (!decided || decided.isElapsed || decided.rule.phases.length === 0) return undefined;
  const { category, rule, anchor } = decided;
  return {
    basis: { category, policyCode: policy.code, policyVersion: policy.version, reason },
    ...{ anchor: new Date(anchor), ...count, phases: rule.phases, isLocal: rule.isLocal },
  };
}

/** As of when somebody is judged: the arrival, or the planned one while it lies ahead (handbook 2.2). Pure. */
export function judgedAsOf(plannedAt: Date | undefined, arrivedAt: Date | undefined, now: Date): Date {
  if (arrivedAt) return arrivedAt;
  return plannedAt && plannedAt > now ? plannedAt : now;
}

/** The category and all that follows from it, as it is kept. Pure. */
export function verdictOf(
  said: TravellerSaid,
  arrivedAt: Date | undefined,
  judgement: CountyJudgement,
  asOf: Date,
): StoredVerdict {
  const { decidedBy, reason, links, questions } = triage(factsOf(said, arrivedAt), judgement, asOf);
  const { code: policyCode, version, parameters } = judgement.policy;
  const { dayOneRule, missedTestHour } = parameters;
  return {
    ...{ policy: { code: policyCode, version }, count: { dayOneRule, missedTestHour } },
    ...{ reason, links, questions: [...new Set(questions.map((question) => question.code))] },
    ...(decidedBy
      ? {
          decided: {
            ...{ category: decidedBy.category, rule: decidedBy.rule, isElapsed: decidedBy.isElapsed },
            ...{ anchor: decidedBy.anchor.toISOString(), endsAt: decidedBy.endsAt.toISOString() },
          },
        }
      : {}),
  };
}

/**
 * Found behind the door where the days are spent, or there already without having been fetched: the landing point is home,
 * and nobody is fetched from there to there (handbook 2.2, 2.4). Whoever has to go to a site is. Pure.
 */
export function withoutTripHome(verdict: StoredVerdict, detail: HowFound): StoredVerdict {
  const { foundBy, destination, plannedAt, homeAt } = detail;
  // at the door somebody may also be told of who is still to come
  const wasFound = foundBy === 'SCREENING' && plannedAt === undefined;
  const isHome = destination === 'HOUSEHOLD' && (wasFound || homeAt !== undefined);
  if (!isHome || verdict.decided?.rule.phases[0]?.kind === 'CENTRAL') return verdict;
  return { ...verdict, links: { ...verdict.links, TRANSFER: 'NOT_NEEDED' } };
}

/** Since when somebody who was announced is behind the door to which they come, by another record of them. Pure. */
export function homeSince(found: Traveller, announced: Pick<Traveller, 'household'>): Date | undefined {
  const { foundBy, destination, plannedAt, arrivedAt, homeAt } = found.detail;
  // at another door they are visiting: there somebody still has to fetch them
  const isSameDoor = found.household !== undefined && found.household === announced.household;
  if (!isSameDoor || destination !== 'HOUSEHOLD') return undefined;
  return homeAt ?? (foundBy === 'SCREENING' && plannedAt === undefined ? arrivedAt : undefined);
}

/** A stay that was told twice is one. Pure. */
export function withStays(known: readonly StayDraft[], more: readonly StayDraft[]): StayDraft[] {
  const seen = new Set<string>();
  return [...known, ...more].filter((stay) => {
    const sign = JSON.stringify([stay.place, stay.from, stay.to]);
    return !seen.has(sign) && seen.add(sign);
  });
}

/** What two reports of one person say together: the first stands, what it lacks is added. Pure. */
export function merged(first: TravellerSaid, news: TravellerSaid): TravellerSaid {
  const known = Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined));
  return {
    ...news,
    ...(known as unknown as TravellerSaid), // `first` without what it does not say
    symptoms: first.symptoms || news.symptoms,
    stays: withStays(first.stays, news.stays),
    contacts: [...(first.contacts ?? []), ...(news.contacts ?? [])],
  };
}

/** Whether two arrivals of one person mean the same trip. Pure. */
export function overlaps(one: Date, other: Date): boolean {
  return Math.abs(one.getTime() - other.getTime()) < overlapDays * dayHours * 60 * 60_000;
}

/** Later than the county asks for: accepted, and flagged (handbook 2.2, 5.4). Pure. */
export function isLateReport(plannedAt: Date | undefined, now: Date, advanceNoticeHours: number): boolean {
  return plannedAt === undefined || plannedAt < addHours(now, advanceNoticeHours);
}

interface Said {
  readonly stays: readonly StayDraft[];
  readonly plannedArrival?: string | undefined;
  readonly arrivedAt?: string | undefined;
}

/** What cannot be: as pointers and plain words. Pure. */
export function oddDates({ stays, plannedArrival, arrivedAt }: Said, now: Date): { pointer: string; detail: string }[] {
  const arrival = arrivedAt ?? plannedArrival;
  const last = arrival ? new Date(arrival) : now;
  const wrong = (pointer: string, detail: string, is: boolean) => (is ? [{ pointer, detail }] : []);
  // a device's clock may run some minutes ahead
  const soon = addMinutes(now, 10);
  return [
    ...stays.flatMap(({ from, to }, i) => [
      ...wrong(`/stays/${i}/to`, 'ends before it begins', to !== undefined && new Date(to) < new Date(from)),
      ...wrong(`/stays/${i}/from`, 'begins after the arrival', new Date(from) > last && new Date(from) > soon),
    ]),
    ...wrong('/plannedArrival', 'is over already', isBefore(plannedArrival, addHours(now, -dayHours))),
    ...wrong('/plannedArrival', 'is too far away', isAfter(plannedArrival, addHours(now, furthestPlanDays * dayHours))),
    ...wrong('/arrivedAt', 'lies ahead', isAfter(arrivedAt, soon)),
    ...wrong('/arrivedAt', 'is too long ago', isBefore(arrivedAt, addHours(now, -overlapDays * dayHours))),
  ];
}

const isBefore = (text: string | undefined, limit: Date) => text !== undefined && new Date(text) < limit;
const isAfter = (text: string | undefined, limit: Date) => text !== undefined && new Date(text) > limit;
