import { Problem } from '../../http/problem';
import { derivedId } from '../../platform/ids';
import type { Beds, BedWish, KeptBed } from '../quarantine';
import { type BedClaim, bedClaims } from './bed-claim.repository';
import { livedIn, type Room, type RoomAction, type RoomBody } from './room';
import { roomTakenBy } from './room-taken-by';
import { siteRepository } from './site.repository';
import { rooms } from './sites';
import type { SiteDeps } from './sites.deps';
import { inOrderOfRoom, isLow } from './stock.rules';
import { stockOf } from './watch-stock';

/** Each round that fails, somebody else has got a room: there are no more rounds than rooms. */
const rounds = 500;

/** The beds of all sites, for whoever sends people to them (handbook 2.4: a bed is reserved first). */
export function openBeds(deps: SiteDeps): Beds {
  const keep = (wish: BedWish) => keepBed(deps, wish);
  return {
    keep,
    async giveBack(county, heldFor) {
      for (const room of await siteRepository(deps.connection).heldFor(county, heldFor)) {
        await freeRoom(deps, room, heldFor);
      }
    },
    takenBy: (county, people) => roomTakenBy(deps, county, people),
    moveIn: (county, heldFor, site) => moveIn(deps, county, heldFor, site),
    list: (county) => listBeds(deps, county),
  };
}

/** Only while it is still kept for this one. */
async function freeRoom(deps: SiteDeps, room: Room, heldFor: string): Promise<void> {
  if (room.state !== 'RESERVED') return;
  const guard = { 'detail.heldFor': heldFor };
  await rooms(deps).follow(room, 'unreserve', { because: String(room.revision), guard });
}

async function keepBed(deps: SiteDeps, wish: BedWish): Promise<KeptBed | undefined> {
  const { county, site, for: heldFor } = wish;
  const claims = bedClaims(deps.connection);
  for (let round = 0; round < rounds; round++) {
    const claim = await claims.of(county, heldFor);
    const whole = withPerson(wish, claim);
    const room = claim?.site === site ? await hold(deps, whole, claim.room) : undefined;
    if (!room) {
      const next = await roomFor(deps, wish);
      if (next === undefined) return undefined;
      const { about } = whole;
      const to = { site, room: next, at: deps.now(), ...(about === undefined ? {} : { about }) };
      await claims.point(county, heldFor, claim, to);
      continue;
    }
    // asked for another site meanwhile: that one counts
    if ((await claims.of(county, heldFor))?.room !== room._id) {
      await freeRoom(deps, room, heldFor);
      continue;
    }
    await freeOthers(deps, wish, room._id);
    return keptOf(deps, room);
  }
  throw new Error(`no bed for ${heldFor} after ${rounds} rounds`);
}

/** Whoever was named once is known the next time. */
function withPerson(wish: BedWish, claim: BedClaim | null): BedWish {
  const about = wish.about ?? claim?.about;
  return about === undefined ? wish : { ...wish, about };
}

/** The room that is kept there for this one already, or any clean one: who asks at once is spread over them. */
async function roomFor(deps: SiteDeps, { county, site, for: heldFor }: BedWish): Promise<string | undefined> {
  const stored = siteRepository(deps.connection);
  const held = async () => (await stored.heldFor(county, heldFor)).find(({ about }) => about === site)?._id;
  const already = await held();
  if (already !== undefined) return already;
  const house = await stored.site(county, site);
  if (!house || house.state === 'CLOSED' || house.detail.intakeClosed) return undefined;
  const clean = await stored.cleanOf(county, site);
  // of two who ask for the same at once, one may have taken the last room between these looks
  return clean[spread(heldFor, clean.length)]?._id ?? held();
}

const spread = (word: string, over: number): number =>
  over === 0 ? 0 : [...word].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003, 7) % over;

