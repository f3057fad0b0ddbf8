import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Team } from '@grid-relief/shared-types/roles';
import { newVolunteer, type VolunteerSeats, volunteerRepository, volunteerSeats } from '../features/volunteers';
import { act, beginRecord, type PersonActor } from '../lifecycle';
import { type MovableClock, movableClock } from '../platform/clock';
import { derivedId } from '../platform/ids';
import type { Task } from '../tasks';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { missed, routeEntry, routingHandlers, routingPolicy, taken } from '.';
import { sampleNeighbours } from './routing.fixture';

const county = '141122';
const grid = areaId('141122100201-g01');
const start = new Date('2022-04-18T01:00:00Z');
const id = (name: string) => derivedId(county, name);

let database: TestDatabase;
let clock: MovableClock;
let seats: VolunteerSeats;
let handlers: ReturnType<typeof routingHandlers>;
beforeEach(async () => {
  database = await openTestDatabase();
  clock = movableClock(start);
  seats = volunteerSeats(database.connection);
  handlers = routingHandlers({
    connection: database.connection,
    volunteers: volunteerRepository(database.connection),
    neighbours: sampleNeighbours,
    policy: routingPolicy,
    now: clock.now,
    random: Math.random,
  });
});
afterEach(() => database.close());

const tasks = () => database.connection.collection<Task & { _id: string }>('tasks');

async function enrol(count: number, area: string, team: Team = 'VETERAN', seatLimit = 6): Promise<string[]> {
  const people = Array.from({ length: count }, (_, i) => id(`${area}-${team}-${i}`));
  const dutyUntil = addMinutes(start, 2000);
  const base = { county, area: areaId(area), team, skills: [], ppe: 1, seatLimit, dutyUntil };
  await volunteerRepository(database.connection).addMany(
    people.map((person) => newVolunteer({ ...base, person }, start)),
  );
  return people;
}

async function triaged(name: string, variant = 'GROCERY'): Promise<string> {
  const record = beginRecord(
    { _id: id(name), county, kind: 'DELIVERY', variant, state: 'TRIAGED', area: grid, scope: scopeOf(grid) },
    [routeEntry(['TRIAGED'])],
    clock.now(),
  );
  const own = { kind: 'DELIVERY' as const, priority: 2, createdAt: clock.now(), waitingSince: clock.now(), detail: {} };
  // a record's own kind is the word above; beginRecord types it as any word
  await tasks().insertOne({ ...record, ...own } as Task);
  return id(name);
}

const read = async (task: string): Promise<Task> => {
  const found = await tasks().findOne({ _id: task });
  if (!found) throw new Error('gone');
  return found;
};

/** Delivers the newest routing of a task, as the relay does. */
async function route(task: string): Promise<Task> {
  const document = await read(task);
  const entry = document.outbox.findLast(({ kind }) => kind === 'route');
  if (entry) await handlers.route(document, entry);
  return read(task);
}

function actOn(task: string, action: 'expire' | 'decline' | 'accept', more: object, actor?: PersonActor) {
  const collection = database.connection.collection('tasks');
  return act({
    ...{ collection, machine: deliveryLifecycle, kind: 'DELIVERY', action, id: task, now: clock.now() },
    ...{ actor: actor ?? { system: 'timer', county }, visible: () => true, opId: id(`${action}-${Math.random()}`) },
    ...more,
  });
}

async function expire(task: string): Promise<void> {
  const { assignment } = await read(task);
  if (assignment.expiresAt) clock.set(assignment.expiresAt);
  await actOn(task, 'expire', missed(assignment, 'TRIAGED'));
}

function volunteer(person: string): PersonActor {
  const traits = { ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 1 };
  return { personId: person, county, grants: [{ role: 'VOLUNTEER', area: grid }], ...traits };
}

test('a triaged task is offered to somebody of its own grid with a stored reason; a second delivery changes nothing', async () => {
  const own = await enrol(5, grid);
  await enrol(25, '141122100205-g01');
  const task = await triaged('first');
  const offered = await route(task);
  expect(offered.state).toBe('OFFERED');
  expect(own).toContain(offered.assignment.offeredTo);
  expect(offered.assignment.expiresAt).toEqual(addMinutes(start, 10));
  expect(offered.assignment.reason).toMatchObject({ rung: 'OWN_GRID', score: 59, considered: 5, how: 'OFFER' });
  const [timer] = offered.outbox.filter(({ kind }) => kind === 'timer');
  expect(timer).toMatchObject({ payload: { action: 'expire' }, due: addMinutes(start, 10) });
  const again = await route(task);
  expect(again.revision).toBe(offered.revision);
});

