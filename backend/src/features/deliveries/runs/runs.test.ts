import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { act, beginRecord, type PersonActor } from '../../../lifecycle';
import { type MovableClock, movableClock } from '../../../platform/clock';
import { derivedId } from '../../../platform/ids';
import type { Task } from '../../../tasks';
import { openTestDatabase, type TestDatabase } from '../../../testing/test-database';
import { newVolunteer, volunteerRepository, volunteerSeats } from '../../volunteers';
import type { Delivery } from '../delivery';
import type { Performance } from '../perform';
import { actOnRun, batchingPolicy, type Run, type RunDeps, runHandlers } from '.';
import { joinRun } from './join-run';
import { deliverRunEntries } from './run.fixture';
import { runRepository } from './run.repository';

const county = '141122';
const grid = areaId('141122100201-g01');
const start = new Date('2022-04-17T22:00:00Z');
const id = (name: string) => derivedId(county, name);
const shop = id('shop');

let database: TestDatabase;
let clock: MovableClock;
let deps: RunDeps;
beforeEach(async () => {
  database = await openTestDatabase();
  clock = movableClock(start);
  deps = {
    connection: database.connection,
    now: clock.now,
    batching: { ...batchingPolicy, earlyLock: true },
    seats: volunteerSeats(database.connection),
    areaNames: () => [],
    doorCodes: async (_county, households) => new Map(households.map((household, i) => [household, `${i}-1-0101`])),
    labelsOf: async () => new Map(),
    presentDeliveries: async () => [],
    aislesOf: async () => [],
  };
});
afterEach(() => database.close());

