import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { act, beginRecord, type PersonActor } from '../../../lifecycle';
import { type MovableClock, movableClock } from '../../../platform/clock';
import { derivedId } from '../../../platform/ids';
import type { Task } from '../../../tasks';
import { newVolunteer, volunteerRepository, volunteerSeats } from '../../volunteers';
import type { Delivery } from '../delivery';
import type { Performance } from '../perform';
import { actOnRun, batchingPolicy, type RunDeps, runHandlers } from '.';
import { joinRun } from './join-run';
import { deliverRunEntries } from './run.fixture';
import { runRepository } from './run.repository';

export const county = '141122';
const grid = areaId('141122100201-g01');
const start = new Date('2022-04-17T22:00:00Z');
export const id = (name: string) => derivedId(county, name);
const shop = id('shop');

/** Everything below works on the one database of the running test. */
let connection: Connection;
let clock: MovableClock;
let deps: RunDeps;
/** Begins on an empty database with a clock that stands at six in the morning, Shanghai time. For tests. */
export function openBench(on: Connection): void {
  connection = on;
  clock = movableClock(start);
  deps = {
    connection,
    now: clock.now,
    batching: { ...batchingPolicy, earlyLock: true },
    seats: volunteerSeats(connection),
    areaNames: () => [],
    doorCodes: async (_county, households) => new Map(households.map((household, i) => [household, `${i}-1-0101`])),
    labelsOf: async () => new Map(),
    presentDeliveries: async () => [],
    aislesOf: async () => [],
  };
}

/** Changes what the runs are given for the rest of the test. */
export function change(given: Partial<RunDeps>): void {
  deps = { ...deps, ...given };
}

/** Moves the clock to an instant. */
export const setClock = (instant: string) => clock.set(new Date(instant));

export const tasks = () => connection.collection<Task & { _id: string }>('tasks');
export const leader: PersonActor = {
  ...{ personId: id('leader'), county, ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 1 },
  grants: [{ role: 'GRID_LEADER', area: grid }],
};

async function request(name: string, grams = 1000): Promise<Delivery> {
  const own = {
    _id: id(name),
    county,
    kind: 'DELIVERY',
    variant: 'GROCERY',
    state: 'TRIAGED',
    household: id(`h-${name}`),
  };
  const record = beginRecord({ ...own, area: grid, scope: scopeOf(grid) }, [{ kind: 'batch' }], clock.now());
  const lines = [{ weightGrams: grams, quantity: 1 }];
  const detail = { shop, code: name, lines, estimateFen: 500, remarks: [] };
  const task = { ...record, priority: 2, createdAt: clock.now(), waitingSince: clock.now(), detail };
  await tasks().insertOne(task as unknown as Task); // a sketch of a request: what runs read of it
  return task as unknown as Delivery;
}

/** A request of this name, triaged and joined to a run. */
export async function join(name: string, grams?: number): Promise<Delivery> {
  const made = await request(name, grams);
  const [entry] = made.outbox;
  if (entry) await joinRun(deps, entry, made);
  return read<Delivery>(made._id);
}

/** A stored task. @throws when it is gone */
export async function read<T>(task: string): Promise<T> {
  const found = await tasks().findOne({ _id: task });
  if (!found) throw new Error('gone');
  return found as unknown as T; // the test knows what it stored
}

/** Acts as deliveries do them, without what only they add. */
export const perform = ({ id: task, body, action, ...rest }: Performance) =>
  act<string, string>({
    ...{ ...rest, id: task, action, input: body, machine: deliveryLifecycle, kind: 'DELIVERY' as const },
    ...{ collection: connection.collection('tasks'), now: clock.now(), visible: () => true },
    ...(action === 'giveBack' ? { to: 'BATCHED', unset: ['assignment.assignee'] } : {}),
    ...(action === 'unbatch' ? { unset: ['run'] } : {}),
  });

export const deliver = () => {
  const { timer, follow, runMoved } = runHandlers(deps, perform);
  return deliverRunEntries(connection, { fire: timer, timer, follow, runMoved }, clock.now());
};

/** Somebody on duty in the grid who may carry. */
export async function carrier(name: string): Promise<PersonActor> {
  const person = id(name);
  const dutyUntil = new Date(start.getTime() + 36 * 3_600_000);
  const base = { county, area: grid, team: 'VETERAN' as const, skills: [], ppe: 1, dutyUntil };
  await volunteerRepository(connection).addMany([newVolunteer({ ...base, person }, start)]);
  return { ...leader, personId: person, grants: [{ role: 'VOLUNTEER', area: grid }] };
}

let operations = 0;
/** An action on a run, each under an operation of its own. */
export function does(action: Parameters<typeof actOnRun>[1]['action'], run: string, actor: PersonActor, body = {}) {
  operations++;
  return actOnRun(deps, { county, id: run, action, actor, opId: id(`op-${operations}`), body, reason: 'ASKED' });
}

export const seatsOf = async (person: PersonActor) =>
  (await volunteerRepository(connection).byId(county, person.personId))?.seats.length;

/** A run with these requests, locked by the grid leader. */
export async function lockedRun(...names: string[]): Promise<string> {
  const members = [];
  for (const name of names) members.push(await join(name));
  const run = members[0]?.run ?? '';
  await deliver();
  await does('lock', run, leader);
  return run;
}

/** Runs and their members, as the repository reads them. */
export const membersOf = (run: string) => runRepository(connection).membersOf(county, run);

/** Tells a run what became of a request. */
export async function tellRun(name: string, run: string): Promise<void> {
  const document = await read<Task>(id(name));
  const entry = { id: `${id(name)}.moved`, kind: 'memberMoved', due: clock.now(), attempts: 1, payload: { run } };
  await runHandlers(deps, perform).memberMoved(document, entry);
}
