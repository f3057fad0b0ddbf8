import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { type CodeRequestDeps, codeRequestHandlers } from '../features/code-requests';
import { type DeliveryAction, type DeliveryDeps, deliveryFeature, perform } from '../features/deliveries';
import { actOnRun, batchingPolicy, type RunDeps, runHandlers } from '../features/deliveries/runs';
import { type EpisodeDeps, episodeHandlers } from '../features/episodes';
import { handoverLegHandlers } from '../features/handover-legs';
import { type HouseholdEventDeps, householdEventHandlers } from '../features/household-events';
import { type InvestigationDeps, investigationHandlers } from '../features/investigations';
import { type PersonMergeDeps, personMergeHandlers } from '../features/person-merges';
import { pickupSlotHandlers } from '../features/pickup-slots';
import { type RefusalDeps, refusalHandlers } from '../features/refusals';
import { type ReturneeDeps, returneeHandlers } from '../features/returnees';
import { type ScreeningDeps, screeningHandlers } from '../features/screening';
import { type SensorDeps, sensorHandlers } from '../features/sensors';
import { type SiteDeps, siteHandlers } from '../features/sites';
import { type TransferDeps, transferHandlers } from '../features/transfers';
import { newVolunteer, volunteerRepository, volunteerSeats } from '../features/volunteers';
import { beginRecord, type PersonActor } from '../lifecycle';
import { outboxRecords } from '../outbox/records';
import { deliverBatch } from '../outbox/relay';
import { movableClock } from '../platform/clock';
import { derivedId } from '../platform/ids';
import { routingHandlers, routingPolicy } from '../routing';
import type { Task } from '../tasks';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { workHandlers } from './work-handlers';

const county = '141122';
const grid = areaId('141122100201-g01');
const id = (name: string) => derivedId(county, name);
const person: PersonActor = {
  ...{ personId: id('carrier'), county, ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 1 },
  grants: [{ role: 'VOLUNTEER', area: grid }],
};
const worker: PersonActor = { ...person, personId: id('worker'), grants: [{ role: 'GRID_LEADER', area: grid }] };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** The whole of work on one database: what the relay delivers is put together exactly as in service. */
function open(noticed: string[]) {
  const { connection } = database;
  const clock = movableClock(new Date('2022-04-17T22:00:00Z'));
  const seats = volunteerSeats(connection);
  const volunteers = volunteerRepository(connection);
  const shared = { connection, now: clock.now, seats, labelsOf: async () => new Map() };
  // the parts of deliveries that these steps never reach are left out
  const deps = {
    ...shared,
    goodsOf: async () => new Map(),
    fourClassMode: () => 'FREE',
  } as unknown as DeliveryDeps;
  const runs: RunDeps = {
    ...shared,
    batching: { ...batchingPolicy, earlyLock: true },
    areaNames: () => [],
    doorCodes: async () => new Map(),
    presentDeliveries: async () => [],
    aislesOf: async () => [],
  };
  const router = { ...shared, volunteers, neighbours: () => [], policy: routingPolicy, random: Math.random };
  const handlers = workHandlers({
    ...shared,
    deliveries: deliveryFeature(deps),
    runs: runHandlers(runs, (performance) => perform(deps, performance)),
    legs: handoverLegHandlers({
      ...shared,
      areaName: String,
      pointOf: () => undefined,
      insideFor: async () => [],
      perform: (performance) => perform(deps, performance),
    }),
    returnees: returneeHandlers({ ...shared } as unknown as ReturneeDeps),
    pickups: pickupSlotHandlers({
      ...shared,
      areaName: String,
      placeOf: (area) => ({ area, name: '东门', numbers: 20, opensMinute: 480, closesMinute: 1200 }),
      householdFacts: async () => undefined,
      neededWith: async () => [],
      deliveryState: async () => undefined,
      perform: (performance) => perform(deps, performance),
    }),
    routing: routingHandlers(router),
    carrierIll: async () => undefined,
    episodes: episodeHandlers({ connection, now: clock.now } as unknown as EpisodeDeps),
    investigations: investigationHandlers({ connection, now: clock.now } as unknown as InvestigationDeps),
    refusals: refusalHandlers({ connection, now: clock.now } as unknown as RefusalDeps),
    merges: personMergeHandlers({ connection, now: clock.now } as unknown as PersonMergeDeps),
    codes: codeRequestHandlers({ connection, now: clock.now } as unknown as CodeRequestDeps),
    transfers: transferHandlers({ connection, now: clock.now } as unknown as TransferDeps),
    sites: siteHandlers({ connection, now: clock.now } as unknown as SiteDeps),
    sensors: sensorHandlers({ connection, now: clock.now } as unknown as SensorDeps),
    screening: screeningHandlers({ connection, now: clock.now } as unknown as ScreeningDeps),
    householdEvents: householdEventHandlers({ connection, now: clock.now } as unknown as HouseholdEventDeps),
    notice: async (_document, entry) => {
      noticed.push(String(entry.payload.code));
    },
    promptsEnd: async () => undefined,
  });
  const relay = async () => {
    const how = { handlers, now: clock.now };
    while ((await deliverBatch(outboxRecords(connection, 'tasks'), how)) > 0);
  };
  return { clock, deps, runs, volunteers, relay };
}

