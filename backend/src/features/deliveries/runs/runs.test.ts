import { openTestDatabase, type TestDatabase } from '../../../testing/test-database';
import { batchingPolicy, type Run } from '.';
import {
  carrier,
  change,
  deliver,
  does,
  id,
  join,
  leader,
  lockedRun,
  membersOf,
  openBench,
  read,
  seatsOf,
  setClock,
  tasks,
  tellRun,
} from './run-bench.fixture';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  openBench(database.connection);
});
afterEach(() => database.close());

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
  setClock('2022-04-18T00:00:00Z');
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
  change({ batching: batchingPolicy });
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
  const members = await membersOf(run);
  expect(members.map(({ state, assignment }) => [state, assignment.assignee])).toEqual(
    Array(3).fill(['ACCEPTED', person.personId]),
  );
  await does('startShopping', run, person);
  await deliver();
  const shopping = await membersOf(run);
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
  const waiting = await membersOf(run);
  expect(waiting.map(({ state, assignment }) => [state, assignment.assignee])).toEqual(
    Array(2).fill(['BATCHED', undefined]),
  );
  await expect(does('claim', run, first)).rejects.toMatchObject({ type: 'not-allowed' });
  const second = await carrier('second');
  await does('claim', run, second);
  await deliver();
  const held = await membersOf(run);
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
  const bare = does('handOver', run, first, { to: second.personId, bags: 4 });
  await expect(bare).rejects.toMatchObject({ type: 'invalid-input' });
  const photo = 'bags-on-the-bench';
  await does('handOver', run, first, { to: second.personId, bags: 4, photo });
  await deliver();
  const [member] = await membersOf(run);
  expect(member?.assignment.assignee).toBe(second.personId);
  expect((await read<Run>(run)).detail.handovers).toMatchObject([{ from: first.personId, bags: 4, photo }]);
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
  await does('giveFloat', run, leader, { floatFen: 6000 });
  await deliver();
  await does('startDoors', run, person);
  await expect(does('settleDoors', run, person)).rejects.toMatchObject({ type: 'transition-not-allowed' });
  await tasks().updateMany({ kind: 'DELIVERY' }, { $set: { state: 'DROPPED' } });
  await does('settleDoors', run, person);
  await expect(does('close', run, person, { floatReturnedFen: 6001 })).rejects.toMatchObject({ type: 'invalid-input' });
  const { document } = await does('close', run, person, { floatReturnedFen: 5000 });
  expect(document).toMatchObject({ state: 'CLOSED', detail: { floatReturnedFen: 5000 } });
  const booked = document.outbox.filter(({ kind }) => kind === 'ledger').map(({ payload }) => payload);
  expect(booked).toMatchObject([
    { row: 'FLOAT_OUT', amountFen: 6000 },
    { row: 'FLOAT_BACK', amountFen: 5000 },
    { row: 'FLOAT_KEPT', amountFen: 1000 },
  ]);
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
  await tellRun('done', run);
  expect((await read<Run>(run)).state).toBe('DOORS');
  await tasks().updateOne({ _id: id('done') }, { $set: { state: 'DROPPED' } });
  await tellRun('done', run);
  await tellRun('done', run);
  expect((await read<Run>(run)).state).toBe('SETTLING');
  const other = await lockedRun('left');
  await tasks().updateOne({ _id: id('left') }, { $set: { state: 'CANCELLED' } });
  await tellRun('left', other);
  expect((await read<Run>(other)).state).toBe('DISSOLVED');
});

test('a run that nobody begins within an hour of its window goes back to the list', async () => {
  const run = await lockedRun('idle');
  const person = await carrier('idler');
  await does('claim', run, person);
  setClock('2022-04-18T01:59:00Z');
  await deliver();
  expect((await read<Run>(run)).state).toBe('ACCEPTED');
  setClock('2022-04-18T02:00:00Z');
  await deliver();
  expect(await read<Run>(run)).toMatchObject({ state: 'LOCKED', assignment: { excluded: [person.personId] } });
});