const tasks = () => database.connection.collection<Task & { _id: string }>('tasks');
const leader: PersonActor = {
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

async function join(name: string, grams?: number): Promise<Delivery> {
  const made = await request(name, grams);
  const [entry] = made.outbox;
  if (entry) await joinRun(deps, entry, made);
  return read<Delivery>(made._id);
}

async function read<T>(task: string): Promise<T> {
  const found = await tasks().findOne({ _id: task });
  if (!found) throw new Error('gone');
  return found as unknown as T; // the test knows what it stored
}

/** Acts as deliveries do them, without what only they add. */
const perform = ({ id: task, body, action, ...rest }: Performance) =>
  act<string, string>({
    ...{ ...rest, id: task, action, input: body, machine: deliveryLifecycle, kind: 'DELIVERY' as const },
    ...{ collection: database.connection.collection('tasks'), now: clock.now(), visible: () => true },
    ...(action === 'giveBack' ? { to: 'BATCHED', unset: ['assignment.assignee'] } : {}),
    ...(action === 'unbatch' ? { unset: ['run'] } : {}),
  });

const deliver = () => {
  const { timer, follow, runMoved } = runHandlers(deps, perform);
  return deliverRunEntries(database.connection, { fire: timer, timer, follow, runMoved }, clock.now());
};

async function carrier(name: string): Promise<PersonActor> {
  const person = id(name);
  const dutyUntil = new Date(start.getTime() + 36 * 3_600_000);
  const base = { county, area: grid, team: 'VETERAN' as const, skills: [], ppe: 1, dutyUntil };
  await volunteerRepository(database.connection).addMany([newVolunteer({ ...base, person }, start)]);
  return { ...leader, personId: person, grants: [{ role: 'VOLUNTEER', area: grid }] };
}

let operations = 0;
function does(action: Parameters<typeof actOnRun>[1]['action'], run: string, actor: PersonActor, body = {}) {
  operations++;
  return actOnRun(deps, { county, id: run, action, actor, opId: id(`op-${operations}`), body, reason: 'ASKED' });
}

const seatsOf = async (person: PersonActor) =>
  (await volunteerRepository(database.connection).byId(county, person.personId))?.seats.length;

async function lockedRun(...names: string[]): Promise<string> {
  const members = [];
  for (const name of names) members.push(await join(name));
  const run = members[0]?.run ?? '';
  await deliver();
  await does('lock', run, leader);
  return run;
}

test('requests of one grid, shop and window share a run until eight households or sixty kilograms', async () => {
  const light = [];
  for (let i = 0; i < 9; i++) light.push(await join(`light-${i}`));
  expect(new Set(light.map(({ run }) => run)).size).toBe(2);
  expect(light.every(({ state }) => state === 'BATCHED')).toBe(true);
  const [heavy, heavier] = [await join('heavy', 59_000), await join('heavier', 30_000)];
  expect(heavy.run).toBe(light[8]?.run);
  expect(heavier.run).not.toBe(heavy.run);
});

test('a run opens by itself and is locked at the cut-off; what comes later joins the next window', async () => {
  const early = await join('early');
  await deliver();
  expect((await read<Run>(early.run ?? '')).state).toBe('OPEN');
  clock.set(new Date('2022-04-18T00:00:00Z'));
  await deliver();
  const locked = await read<Run>(early.run ?? '');
  expect(locked).toMatchObject({ state: 'LOCKED', detail: { order: [early._id] } });
  expect(locked.outbox.map(({ kind }) => kind)).toContain('route');
  const late = await join('late');
  expect((await read<Run>(late.run ?? '')).detail.window.from).toEqual(new Date('2022-04-18T07:00:00Z'));
});

test('a late request and the lock race: it is on the fixed list or in another run, never both, never lost', async () => {
  for (let round = 0; round < 10; round++) {
    const first = await join(`first-${round}`);
    await deliver();
    const run = first.run ?? '';
    const [late] = await Promise.all([join(`late-${round}`), does('lock', run, leader)]);
    const { detail, state } = await read<Run>(run);
    expect(state).toBe('LOCKED');
    expect(late.state).toBe('BATCHED');
    const listed = detail.members.some(({ delivery }) => delivery === late._id);
    expect(listed).toBe(late.run === run);
  }
}, 30_000);

test('before its cut-off a run is locked by the grid only where the policy allows it', async () => {
  deps = { ...deps, batching: batchingPolicy };
  const { run = '' } = await join('patient');
  await deliver();
  await expect(does('lock', run, leader)).rejects.toMatchObject({ type: 'transition-not-allowed' });
});

test('a carrier takes one seat for the whole run, and the members follow step by step', async () => {
  const run = await lockedRun('one', 'two', 'three');
  const person = await carrier('carrier');
  await does('claim', run, person);
  await deliver();
  expect(await seatsOf(person)).toBe(1);
  const members = await runRepository(database.connection).membersOf(county, run);
  expect(members.map(({ state, assignment }) => [state, assignment.assignee])).toEqual(
    Array(3).fill(['ACCEPTED', person.personId]),
  );
  await does('startShopping', run, person);
  await deliver();
  const shopping = await runRepository(database.connection).membersOf(county, run);
  expect(shopping.every(({ state }) => state === 'SHOPPING')).toBe(true);
});

test('given back, the doors wait for the next carrier and the seat is freed; the next one gets them all', async () => {
  const run = await lockedRun('a', 'b');
  const first = await carrier('first');
  await does('claim', run, first);
  await deliver();
  await does('giveBack', run, first);
  const freed = (await read<Run>(run)).outbox.find(({ kind }) => kind === 'freeSeat');
  expect(freed?.payload).toMatchObject({ person: first.personId });
  await deliver();
  const waiting = await runRepository(database.connection).membersOf(county, run);
  expect(waiting.map(({ state, assignment }) => [state, assignment.assignee])).toEqual(
    Array(2).fill(['BATCHED', undefined]),
  );
  await expect(does('claim', run, first)).rejects.toMatchObject({ type: 'not-allowed' });
  const second = await carrier('second');
  await does('claim', run, second);
  await deliver();
  const held = await runRepository(database.connection).membersOf(county, run);
  expect(held.every(({ assignment }) => assignment.assignee === second.personId)).toBe(true);
});

test('handed over, the members get the new holder, and an older copy never wins', async () => {
  const run = await lockedRun('x');
  const [first, second] = [await carrier('first'), await carrier('second')];
  await does('claim', run, first);
  await deliver();
  await does('startShopping', run, first);
  await deliver();
  const old = await read<Run>(run);
  await does('handOver', run, first, { to: second.personId, bags: 4 });
  await deliver();
  const [member] = await runRepository(database.connection).membersOf(county, run);
  expect(member?.assignment.assignee).toBe(second.personId);
  expect((await read<Run>(run)).detail.handovers).toMatchObject([{ from: first.personId, bags: 4 }]);
  const { runRevision } = { runRevision: 0, ...member?.detail };
  expect(runRevision).toBeGreaterThan(old.revision);
  expect(await seatsOf(second)).toBe(1);
});

test('dissolved, every door looks for somebody by itself', async () => {
  const run = await lockedRun('p', 'q');
  await does('dissolve', run, leader);
  await deliver();
  const states = await tasks().find({ kind: 'DELIVERY' }).toArray();
  expect(states.map(({ state, run: of }) => [state, of])).toEqual(Array(2).fill(['TRIAGED', undefined]));
});

test('a run is settled only when no door is open, and then closes with its float', async () => {
  const run = await lockedRun('s');
  const person = await carrier('settler');
  await does('claim', run, person);
  await deliver();
  await does('startDoors', run, person);
  await expect(does('settleDoors', run, person)).rejects.toMatchObject({ type: 'transition-not-allowed' });
  await tasks().updateMany({ kind: 'DELIVERY' }, { $set: { state: 'DROPPED' } });
  await does('settleDoors', run, person);
  const { document } = await does('close', run, person, { floatReturnedFen: 5000 });
  expect(document).toMatchObject({ state: 'CLOSED', detail: { floatReturnedFen: 5000 } });
  expect(document.outbox.find(({ kind }) => kind === 'ledger')?.payload).toMatchObject({ amountFen: 5000 });
});

test('a run that everybody has left is dissolved at the lock', async () => {
  const { run = '', _id } = await join('leaver');
  await deliver();
  await tasks().updateOne({ _id }, { $set: { state: 'CANCELLED' } });
  await does('lock', run, leader);
  await deliver();
  expect((await read<Run>(run)).state).toBe('DISSOLVED');
});

test('a run whose last door is done is settled, and one that the last door leaves is dissolved', async () => {
  const run = await lockedRun('done');
  const person = await carrier('walker');
  await does('claim', run, person);
  await deliver();
  await does('startDoors', run, person);
  const tell = async (name: string, of: string) => {
    const document = await read<Task>(id(name));
    const entry = { id: `${id(name)}.moved`, kind: 'memberMoved', due: clock.now(), attempts: 1, payload: { run: of } };
    await runHandlers(deps, perform).memberMoved(document, entry);
  };
  await tell('done', run);
  expect((await read<Run>(run)).state).toBe('DOORS');
  await tasks().updateOne({ _id: id('done') }, { $set: { state: 'DROPPED' } });
  await tell('done', run);
  await tell('done', run);
  expect((await read<Run>(run)).state).toBe('SETTLING');
  const other = await lockedRun('left');
  await tasks().updateOne({ _id: id('left') }, { $set: { state: 'CANCELLED' } });
  await tell('left', other);
  expect((await read<Run>(other)).state).toBe('DISSOLVED');
});

test('a run that nobody begins within an hour of its window goes back to the list', async () => {
  const run = await lockedRun('idle');
  const person = await carrier('idler');
  await does('claim', run, person);
  clock.set(new Date('2022-04-18T01:59:00Z'));
  await deliver();
  expect((await read<Run>(run)).state).toBe('ACCEPTED');
  clock.set(new Date('2022-04-18T02:00:00Z'));
  await deliver();
  expect(await read<Run>(run)).toMatchObject({ state: 'LOCKED', assignment: { excluded: [person.personId] } });
});
