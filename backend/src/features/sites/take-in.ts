import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { WalkIn } from '@grid-relief/shared-types/quarantine/site.schema';
import { Problem } from '../../http/problem';
import { canonicalText, holdsRole, inputHash, type PersonActor } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { openBeds } from './open-beds';
import { livedIn, type Room } from './room';
import type { Site } from './site';
import { siteRepository } from './site.repository';
import { rooms } from './sites';
import type { SiteDeps } from './sites.deps';

/**
 * Somebody who stands at the door gets a room, whoever they are (handbook 2.12). The room first: what is not there cannot
 * be given. Every step is one that a repeat finds done.
 * @throws Problem not-found, no-bed with the sites that have room, id-taken, and for a named room what holds it
 */
export async function takeIn(deps: SiteDeps, actor: PersonActor, id: string, walkIn: WalkIn): Promise<Room> {
  const { county } = actor;
  const site = await siteRepository(deps.connection).site(county, id);
  if (!site || !holdsRole(actor, 'SITE_MANAGER', site.scope, deps.now())) throw new Problem('not-found');
  const room = await roomFor(deps, actor, site, walkIn);
  const { id: heldFor, name, phone, idNumber, symptoms, stays } = walkIn;
  const who = { name, symptoms, ...(phone ? { phone } : {}), ...(idNumber ? { idNumber } : {}) };
  const { person, area } = await deps.registerWalkIn({
    ...{ id: heldFor, county, area: areaId(site.area), place: site.detail.name, who, stays },
    ...{ by: actor.personId, draftHash: actor.asked ?? inputHash('takeInWalkIn', canonicalText(walkIn)) },
  });
  await livesIn(deps, actor, room, { heldFor, person, area });
  await deps.moveLink({ county, about: person, link: 'TRANSFER', how: 'finish', because: heldFor });
  return (await siteRepository(deps.connection).room(county, room._id)) ?? room;
}

/** The named one, or any: kept for this very person. */
async function roomFor(deps: SiteDeps, actor: PersonActor, site: Site, { id: heldFor, room: wanted }: WalkIn) {
  const { county } = actor;
  const stored = siteRepository(deps.connection);
  if (wanted === undefined) {
    const kept = await openBeds(deps).keep({ county, site: site._id, for: heldFor });
    const room = kept && (await stored.room(county, kept.room));
    if (!room) throw await noBed(deps, site);
    return room;
  }
  const room = await stored.room(county, wanted);
  if (!room || room.about !== site._id) throw new Problem('not-found');
  if (site.detail.intakeClosed) throw await noBed(deps, site);
  if (room.detail.heldFor === heldFor) return room;
  const opId = derivedId(county, heldFor, 'room', wanted);
  return (await rooms(deps).act({ county, id: wanted, action: 'reserve', actor, opId, body: { heldFor } })).document;
}

interface Guest {
  readonly heldFor: string;
  readonly person: string;
  readonly area: string;
}

async function livesIn(
  deps: SiteDeps,
  actor: PersonActor,
  room: Room,
  { heldFor, person, area }: Guest,
): Promise<void> {
  const { county } = actor;
  if (livedIn.includes(room.state) && room.detail.heldFor === heldFor) return;
  const act = (action: 'keepLonger' | 'occupy', body: object) =>
    rooms(deps).act({
      ...{ county, id: room._id, action, actor, opId: derivedId(county, heldFor, action), body },
      guard: { 'detail.heldFor': heldFor },
    });
  await act('keepLonger', { person });
  await act('occupy', { walkedInFrom: area });
}

async function noBed(deps: SiteDeps, { _id, county, state, revision }: Site): Promise<Problem> {
  const others = (await openBeds(deps).list(county)).filter(({ site, free }) => site !== _id && free > 0);
  const sites = others.map(({ site, name, free }) => ({ site, name, free }));
  return new Problem('no-bed', undefined, { state, revision, next: 'site', sites });
}
