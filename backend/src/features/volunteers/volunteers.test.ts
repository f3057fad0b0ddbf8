import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { OpId } from '@grid-relief/shared-types/primitives/ids';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { PersonActor } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import {
  type Enrolment,
  newVolunteer,
  sweepVolunteerSeats,
  type VolunteerDeps,
  type VolunteerSeats,
  volunteerRepository,
  volunteerSeats,
} from '.';
import { goOffDuty, goOnDuty } from './change-duty';
import { listOnDuty } from './list-on-duty';

const county = '141122';
const grid = areaId('141122100201-g01');
const now = new Date('2022-04-18T01:00:00Z');
const until = addMinutes(now, 480);

let database: TestDatabase;
let seats: VolunteerSeats;
let left: string[];
let deps: VolunteerDeps;
beforeAll(async () => {
  database = await openTestDatabase();
  seats = volunteerSeats(database.connection);
  deps = {
    connection: database.connection,
    volunteers: volunteerRepository(database.connection),
    areaNames: () => ['某县', '某镇'],
    areaName: () => '某网格',
    labelsOf: async (_county, people) => new Map(people.map((id) => [id, { label: '志愿者', phoneMasked: '100****' }])),
    owedTo: async () => 1200,
    leaveHeldWork: async (_actor, opId) => {
      left.push(opId);
    },
    visitedDoors: async () => [],
    recordLook: async () => undefined,
    seal: async () => 'sealed',
    unseal: async () => undefined,
  };
});
beforeEach(() => {
  left = [];
});
afterAll(() => database.close());

const id = (name: string) => derivedId(county, name);
const op = (name: string) => OpId.parse(id(name));

async function enrol(name: string, given: Partial<Enrolment> = {}): Promise<PersonActor> {
  const person = id(name);
  const enrolment = { person, county, area: grid, team: 'VETERAN' as const, skills: [], ppe: 1, ...given };
  await deps.volunteers.addMany([newVolunteer(enrolment, now)]);
  const traits = { ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 1 };
  return { personId: person, county, grants: [{ role: 'VOLUNTEER', area: grid }], ...traits };
}

const begin = (opId: string, temperatureTenths: number, symptoms = false) => ({
  opId: op(opId),
  until: until.toISOString(),
  temperatureTenths,
  symptoms,
});

describe('duty', () => {
  it('begins with a normal temperature, and a repeat answers the same', async () => {
    const actor = await enrol('well');
    const first = await goOnDuty(deps, actor, begin('on-1', 365), now);
    expect(first).toMatchObject({ onDuty: true, healthHold: false, dutyUntil: until.toISOString(), owedToMeFen: 1200 });
    expect(await goOnDuty(deps, actor, begin('on-1', 365), now)).toEqual(first);
    await expect(goOnDuty(deps, actor, begin('on-1', 366), now)).rejects.toMatchObject({ type: 'op-id-reused' });
  });

  it.each([
    ['fever', 373, false],
    ['symptom', 365, true],
  ])('becomes a health hold on a %s, which feeling better does not lift', async (name, tenths, symptoms) => {
    const actor = await enrol(name);
    const held = await goOnDuty(deps, actor, begin(`${name}-1`, tenths, symptoms), now);
    expect(held).toMatchObject({ onDuty: false, healthHold: true });
    expect(await goOnDuty(deps, actor, begin(`${name}-2`, 365), now)).toMatchObject({ onDuty: false });
  });

  it('ends by itself at its hour', async () => {
    const actor = await enrol('hour');
    await goOnDuty(deps, actor, begin('hour-1', 365), now);
    const claim = { county, person: actor.personId, task: id('t-hour'), opId: id('o-hour') };
    await expect(seats.reserve(claim, until)).rejects.toMatchObject({ type: 'not-allowed' });
  });

  it('hands held work back only when the person leaves sick', async () => {
    const actor = await enrol('leaver', { dutyUntil: until });
    await goOffDuty(deps, actor, { opId: op('off-1') }, now);
    expect(left).toEqual([]);
    const me = await goOffDuty(deps, actor, { opId: op('off-2'), sick: true }, now);
    expect(me).toMatchObject({ onDuty: false, healthHold: true });
    expect(left).toEqual([op('off-2')]);
  });

  it('is listed to the grid worker of the area, and refused for another area', async () => {
    await enrol('listed', { dutyUntil: until, area: areaId('141122100205-g01') });
    const worker: PersonActor = {
      ...(await enrol('worker')),
      grants: [{ role: 'GRID_WORKER', area: areaId('141122100205') }],
    };
    const { items } = await listOnDuty(deps, worker, {}, now);
    expect(items.map(({ person }) => person)).toEqual([id('listed')]);
    const elsewhere = listOnDuty(deps, worker, { area: grid }, now);
    await expect(elsewhere).rejects.toMatchObject({ type: 'not-allowed' });
  });
});

describe('seats', () => {
  const open = async (person: string) => (await deps.volunteers.byId(county, person))?.seats.length ?? -1;

  it('never exceed the limit under fifty takers at once, and a repeat takes no second', async () => {
    const { personId: person } = await enrol('busy', { dutyUntil: until, seatLimit: 6 });
    const take = (i: number) => seats.reserve({ county, person, task: id(`t${i}`), opId: id(`o${i}`) }, now);
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => take(i)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
    expect(await open(person)).toBe(6);
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    await take(winner);
    expect(await open(person)).toBe(6);
  });

  it('free once, and count what was ended on its day', async () => {
    const { personId: person } = await enrol('ender', { dutyUntil: until });
    const claim = { county, person, task: id('t-end'), opId: id('o-end') };
    await seats.reserve(claim, now);
    expect(await seats.release(claim, now, { done: true, onTime: true })).toBe(true);
    expect(await seats.release(claim, now, { done: true, onTime: true })).toBe(false);
    const after = await deps.volunteers.byId(county, person);
    expect(after?.stats).toMatchObject({ day: '2022-04-18', doneToday: 1, ended: 1, endedOnTime: 1 });
  });

  it('left behind by a crash are swept, held ones and fresh ones are not', async () => {
    const { personId: person } = await enrol('crashed', { dutyUntil: until });
    const held = { county, person, task: id('t-held'), opId: id('o-held') };
    const leg = { county, person, task: id('t-leg'), opId: id('o-leg') };
    await database.connection.collection<{ _id: string }>('tasks').insertMany(
      (
        [
          [held, 'DELIVERY', 'SHOPPING'],
          [leg, 'HANDOVER_LEG', 'OUTSIDE_EN_ROUTE'],
        ] as const
      ).map(([{ task: _id, opId: claimOp }, kind, state]) => ({
        ...{ _id, county, kind, state, assignment: { claimOp, excluded: [], rung: 0 } },
      })),
    );
    await seats.reserve(held, now);
    await seats.reserve(leg, now);
    await seats.reserve({ ...held, task: id('t-lost'), opId: id('o-lost') }, now);
    const later = addMinutes(now, 5);
    await seats.reserve({ ...held, task: id('t-fresh'), opId: id('o-fresh') }, later);
    await sweepVolunteerSeats(database.connection, later);
    const kept = (await deps.volunteers.byId(county, person))?.seats.map(({ task }) => task);
    expect(kept).toEqual([held.task, leg.task, id('t-fresh')]);
  });
});