test('thirty tasks of one moment are spread over thirty people', async () => {
  await enrol(30, grid);
  const asked = new Set<string | undefined>();
  for (let i = 0; i < 30; i++) asked.add((await route(await triaged(`spread-${i}`))).assignment.offeredTo);
  expect(asked.size).toBe(30);
});

test('misses climb the ladder: own grid, neighbours, strike team; the leader and the township hear once each', async () => {
  const own = await enrol(4, grid);
  const near = await enrol(3, '141122100201-g02');
  const strike = await enrol(2, '141122101201-g01', 'PARTY_STRIKE');
  const task = await triaged('climber');
  const asked: string[] = [];
  for (let i = 0; i < 9; i++) {
    const { assignment } = await route(task);
    asked.push(assignment.offeredTo ?? 'nobody');
    await expire(task);
  }
  expect(new Set(asked).size).toBe(9);
  expect(asked.slice(0, 4).every((person) => own.includes(person))).toBe(true);
  expect(asked.slice(4, 7).every((person) => near.includes(person))).toBe(true);
  expect(asked.slice(7).every((person) => strike.includes(person))).toBe(true);
  const exhausted = await route(task);
  expect(exhausted.state).toBe('TRIAGED');
  expect(exhausted.assignment.rung).toBe(5);
  const told = exhausted.outbox.flatMap(({ payload }) => (payload.code === 'NOBODY_YET' ? [payload.to] : []));
  expect(told).toEqual([
    { role: 'GRID_LEADER', area: grid },
    { role: 'TOWNSHIP_DISPATCHER', area: grid },
  ]);
});

test('with nobody on duty the task stays open to the pool and is looked at again later', async () => {
  const task = await triaged('alone');
  const waiting = await route(task);
  expect(waiting).toMatchObject({ state: 'TRIAGED', assignment: { rung: 5 } });
  const again = waiting.outbox.findLast(({ kind }) => kind === 'route');
  expect(again?.due).toEqual(addMinutes(start, 2));
  await enrol(1, grid);
  clock.advance(2 * 60_000);
  expect((await route(task)).state).toBe('OFFERED');
});

test('who declines is not asked again for this task', async () => {
  await enrol(2, grid);
  const task = await triaged('declined');
  const first = (await route(task)).assignment;
  const person = first.offeredTo ?? '';
  await actOn(task, 'decline', { ...missed(first, 'TRIAGED'), reason: 'TOO_FAR' }, volunteer(person));
  const second = await route(task);
  expect(second.assignment.offeredTo).not.toBe(person);
  expect(second.assignment.excluded).toEqual([person]);
});

describe('fifty acceptances at once by one person with six places', () => {
  async function acceptAll(withSeats: boolean): Promise<number> {
    const [person = ''] = await enrol(1, grid, 'VETERAN', 6);
    const all = await Promise.all(Array.from({ length: 50 }, (_, i) => triaged(`flood-${i}`)));
    const offered = { state: 'OFFERED', 'assignment.offeredTo': person, 'assignment.expiresAt': addMinutes(start, 10) };
    await tasks().updateMany({}, { $set: offered });
    const accept = (task: string) => {
      const opId = id(`accept-${task}`);
      const attempt = () => actOn(task, 'accept', { ...taken(person, opId), opId }, volunteer(person));
      return withSeats ? seats.takeWith({ county, person, task, opId }, start, attempt) : attempt();
    };
    await Promise.allSettled(all.map(accept));
    return tasks().countDocuments({ state: 'ACCEPTED', 'assignment.assignee': person });
  }

  it('leave exactly six held', async () => {
    expect(await acceptAll(true)).toBe(6);
  });

  it('would overflow without the seats: the measurement can fail', async () => {
    expect(await acceptAll(false)).toBeGreaterThan(6);
  });
});
