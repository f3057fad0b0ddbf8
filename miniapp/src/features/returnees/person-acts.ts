import { chainLinkLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/chain-link.lifecycle';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { TravellerRow, TravellerView } from '@grid-relief/shared-types/returnees/returnee.schema';

/** What may be done to somebody, in the order in which it is offered; the server's `actions` decide which are. */
export type PersonAct = {
  readonly act: string;
  /** The same act said in another sense: what its words are, and what is sent with it. */
  readonly as?: 'arriveHome';
  readonly body?: { readonly atHome: true };
  /** `reason`: one of these first; `county`: who takes over; `call`: answered or not; `info`: what was learnt. */
  readonly form: 'direct' | 'reason' | 'county' | 'call' | 'day' | 'info';
  readonly reasons?: readonly Reason[];
};
export type Reason =
  | 'ASK_PLACE'
  | 'NOT_REACHED'
  | 'CHANGED_MIND'
  | 'NOT_POSSIBLE'
  | 'NO_PLACE'
  | 'CONFIRMED'
  | 'DONE_ON_PAPER';

export const personActs: readonly PersonAct[] = [
  { act: 'acknowledge', form: 'direct' },
  { act: 'arrive', form: 'direct' },
  { act: 'arrive', as: 'arriveHome', body: { atHome: true }, form: 'direct' },
  { act: 'setOut', form: 'direct' },
  { act: 'recordCall', form: 'call' },
  { act: 'addInfo', form: 'info' },
  { act: 'askInfo', form: 'reason', reasons: ['ASK_PLACE', 'NOT_REACHED'] },
  { act: 'replan', form: 'day' },
  { act: 'search', form: 'reason', reasons: ['NOT_REACHED'] },
  { act: 'passThrough', form: 'direct' },
  { act: 'leaveCounty', form: 'direct' },
  { act: 'adviseDefer', form: 'reason', reasons: ['NO_PLACE'] },
  { act: 'handOut', form: 'county', reasons: ['CONFIRMED'] },
  { act: 'foundElsewhere', form: 'county', reasons: ['CONFIRMED'] },
  { act: 'confirmHandOut', form: 'county' },
  { act: 'takeBack', form: 'direct' },
  { act: 'proveNotComing', form: 'reason', reasons: ['CONFIRMED'] },
  { act: 'endSearch', form: 'reason', reasons: ['CONFIRMED'] },
  { act: 'cancel', form: 'reason', reasons: ['CHANGED_MIND', 'NOT_POSSIBLE'] },
];

/** What most likely comes now, by what the server says is next; the first of them that the viewer may do. */
const likely: Readonly<Record<string, readonly string[]>> = {
  ACKNOWLEDGE: ['acknowledge', 'arrive'],
  CALL: ['recordCall', 'arrive'],
  ARRIVE: ['arrive'],
  FIND_OUT: ['search', 'arrive'],
  SEARCH: ['recordCall', 'arrive', 'endSearch'],
  LEAVE_COUNTY: ['leaveCounty'],
  CONFIRM_HAND_OUT: ['confirmHandOut'],
};

type Person = Pick<TravellerRow, 'actions' | 'next' | 'plannedAt'>;

/** The one thing to offer at once; undefined where nothing is likelier than the rest, or nothing may be done. Pure. */
export function likelyAct({ actions, next, plannedAt }: Person, now: Date): PersonAct | undefined {
  const isAhead = plannedAt !== undefined && dayOf(new Date(plannedAt)) > dayOf(now);
  // days before the arrival somebody sets out; "here" by mistake would begin everything that follows
  const first = isAhead ? ['acknowledge', 'recordCall', 'setOut'] : [];
  const wanted = next === undefined ? [] : [...first, ...(likely[next.what] ?? [])];
  const act = wanted.find((one) => actions.includes(one));
  return personActs.find((one) => one.act === act);
}

/** What this viewer may do, in order. At home already is another word for here where a car would come to fetch them. Pure. */
export function offered({ actions, destination, links, ownWay }: TravellerView): PersonAct[] {
  const isFetched =
    ownWay !== undefined || links?.some(({ link, state }) => link === 'TRANSFER' && !over.includes(state));
  const hasHome = destination === 'HOUSEHOLD' && isFetched;
  return personActs.filter(({ act, as }) => actions.includes(act) && (as === undefined || hasHome));
}
const over: readonly string[] = chainLinkLifecycle.terminal;

const dayMs = 24 * 60 * 60 * 1000;

/** A day later than planned, or than now when the plan is over. Pure. */
export function aDayLater(plannedAt: string | undefined, now: Date): string {
  const from = plannedAt === undefined ? now.getTime() : Math.max(Date.parse(plannedAt), now.getTime());
  return new Date(from + dayMs).toISOString();
}