/** Keeps this very room, for two hours from now. @returns undefined when somebody else has it */
async function hold(deps: SiteDeps, wish: BedWish, id: string): Promise<Room | undefined> {
  const room = await siteRepository(deps.connection).room(wish.county, id);
  if (!room) return undefined;
  const isTheirs = room.detail.heldFor === wish.for;
  if (isTheirs && livedIn.includes(room.state)) return room;
  if (isTheirs && room.state === 'RESERVED') return actOn(deps, room, 'keepLonger', wish, bodyOf(wish));
  if (room.state !== 'CLEAN') return undefined;
  return actOn(deps, room, 'reserve', wish, { ...bodyOf(wish), heldFor: wish.for });
}

const bodyOf = ({ about, expectedAt, heads }: BedWish): RoomBody => ({
  ...(about === undefined ? {} : { person: about }),
  ...(expectedAt ? { expectedAt: expectedAt.toISOString() } : {}),
  ...(heads === undefined ? {} : { heads }),
});

/** One act of the product as the record was read: whoever wrote in between was faster. @returns undefined when so */
async function actOn(
  deps: SiteDeps,
  { _id: id, revision }: Room,
  action: RoomAction,
  { county, for: heldFor }: Pick<BedWish, 'county' | 'for'>,
  body: RoomBody,
  opId = derivedId(county, id, heldFor, action, String(revision), JSON.stringify(body)),
): Promise<Room | undefined> {
  const actor = { system: 'outbox', county } as const;
  try {
    return (await rooms(deps).act({ county, id, action, actor, opId, body, guard: { revision } })).document;
  } catch (error) {
    if (error instanceof Problem && ['transition-not-allowed', 'changed-meanwhile'].includes(error.type))
      return undefined;
    throw error;
  }
}

/** Whoever goes to another site now has no bed at the old one. */
async function freeOthers(deps: SiteDeps, { county, for: heldFor }: BedWish, room: string): Promise<void> {
  for (const other of await siteRepository(deps.connection).heldFor(county, heldFor)) {
    if (other._id !== room) await freeRoom(deps, other, heldFor);
  }
}

const keptOf = (deps: SiteDeps, { _id: room, detail, dueAt }: Room): KeptBed => ({
  ...{ room, label: detail.label, until: dueAt ?? deps.now() },
});

/** The bed of somebody who is there now: once, also when the keeping has run out. */
async function moveIn(deps: SiteDeps, county: string, heldFor: string, site: string) {
  const stored = siteRepository(deps.connection);
  const opId = derivedId(county, heldFor, 'moves in');
  const claim = await bedClaims(deps.connection).of(county, heldFor);
  const before = claim && (await stored.room(county, claim.room));
  // told once more, perhaps long after: also of somebody who has left since
  if (before?.history.some((entry) => entry.opId === opId)) return { room: before._id, label: before.detail.label };
  for (let round = 0; round < rounds; round++) {
    const wish = { county, site, for: heldFor };
    const kept = await keepBed(deps, wish);
    const room = kept && (await stored.room(county, kept.room));
    if (!room) return undefined;
    const isThere = livedIn.includes(room.state) && room.detail.heldFor === heldFor;
    const done = isThere ? room : await actOn(deps, room, 'occupy', wish, {}, opId);
    if (done) return { room: done._id, label: done.detail.label };
  }
  throw new Error(`${heldFor} did not move in after ${rounds} rounds`);
}

async function listBeds({ connection }: SiteDeps, county: string) {
  const stored = siteRepository(connection);
  const [houses, found] = await Promise.all([stored.sitesIn(county, [county]), stored.countedIn(county, [county])]);
  const counted = houses.map((house) => ({
    ...{ house, name: house.detail.name },
    ...stockOf(
      house,
      found.filter(({ about }) => about === house._id),
    ),
  }));
  return inOrderOfRoom(counted).map((one) => ({
    ...{ site: one.house._id, name: one.name, area: one.house.area, rooms: one.rooms },
    ...{ free: one.house.detail.intakeClosed ? 0 : one.free, low: isLow(one) },
  }));
}
