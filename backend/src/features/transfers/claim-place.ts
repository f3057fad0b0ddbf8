import { untilKnown } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { longestWriteMs } from '../../reservations';
import type { TransferOpening } from '../quarantine';
import { isPassengerOver, type Passenger } from './passenger';
import { isByAmbulance } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { transferRepository } from './transfer.repository';
import { passengers } from './transfers';

/** So often somebody may be asked for by hand. Ours. */
const askedAtMost = 1_000;

/** The place that is theirs now, or the trip on which they have one already. */
export type Claimed = { readonly id: string } | { readonly open: string };

/**
 * Somebody's next place, under an id that says whose it is and the how-manieth: of two who claim it at once, the database
 * lets one in, also where they know one person by two records. Whom an ambulance comes for may have a place of ours as well;
 * that one is given up by what becomes of them.
 * @param made the place, ready to be stored
 */
export async function claimPlace(
  deps: TransferDeps,
  { county, about, byAmbulance }: TransferOpening,
  trip: string,
  made: (id: string) => Promise<Passenger>,
): Promise<Claimed> {
  const { own, others } = await deps.everyName(county, about);
  const open = await openElsewhere(deps, county, [about, ...others], trip, byAmbulance === true);
  if (open !== undefined) return { open };
  const mode = byAmbulance ? '120' : 'car';
  // one word for all names of one person, while they are one: two who ask for two of them claim the same place
  const whose = others.length > 0 ? [...own, ...others].sort() : [about];
  for (let nth = 0; nth < askedAtMost; nth++) {
    const id = derivedId(county, ...whose, 'asked for', mode, String(nth));
    const there = await placeUnder(deps, county, id, made);
    if (!isPassengerOver(there)) return there.detail.trip === trip ? { id } : { open: there.detail.trip };
  }
  throw new Error(`${about} was asked for ${askedAtMost} times`);
}

/** Whatever place stands under an id now: the one that was there, or the one that is stored. */
async function placeUnder(
  deps: TransferDeps,
  county: string,
  id: string,
  made: (id: string) => Promise<Passenger>,
): Promise<Passenger> {
  const stored = transferRepository(deps.connection);
  const before = await stored.passenger(county, id);
  if (before) return before;
  const place = await made(id);
  const isOurs = await untilKnown(() => passengers(deps).insert(place));
  return isOurs ? place : ((await stored.passenger(county, id)) ?? place);
}

/** An open place on another trip; one whose trip never came to be, since its asker broke off, is given up. */
async function openElsewhere(
  deps: TransferDeps,
  county: string,
  names: readonly string[],
  trip: string,
  onlyAmbulances: boolean,
): Promise<string | undefined> {
  const stored = transferRepository(deps.connection);
  for (const place of await stored.openPassengersOf(county, names)) {
    if (place.detail.trip === trip) continue;
    const other = await stored.byId(county, place.detail.trip);
    if (other && onlyAmbulances && !isByAmbulance(other)) continue;
    const isOrphan = !other && place.createdAt.getTime() < deps.now().getTime() - longestWriteMs;
    if (!isOrphan) return place.detail.trip;
    await passengers(deps).follow(place, 'dropOut', { reason: 'NOT_ASKED' });
  }
  return undefined;
}

/** Places of a trip that does not come to be; whoever has one under another trip keeps it. */
export async function giveUpPlaces(
  deps: TransferDeps,
  county: string,
  claimed: readonly Pick<TransferOpening, 'id'>[],
  trip: string,
): Promise<void> {
  for (const { id: _id } of claimed) {
    const guard = { 'detail.trip': trip };
    await passengers(deps).follow({ county, _id }, 'dropOut', { reason: 'NOT_ASKED', guard });
  }
}
