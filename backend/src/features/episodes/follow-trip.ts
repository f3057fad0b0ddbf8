import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { TransferGoal } from '@grid-relief/shared-types/transfers/transfer.schema';
import { derivedId } from '../../platform/ids';
import { atHome, type FetchedPerson, type SiteRoom } from '../quarantine';
import type { Episode } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { namesInRooms } from './follow-room';
import { openWho } from './read-episodes';
import { formerActs, saidHomeAt, tripFor, wasInHospital } from './trip.rules';

const passengerIdOf = ({ county, _id }: Pick<Episode, 'county' | '_id'>, act: string) =>
  derivedId(county, _id, 'fetched', act);

/** Asks for the trip that somebody needs now, and gives up those that they need no more; however often, it comes to the same. */
export async function followTrip(deps: EpisodeDeps, record: Episode): Promise<void> {
  const { county } = record;
  const room = await deps.rooms.roomOf(county, namesInRooms(record));
  const wanted = tripFor(record, room !== undefined);
  for (const act of formerActs(record, wanted?.act)) {
    const id = passengerIdOf(record, act);
    if (wasInHospital(record, act)) await deps.transfers.wasThere({ county, id });
    await deps.transfers.withdraw({ county, id, reason: 'NOT_NEEDED' });
  }
  await callOffTrips(deps, record);
  if (!wanted) return;
  const { act, ...trip } = wanted;
  const { scope: _scope, ...person } = await fetchedPerson(deps, record, room);
  // who lives together and is in one place goes in one car; an ambulance takes one
  const home = trip.byAmbulance ? record._id : (record.household ?? record._id);
  const together = derivedId(county, home, 'together', trip.byAmbulance ? act : (room?.area ?? 'home'));
  await deps.transfers.open({ ...person, ...trip, id: passengerIdOf(record, act), together });
}

const anywhere: readonly TransferGoal[] = ['SITE', 'HOME', 'HOSPITAL'];

/**
 * What somebody else has asked for by hand goes the same way: nobody is sent for the dead, or to talk to them about what they
 * refused, and nobody home for who is there.
 */
async function callOffTrips(deps: EpisodeDeps, record: Episode): Promise<void> {
  const { county, _id, about = _id, state } = record;
  const until = saidHomeAt(record);
  if (until) await deps.transfers.callOff({ county, about, goals: ['HOME'], until, reason: atHome });
  if (state !== 'DECEASED') return;
  await deps.transfers.callOff({ county, about, goals: anywhere, until: deps.now(), reason: 'NOT_NEEDED' });
  await deps.refusals.withdrawAll({ county, about, reason: 'ENDED' });
}

/** Somebody in quarantine as a trip knows them, and where they are fetched: their room, or their door. */
export async function fetchedPerson(
  deps: EpisodeDeps,
  record: Episode,
  room: SiteRoom | undefined,
): Promise<FetchedPerson> {
  const { county, _id, about = _id, area, scope, household, parties = [] } = record;
  const [who, doors] = await Promise.all([
    openWho(deps, record),
    household && !room ? deps.doorCodes(county, [household]) : undefined,
  ]);
  const pickup = room ? `${room.siteName} ${room.label}` : doors?.get(household ?? '');
  return {
    ...{ county, about, area: areaId(area), parties, code: _id.slice(-4).toUpperCase() },
    scope: [...new Set([...scope, ...(room ? [room.area] : [])])],
    ...(household ? { household } : {}),
    ...(who ? { who: { name: who.name, ...(who.phone ? { phone: who.phone } : {}) } } : {}),
    ...(pickup ? { pickup } : {}),
    ...(room ? { pickupArea: room.area } : {}),
  };
}
