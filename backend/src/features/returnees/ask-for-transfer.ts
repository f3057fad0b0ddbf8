import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { TransferOpening } from '../quarantine';
import { formerPlaces, presentPlace } from './asked-places';
import { failuresOf, type Link } from './chain-link';
import type { StoredVerdict } from './judge.rules';
import { mustBeFetched } from './own-way.rules';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { links } from './returnees';
import { openSaid, openVerdict } from './said';
import { countedHere, type Traveller, type TravellerSaid } from './traveller';
import { wayToGo } from './way-to-go.rules';

/** By a link that was refused at the door a new trip is asked for at once. */
const askedAnew = 'REFUSED';
/** By one of somebody who was not there, once that person is found; any other failure is for people to look at. */
const askedWhenFound = 'NOT_THERE';

/**
 * Whether the link asks for a trip now: as it begins, after a refusal, when whoever was looked for is found, and when
 * somebody tries again. Pure.
 * @param foundAt when the person was last found after a search
 */
export function asksForTransfer({ state, history }: Pick<Link, 'state' | 'history'>, foundAt?: Date): boolean {
  if (state === 'WAITING') return true;
  const failures = failuresOf({ history });
  const last = failures.at(-1);
  if (state === 'FAILED' && last?.reason === askedWhenFound) return foundAt !== undefined && foundAt >= last.recordedAt;
  if (state === 'FAILED') return last?.reason === askedAnew;
  // begun by hand it is somebody else's car; begun again after a failure, it is ours
  return state === 'STARTED' && failures.length > 0;
}

/**
 * Somebody who comes is fetched from door to door, and the trip is asked for before the arrival where there is notice
 * (handbook 2.2, C11); however often, it is one place on one trip.
 */
export async function askForTransfer(deps: ReturneeDeps, traveller: Traveller, link: Link | undefined): Promise<void> {
  if (!link) return;
  const isStarted = link.state === 'STARTED' && failuresOf(link).length === 0 && !wasByHand(link);
  // begun by its own trip: asked again only so that the hours run from the arrival
  const foundAt = foundAgainAt(traveller);
  if (!asksForTransfer(link, foundAt) && !isStarted) return;
  const verdict = await openVerdict(deps, traveller);
  if (!verdict?.decided) return;
  // the way has changed: nobody has a place on two trips
  if (traveller.detail.way) await giveUp(deps, traveller, link);
  await deps.transfers.open(await openingFor(deps, traveller, link, verdict.decided));
  if (!asksForTransfer(link, foundAt)) return;
  // over in this very moment, it would be asked for by nobody
  const now = await links(deps).byId(traveller.county, link._id);
  if (now) await giveUp(deps, traveller, now);
}

async function openingFor(
  deps: ReturneeDeps,
  traveller: Traveller,
  link: Link,
  decided: NonNullable<StoredVerdict['decided']>,
): Promise<TransferOpening> {
  const { county, _id: about, area, household, parties = [], detail } = traveller;
  const said = await openSaid(deps, traveller);
  const ownWay = mustBeFetched({ decided }) ? undefined : detail.way?.how;
  // from the door nobody goes along who is still on the train
  const together = (detail.homeAt && household) || detail.report;
  return {
    ...{ id: presentPlace(traveller, link), county, about, link: link._id, together },
    ...{ ...wayToGo(decided), area: areaId(area), parties, code: detail.code },
    ...(household ? { household } : {}),
    ...(ownWay ? { ownWay } : {}),
    ...(said
      ? {
          who: { name: said.name, ...(said.phone ? { phone: said.phone } : {}) },
          pickup: await pickupOf(deps, traveller, said),
        }
      : {}),
    from: foundAgainAt(traveller) ?? countedHere(detail) ?? detail.plannedAt ?? traveller.createdAt,
    minutes: link.detail.minutes,
  };
}

/** Where they are fetched: off the train or the road, and whoever comes by neither, at the door they named. */
async function pickupOf(
  deps: ReturneeDeps,
  { county, household, detail }: Traveller,
  { transport, entry, place }: TravellerSaid,
): Promise<string | undefined> {
  const onTheWay = [transport, entry].filter(Boolean).join(' · ');
  // at a post they are on the road still, and by themselves they are fetched nowhere
  const isOnRoad = detail.foundBy === 'CHECKPOINT' || detail.way?.how !== undefined;
  if (!detail.homeAt && (onTheWay || isOnRoad)) return onTheWay || undefined;
  return place ?? (household ? deps.doorCodeOf(county, household) : undefined);
}

/** When somebody who was looked for was seen here again. Pure. */
export function foundAgainAt({ history }: Pick<Traveller, 'history'>): Date | undefined {
  return history.findLast(({ action, from }) => action === 'arrive' && from === 'SEARCH')?.recordedAt;
}

const wasByHand = ({ history }: Link) => history.some(({ action }) => action === 'startByHand');

/** A link that is over or has failed needs its place on a trip no more; whoever is on board goes on. */
export async function dropTransfer(deps: ReturneeDeps, link: Link): Promise<void> {
  if (link.variant !== 'TRANSFER') return;
  const traveller = await returneeRepository(deps.connection).byId(link.county, link.detail.traveller);
  if (traveller) await giveUp(deps, traveller, link);
}

async function giveUp(deps: ReturneeDeps, traveller: Traveller, link: Link): Promise<void> {
  for (const place of formerPlaces(traveller, link)) await deps.transfers.withdraw(place);
}
