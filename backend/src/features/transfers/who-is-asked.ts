import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { holdsRole, type PersonActor } from '../../lifecycle';
import type { FetchedPerson } from '../quarantine';
import { whoIn } from './sealed-words';
import type { TransferDeps } from './transfer.deps';
import { askers } from './transfer.policy';
import { transferRepository } from './transfer.repository';
import { wrong } from './verb';

/** Whom a trip is asked for, with the place they live in now. */
type Asked = Omit<FetchedPerson, 'scope'>;

/**
 * Somebody in quarantine, somebody who comes, or somebody on the list of a trip: only whom the asker has to do with.
 * @throws Problem invalid-input naming whom nobody knows here
 */
export async function whoIsAsked(deps: TransferDeps, actor: PersonActor, person: string, at: number): Promise<Asked> {
  const known = (await deps.personFor(actor, person)) ?? (await passengerFor(deps, actor, person));
  if (!known || !holdsRole(actor, askers, known.scope, deps.now())) {
    throw wrong(`people/${at}/person`, 'is nobody who is known here');
  }
  const { scope: _scope, ...asked } = known;
  const room = await deps.roomOf(actor.county, [...new Set([person, asked.about])]);
  return room ? { ...asked, pickup: `${room.siteName} ${room.label}`, pickupArea: areaId(room.area) } : asked;
}

async function passengerFor(
  deps: TransferDeps,
  { county }: PersonActor,
  id: string,
): Promise<FetchedPerson | undefined> {
  const found = await transferRepository(deps.connection).passenger(county, id);
  if (!found) return undefined;
  const { about, area, scope, household, parties = [], detail } = found;
  const who = whoIn(await deps.cipherOf(county), found);
  const placed = { county, about, area: areaId(area), scope, parties, code: detail.code, who };
  return { ...placed, ...(household ? { household } : {}) };
}
