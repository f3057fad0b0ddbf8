import { atHome } from '../quarantine';
import { failuresOf, isLinkOver, type Link, passengerIdOf } from './chain-link';
import type { Traveller } from './traveller';

/** How the way home stands, by which places on trips are told apart. */
type OnTheWay = Pick<Traveller, 'detail'>;

/** How often the place that a link asks for has become another one: by each failure, and each time the way home has changed. */
const askedBefore = ({ detail }: OnTheWay, link: Pick<Link, 'history'>) =>
  failuresOf(link).length + (detail.way?.changes ?? 0);

/** The place on a trip that a link asks for now. Pure. */
export function presentPlace(traveller: OnTheWay, link: Pick<Link, 'county' | '_id' | 'history'>): string {
  return passengerIdOf(link.county, link._id, askedBefore(traveller, link));
}

/** A place that nobody needs any more, and why. */
export interface FormerPlace {
  readonly county: string;
  readonly id: string;
  readonly reason: string;
}

/** Places that were asked for before the present one; of a link that is over the present one as well. Pure. */
export function formerPlaces(traveller: OnTheWay, link: Link): FormerPlace[] {
  const { county, _id } = link;
  const isOver = isLinkOver(link);
  const count = askedBefore(traveller, link) + (isOver ? 1 : 0);
  const reason = isOver ? whyOver(link) : whyChanged(traveller, link);
  return Array.from({ length: count }, (_, nth) => ({ county, id: passengerIdOf(county, _id, nth), reason }));
}

const whyOver = ({ state, history }: Link) => (history.at(-1)?.reason === atHome ? atHome : `LINK_${state}`);

function whyChanged({ detail: { homeAt, way } }: OnTheWay, { state }: Link): string {
  if (homeAt) return atHome;
  if (way === undefined) return `LINK_${state}`;
  return way.how ? 'LINK_OWN_WAY' : 'LINK_FETCHED_AFTER_ALL';
}