test('from triage to the shop: a request is batched, its run is locked, offered, accepted, and the request follows', async () => {
  const noticed: string[] = [];
  const { clock, deps, runs, volunteers, relay } = open(noticed);
  const enrolment = { person: person.personId, county, area: grid, team: 'VETERAN' as const, skills: [], ppe: 1 };
  await volunteers.addMany([newVolunteer({ ...enrolment, dutyUntil: addMinutes(clock.now(), 600) }, clock.now())]);
  const tasks = database.connection.collection<Task & { _id: string }>('tasks');
  const read = async (task: string) => tasks.findOne({ _id: task });
  const delivery = id('request');
  const begin = {
    _id: delivery,
    county,
    kind: 'DELIVERY',
    variant: 'GROCERY',
    state: 'SUBMITTED',
    household: id('home'),
  };
  const detail = {
    shop: id('shop'),
    code: 'A123',
    lines: [],
    flags: [],
    remarks: [],
    estimateFen: 500,
    payMode: 'FREE',
  };
  const rest = { priority: 2, createdAt: clock.now(), waitingSince: clock.now(), detail };
  const record = { ...beginRecord({ ...begin, area: grid, scope: scopeOf(grid) }, [], clock.now()), ...rest };
  await tasks.insertOne(record as unknown as Task); // a sketch: what these steps read of a request
  const does = (action: DeliveryAction, actor: PersonActor) =>
    perform(deps, { action, county, id: delivery, actor, opId: id(action), body: {}, reason: 'ASKED' });
  const runDoes = (action: 'lock' | 'accept' | 'startShopping', actor: PersonActor) =>
    actOnRun(runs, { action, county, id: run, actor, opId: id(`run-${action}`) });

  await does('triage', worker);
  await relay();
  const batched = await read(delivery);
  expect(batched?.state).toBe('BATCHED');
  const run = batched?.run ?? '';
  expect((await read(run))?.state).toBe('OPEN');

  await runDoes('lock', worker);
  await relay();
  expect(await read(run)).toMatchObject({ state: 'OFFERED', assignment: { offeredTo: person.personId } });

  await runDoes('accept', person);
  await relay();
  expect(await read(delivery)).toMatchObject({ state: 'ACCEPTED', assignment: { assignee: person.personId } });
  await runDoes('startShopping', person);
  await relay();
  expect((await read(delivery))?.state).toBe('SHOPPING');
  expect(noticed).toEqual(expect.arrayContaining(['OFFER', 'CARRIER_FOUND']));

  await does('nothingBought', person);
  await relay();
  expect((await read(run))?.state).toBe('SETTLING');
  expect((await volunteers.byId(county, person.personId))?.seats).toEqual([]);
  const parked = await tasks.find({ 'parked.0': { $exists: true } }).toArray();
  expect(parked).toEqual([]);
});
