import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type {
  RoomCounts,
  RoomGuest,
  RoomView,
  SiteRow,
  SiteView,
} from '@grid-relief/shared-types/quarantine/site.schema';
import { type PersonActor, permittedActions } from '../../lifecycle';
import { type Room, roomMachine } from './room';
import { type Site, siteMachine } from './site';
import type { CountedRoom } from './site.repository';
import type { SiteDeps } from './sites.deps';
import { isLow } from './stock.rules';
import { stockOf } from './watch-stock';

/** Everything a view is made of. */
export interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: SiteDeps['areaName'];
  /** Empty for whoever has no business to know who lives there. */
  readonly guests: ReadonlyMap<string, RoomGuest>;
}

function countsOf(found: readonly CountedRoom[]): RoomCounts {
  const inState = (state: string) => found.filter((room) => room.state === state).length;
  return {
    ...{ clean: inState('CLEAN'), reserved: inState('RESERVED'), occupied: inState('OCCUPIED') },
    ...{ sampled: inState('SAMPLED'), cleaning: inState('CLEANING'), outOfUse: inState('OUT_OF_USE') },
  };
}

/** A site in a list: nobody's name. Pure; ids and areas passed their schema when they came in. */
export function siteRow({ actor, now, areaName }: Seen, site: Site, found: readonly CountedRoom[]): SiteRow {
  const { _id: id, state, revision, detail } = site;
  const area = areaId(site.area);
  const stock = stockOf(site, found);
  const { intakeClosed: closed } = detail;
  const pointless = closed ? 'closeIntake' : 'openIntake';
  const onTheWay = found.filter((room) => room.state === 'RESERVED');
  const row = {
    ...{ id, name: detail.name, state, revision, area, areaName: areaName(area), threshold: detail.threshold },
    ...{ rooms: stock.rooms, counts: countsOf(found), isLow: isLow(stock) },
    arriving: onTheWay.reduce((sum, room) => sum + (room.detail.heads ?? 1), 0),
    ...(closed ? { intakeClosed: { since: closed.at.toISOString(), reason: closed.reason } } : {}),
    actions: permittedActions(siteMachine, site, actor, now).filter((one) => one !== pointless),
  };
  return row as SiteRow;
}

/** The same with its rooms, in the order of the doors. Pure. */
export function siteView(seen: Seen, site: Site, found: readonly Room[]): SiteView {
  const list = [...found].sort((a, b) => a.detail.label.localeCompare(b.detail.label, 'zh', { numeric: true }));
  return { ...siteRow(seen, site, found), roomList: list.map((room) => roomView(seen, room)) };
}

/** One room as this viewer may see it. Pure. */
export function roomView({ actor, now, guests }: Seen, room: Room): RoomView {
  const { _id: id, about: site, state, revision, createdAt, history, dueAt, detail } = room;
  const { label, person, expectedAt, heads, sampled } = detail;
  const guest = person === undefined ? undefined : guests.get(person);
  const view = {
    ...{ id, site, label, state, revision, since: (history.at(-1)?.recordedAt ?? createdAt).toISOString() },
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    ...(expectedAt ? { expectedAt: expectedAt.toISOString() } : {}),
    ...(heads === undefined ? {} : { heads }),
    ...(sampled ? { sampledAt: sampled.at.toISOString() } : {}),
    ...(guest ? { guest } : {}),
    actions: permittedActions(roomMachine, room, actor, now),
  };
  return view as RoomView;
}
