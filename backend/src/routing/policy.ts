import type { Priority, RouteReason } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { Team } from '@grid-relief/shared-types/roles';

/** One step of the call-up ladder, by name; the order is that of `rungs` (handbook 4.4). */
export type Rung = RouteReason['rung'];

/** Own grid first, the county's seconded people last (handbook 4.4). */
export const rungs: readonly Rung[] = [
  'OWN_GRID',
  'NEIGHBOUR_GRID',
  'TOWNSHIP',
  'PARTY_STRIKE',
  'PARTY_RESERVE',
  'COUNTY',
];

/** Whom a step of the ladder tells that nobody has taken the task yet. */
export type StageTells = 'GRID_LEADER' | 'TOWNSHIP_DISPATCHER';

/** A step opens at the latest after so many minutes of waiting. */
export interface Stage {
  readonly rung: Rung;
  readonly afterMinutes: number;
  readonly tells?: StageTells;
}

/** One row of the table in handbook 4.2: how long an offer stands, how loaded a person may be, who is called when. */
export interface RoutingRow {
  /** An offer stands so long. Minutes. */
  readonly offerMinutes: number;
  /** A person with so many open tasks is not asked. */
  readonly openLimit: number;
  /** A person who has ended so many today is not asked; absent: no limit. */
  readonly perDay?: number;
  readonly stages: readonly Stage[];
}

/** Everything that decides whom the router asks. Data: an administrator may change any number. */
export interface RoutingPolicy {
  readonly rows: { readonly normal: RoutingRow; readonly quick: RoutingRow; readonly errand: RoutingRow };
  /** Kinds of delivery that use the quick row whatever their priority. */
  readonly quickVariants: readonly string[];
  readonly errandVariants: readonly string[];
  readonly quickPriorities: readonly Priority[];
  readonly points: {
    readonly sameBuilding: number;
    readonly sameGrid: number;
    readonly adjacentGrid: number;
    readonly sameTownship: number;
    readonly perFreePlace: number;
    readonly onTimeAtMost: number;
    readonly match: number;
    readonly genderPreference: number;
  };
  /** The on-time share of somebody without a past: in the middle, so that newcomers are neither first nor last. */
  readonly newcomerOnTime: number;
  /** Misses after which the next rung opens before its time. */
  readonly missesPerRung: number;
  /** A rung with a smaller share of free places opens the next one at once. */
  readonly openNextBelowFreeShare: number;
  /** People of these teams are asked only from their own rung on, so that a strike team is free when it is called. */
  readonly teamRung: Readonly<Partial<Record<Team, Rung>>>;
  /** When nobody can be asked: the next look after half the time waited, within these bounds. Minutes. */
  readonly lookAgain: { readonly atLeast: number; readonly atMost: number };
  /** Payment in which the volunteer handles the household's money; a relative does not. */
  readonly cashModes: readonly string[];
  /** At most so many people of one rung are read; more would not change whom we ask. */
  readonly candidatesPerRung: number;
}

/**
 * Defaults for the spring of 2022. Points, open limits, 20 % and three misses: handbook 4.2 and 4.4. Stage times up to
 * PARTY_STRIKE: table of handbook 4.2; those after it are our inference, in the same steps. `lookAgain`,
 * `newcomerOnTime`, `candidatesPerRung`: ours.
 */
export const routingPolicy: RoutingPolicy = {
  rows: {
    normal: { offerMinutes: 10, openLimit: 6, perDay: 20, stages: stages([30, 60, 90, 120, 150]) },
    quick: { offerMinutes: 3, openLimit: 3, stages: stages([15, 30, 45, 60, 75]) },
    errand: { offerMinutes: 10, openLimit: 6, stages: stages([30, 60, 90, 120, 150]) },
  },
  quickVariants: ['MEDICINE', 'BABY'],
  errandVariants: ['ERRAND', 'MEAL'],
  quickPriorities: ['P0'],
  points: {
    sameBuilding: 40,
    sameGrid: 30,
    adjacentGrid: 15,
    sameTownship: 5,
    perFreePlace: 4,
    onTimeAtMost: 10,
    match: 5,
    genderPreference: 3,
  },
  newcomerOnTime: 0.5,
  missesPerRung: 3,
  openNextBelowFreeShare: 0.2,
  teamRung: { PARTY_STRIKE: 'PARTY_STRIKE', PARTY_RESERVE: 'PARTY_RESERVE', SECONDED: 'COUNTY' },
  lookAgain: { atLeast: 2, atMost: 30 },
  cashModes: ['VOLUNTEER_ADVANCE', 'COMMUNITY_COLLECTS'],
  candidatesPerRung: 200,
};

/** The grid leader hears when the own grid has not answered, the township when the neighbours have not. */
function stages(openAfter: readonly [number, number, number, number, number]): Stage[] {
  const [neighbour, township, strike, reserve, county] = openAfter;
  return [
    { rung: 'OWN_GRID', afterMinutes: 0 },
    { rung: 'NEIGHBOUR_GRID', afterMinutes: neighbour, tells: 'GRID_LEADER' },
    { rung: 'TOWNSHIP', afterMinutes: township, tells: 'TOWNSHIP_DISPATCHER' },
    { rung: 'PARTY_STRIKE', afterMinutes: strike },
    { rung: 'PARTY_RESERVE', afterMinutes: reserve },
    { rung: 'COUNTY', afterMinutes: county },
  ];
}
