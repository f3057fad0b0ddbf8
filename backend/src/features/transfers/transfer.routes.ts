import {
  passengerActions,
  transferQueries as queries,
  transferActions,
} from '@grid-relief/shared-types/transfers/transfer.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { type PageQuery, pageOfRecords } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, householdsOf, type PersonActor } from '../../lifecycle';
import { askByHand } from './ask-by-hand';
import { choicesFor } from './choices';
import type { Passenger } from './passenger';
import { revealPassenger } from './reveal-passenger';
import type { Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { crewRoles, seeingRoles, standingOf } from './transfer.policy';
import { isLate, passengerView, rowOf, type Seen, viewOf } from './transfer.presenter';
import { transferRepository } from './transfer.repository';
import { passengers, transfers } from './transfers';

async function seenBy(deps: TransferDeps, actor: PersonActor, trips: readonly Transfer[]): Promise<Seen> {
  const drivers = trips.flatMap(({ detail }) => detail.driver?.owner ?? []);
  const [cipher, labels] = await Promise.all([deps.cipherOf(actor.county), deps.labelsOf(actor.county, drivers)]);
  return { actor, now: deps.now(), areaName: deps.areaName, cipher, labels };
}

/** @returns undefined when it is out of this person's sight */
async function view(deps: TransferDeps, actor: PersonActor, trip: Transfer) {
  const standing = standingOf(trip, actor, deps.now());
  if (!standing) return undefined;
  const list = await transferRepository(deps.connection).passengersOf(trip);
  return viewOf(await seenBy(deps, actor, [trip]), standing, trip, list);
}

async function oneOfList(deps: TransferDeps, actor: PersonActor, record: Passenger) {
  const standing = standingOf(record, actor, deps.now());
  if (!standing || standing === 'OWN') return undefined;
  const trip = await transferRepository(deps.connection).byId(record.county, record.detail.trip);
  return trip && passengerView(await seenBy(deps, actor, []), trip, record);
}

/** @throws Problem not-found */
async function get(deps: TransferDeps, actor: PersonActor, id: string) {
  const record = await transferRepository(deps.connection).byId(actor.county, id);
  const found = record ? await view(deps, actor, record) : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

async function rows(deps: TransferDeps, actor: PersonActor, trips: readonly Transfer[]) {
  const stored = transferRepository(deps.connection);
  const [seen, lists] = await Promise.all([seenBy(deps, actor, trips), stored.listsOf(actor.county, trips)]);
  return trips.map((trip) => rowOf(seen, trip, lists.get(trip._id) ?? []));
}

/** What is late first, then the longest waiting; only a page of them is read whole and opened. */
async function toDo(deps: TransferDeps, actor: PersonActor, query: PageQuery) {
  const now = deps.now();
  const areas = [...new Set([...seeingRoles, ...crewRoles].flatMap((role) => areasOf(actor, role, now)))];
  const stored = transferRepository(deps.connection);
  const mine = (await stored.openIn(actor.county, areas)).filter((trip) => {
    const standing = standingOf(trip, actor, now);
    return standing === 'WORK' || standing === 'CREW';
  });
  const placeOf = (trip: (typeof mine)[number]) => [isLate(trip, now) ? 0 : 1, trip.createdAt.getTime(), trip._id];
  return pageOfRecords(mine, query, {
    placeOf,
    wholeOf: (ids) => stored.byIds(actor.county, ids),
    draw: (page) => rows(deps, actor, page),
  });
}

async function mine(deps: TransferDeps, actor: PersonActor) {
  const { county, personId } = actor;
  const open = await transferRepository(deps.connection).openOf(county, personId, householdsOf(actor));
  return { items: await rows(deps, actor, open) };
}

/** @throws Problem not-found when the trip is out of the asker's own sight */
async function ask(deps: TransferDeps, actor: PersonActor, asked: Parameters<typeof askByHand>[2]) {
  const found = await view(deps, actor, await askByHand(deps, actor, asked));
  if (!found) throw new Problem('not-found');
  return found;
}

/** Endpoints of trips: reading, and one for every action a person may take. */
export function transferRoutes(deps: TransferDeps): Route[] {
  return [
    mount(queries.transfersToDo, ({ actor, query }) => toDo(deps, actor, query)),
    mount(queries.myTransfers, ({ actor }) => mine(deps, actor)),
    mount(queries.getTransfer, ({ actor, params }) => get(deps, actor, params.id)),
    mount(queries.transferChoices, ({ actor, params }) => choicesFor(deps, actor, params.id)),
    mount(queries.askTransfer, ({ actor, body }) => ask(deps, actor, body)),
    mount(queries.revealPassenger, ({ actor, params, body }) => revealPassenger(deps, actor, params.id, body)),
    ...actionRoutes(transferActions, transfers(deps), (actor, record) => view(deps, actor, record)),
    ...actionRoutes(passengerActions, passengers(deps), (actor, record) => oneOfList(deps, actor, record)),
  ];
}
