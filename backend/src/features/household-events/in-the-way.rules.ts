import type { KeptKind, OpenPoint } from '@grid-relief/shared-types/household-events/household-event.schema';

/** A request of the home, as far as an event asks. */
export interface HomeDelivery {
  readonly id: string;
  readonly state: string;
  readonly code: string;
  readonly createdAt: Date;
  /** Since then it goes to another place. */
  readonly sentElsewhereAt?: Date | undefined;
  /** When a person last said that it is wanted. */
  readonly wantedAt?: Date | undefined;
}

/** Somebody of the home who is in quarantine. */
export interface HomeEpisode {
  readonly id: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly createdAt: Date;
  /** The rules want a code for them that nobody has asked for. */
  readonly lacksCode: boolean;
}

/** Somebody of the home who is followed for some days, and no longer than until the end of that. */
export interface HomeTracker {
  /** The person: where it is said that they have died. */
  readonly person: string;
  readonly state: string;
  readonly createdAt: Date;
}

/** Everything by which it is judged what is still open. */
export interface HomeFacts {
  readonly deliveries: readonly HomeDelivery[];
  readonly episodes: readonly HomeEpisode[];
  readonly trackers: readonly HomeTracker[];
  /** Welfare tasks of the event; the state is absent until the task is there. */
  readonly welfare: readonly { readonly id: string; readonly code?: string; readonly state?: string }[];
}

interface Event {
  readonly variant: string;
  /** The quarantine it follows from. */
  readonly about?: string | undefined;
  readonly createdAt: Date;
  readonly detail: { readonly kept: readonly { readonly what: KeptKind; readonly record: string }[] };
}

const notBegun: readonly string[] = ['SUBMITTED', 'TRIAGED', 'BATCHED', 'OFFERED', 'ACCEPTED', 'ON_HOLD'];
const inTheShop: readonly string[] = ['SHOPPING', 'SUBSTITUTION_PENDING', 'CANCEL_ASKED', 'IN_PROGRESS'];
const bought: readonly string[] = [
  ...['PURCHASED', 'NOTHING_BOUGHT', 'COLLECTED', 'IN_TRANSIT', 'HANDOVER_PENDING'],
  ...['READY_FOR_PICKUP', 'ADDRESS_QUERY', 'FAILED_DELIVERY'],
];

/**
 * What stands in the way of reconciling (handbook 2.11): requests that nobody has decided about, quarantines that are
 * not converted and codes that are not asked for after a positive, quarantines and days of being followed that may be
 * those of somebody who has died, and people left behind with nobody to look after them. What came later than the event is no part of it. Pure.
 */
export function inTheWay(event: Event, { deliveries, episodes, trackers, welfare }: HomeFacts): OpenPoint[] {
  const isKept = (what: string, record: string) =>
    event.detail.kept.some((kept) => kept.what === what && kept.record === record);
  const isPositive = event.variant === 'POSITIVE';
  const people = isPositive || mayRunOn(event) ? episodes.filter((one) => one.createdAt <= event.createdAt) : [];
  const followed = mayRunOn(event) ? trackers.filter((one) => one.createdAt <= event.createdAt) : [];
  const points: (OpenPoint | undefined)[] = [
    ...welfare.map(({ id, code, state = 'OPEN' }) =>
      state === 'OPEN' ? point('NO_GUARDIAN', { id, code, state }) : undefined,
    ),
    ...deliveries.map((one) => deliveryPoint(event, one)),
    ...people.filter(({ isOpen }) => isOpen).map((one) => point('EPISODE_OPEN', one)),
    ...followed.map(({ person: id, state }) => point('TRACKER_OPEN', { id, state })),
    ...people.filter(({ lacksCode }) => isPositive && lacksCode).map((one) => point('CODE_NOT_ASKED', one)),
  ];
  return points.flatMap((one) => (one && !isKept(one.what, one.record) ? [one] : []));
}

/** A death that was told by hand says of nobody's quarantine, or tracker, that it is over: a person says whose it is. Pure. */
export const mayRunOn = ({ variant, about }: Pick<Event, 'variant' | 'about'>): boolean =>
  variant === 'DEATH' && about === undefined;

function deliveryPoint({ createdAt }: Event, delivery: HomeDelivery): OpenPoint | undefined {
  const { wantedAt, sentElsewhereAt, state } = delivery;
  // asked for since, or wanted by somebody who knew
  if (delivery.createdAt > createdAt || (wantedAt && wantedAt > createdAt)) {
    return state === 'ON_HOLD' ? point('DELIVERY_HELD', delivery) : undefined;
  }
  if (notBegun.includes(state)) return point('DELIVERY_HELD', delivery);
  if (inTheShop.includes(state)) return point('DELIVERY_BUYING', delivery);
  const isElsewhere = sentElsewhereAt !== undefined && sentElsewhereAt > createdAt;
  return bought.includes(state) && !isElsewhere ? point('DELIVERY_BOUGHT', delivery) : undefined;
}

function point(
  what: OpenPoint['what'],
  { id, code, state }: { readonly id: string; readonly code?: string | undefined; readonly state: string },
): OpenPoint {
  return { what, record: id as OpenPoint['record'], ...(code === undefined ? {} : { code }), state }; // of a stored record
}
