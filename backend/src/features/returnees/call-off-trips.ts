import type { TransferGoal } from '@grid-relief/shared-types/transfers/transfer.schema';
import { atHome } from '../quarantine';
import { isLinkOver, type Link } from './chain-link';
import { recordsOfPerson } from './records-of-person';
import type { ReturneeDeps } from './returnee.deps';
import type { Traveller } from './traveller';

/** States in which somebody is not here, or is another county's. */
const notHere: readonly string[] = ['CANCELLED', 'LEFT_COUNTY', 'HANDED_OUT'];
/** To care goes whoever needs it, whatever is written of the trip into the county. */
const homeOrSite: readonly TransferGoal[] = ['HOME', 'SITE'];

/**
 * A trip that somebody has asked for by hand is called off as the one of the chain is: nobody fetches home whoever is there
 * already, and nobody fetches whoever does not come (handbook 2.2, 2.4). However often, it comes to the same.
 */
export async function callOffTrips(deps: ReturneeDeps, traveller: Traveller): Promise<void> {
  const { state, history, detail } = traveller;
  const { homeSaidAt } = detail;
  if (homeSaidAt) await callOff(deps, traveller, { goals: ['HOME'], until: homeSaidAt, reason: atHome });
  const until = history.at(-1)?.recordedAt;
  if (until && notHere.includes(state)) {
    await callOff(deps, traveller, { goals: homeOrSite, until, reason: 'NOT_NEEDED' });
  }
}

/** The same where it was said on the link that brings them here. */
export async function callOffWithLink(deps: ReturneeDeps, link: Link): Promise<void> {
  const { county, variant, history, detail } = link;
  const until = detail.endedAt;
  if (variant !== 'TRANSFER' || !until || !isLinkOver(link) || history.at(-1)?.reason !== atHome) return;
  await callOff(deps, { county, _id: detail.traveller }, { goals: ['HOME'], until, reason: atHome });
}

type Whose = Pick<Traveller, 'county' | '_id'>;
type Trips = Pick<Parameters<ReturneeDeps['transfers']['callOff']>[0], 'goals' | 'until' | 'reason'>;

/** Also what was asked for under the record before this one. */
async function callOff(deps: ReturneeDeps, { county, _id }: Whose, trips: Trips): Promise<void> {
  for (const about of await recordsOfPerson(deps, county, [_id])) {
    await deps.transfers.callOff({ county, about, ...trips });
  }
}
