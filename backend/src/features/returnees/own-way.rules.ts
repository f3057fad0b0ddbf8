import type { OwnWayView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { type TripStanding, travelsClosed } from '../quarantine';
import type { StoredVerdict } from './judge.rules';
import { type Traveller, travellerMachine } from './traveller';
import { wayToGo } from './way-to-go.rules';

/**
 * Whoever travels in a closed loop is brought from door to door: the rules name the transfer beside the days (handbook C11 and
 * 5, high and medium risk). For days at home it is ours, and a township may approve the own way instead (2.4, SELF_DRIVE). Pure.
 */
export function mustBeFetched({ decided }: Pick<StoredVerdict, 'decided'>): boolean {
  return decided !== undefined && travelsClosed(wayToGo(decided));
}

const sayable: readonly string[] = travellerMachine.actions.comeOwnWay.from;

/**
 * Whether somebody may say how they come home; undefined: nobody fetches them anyway, or they are here. Pure.
 * @param trip how far the trip is that would fetch them
 */
export function ownWayOf(
  { state, detail }: Pick<Traveller, 'state' | 'detail'>,
  verdict: StoredVerdict | undefined,
  trip: TripStanding | undefined,
): OwnWayView | undefined {
  if (!sayable.includes(state) || verdict?.links.TRANSFER !== 'WAITING') return undefined;
  if (mustBeFetched(verdict)) return { is: 'MUST_BE_FETCHED' };
  const { how } = detail.way ?? {};
  return { is: trip === undefined || trip === 'ASKED' ? 'OPEN' : 'PLANNED', ...(how ? { how } : {}) };
}

/** What is offered to whoever looks at one person: to say it, or to take it back, and neither where there is no sense in it. Pure. */
export function sensible(actions: readonly string[], ownWay: OwnWayView | undefined): string[] {
  const wanted = ownWay?.is === 'OPEN' ? (ownWay.how ? 'letFetch' : 'comeOwnWay') : undefined;
  return actions.filter((action) => !ownWayActions.includes(action) || action === wanted);
}

const ownWayActions: readonly string[] = ['comeOwnWay', 'letFetch'];
