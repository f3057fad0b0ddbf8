import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { OutboxEntry, WithOutbox } from '../../outbox';
import { outboxRecords } from '../../outbox/records';
import { deliverBatch } from '../../outbox/relay';
import { routingHandlers, routingPolicy } from '../../routing';
import type { EntryHandler } from '../../tasks';
import { aHousehold, aPerson, testGrid } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { deliveryDeps } from '../../wiring/delivery-deps';
import { openLabels } from '../../wiring/labels';
import { openAreas } from '../areas';
import { freeSeatHandler, newVolunteer, volunteerRepository, volunteerSeats, volunteerTraits } from '../volunteers';
import { deliveryFeature } from './index';

let app: TestApp;
let handlers: Parameters<typeof deliverBatch>[1]['handlers'];
const minute = 60_000;
// each test is some twenty signed requests and their outbox, on machines that do other things as well
jest.setTimeout(60_000);

beforeAll(async () => {
  app = await startTestApp({
    openFeatures: async (deps) => {
      const { connection, now } = deps;
      const areas = await openAreas(deps);
      const volunteers = volunteerRepository(connection);
      const seats = volunteerSeats(connection);
      const routing = { connection, volunteers, neighbours: () => [], policy: routingPolicy };
      const labels = openLabels(deps, volunteers);
      const feature = deliveryFeature(deliveryDeps({ deps, book: areas.book, labels, seats, routing }));
      const all: Record<string, EntryHandler> = {
        ...feature.outboxHandlers,
        ...routingHandlers({ ...routing, now, random: () => 0 }),
        fire: feature.timer,
        timer: feature.timer,
        freeSeat: freeSeatHandler(seats, now),
        notice: async () => undefined,
      };
      // delivered by hand, so that each test says when
      handlers = Object.fromEntries(
        Object.entries(all).map(([kind, handle]) => [
          kind,
          { deliver: (entry: OutboxEntry, document: WithOutbox) => handle(document, entry) },
        ]),
      );
      const traitsOf = (person: string, county: string) => volunteerTraits(volunteers, county, person);
      return [areas, { routes: feature.routes, traitsOf }];
    },
  });
});
afterAll(() => app.close());

/** Delivers everything that is due, and what follows from it. */
async function settle(): Promise<void> {
  const records = outboxRecords(app.connection, 'tasks');
  for (let round = 0; round < 20; round++) {
    if ((await deliverBatch(records, { handlers, now: app.clock.now })) === 0) return;
  }
}

async function aVolunteer() {
  const person = await aPerson(app).withRole('VOLUNTEER').saved();
  const enrolment = { person: person.id, county: testCounty, area: areaId(testGrid), team: 'VETERAN' } as const;
  const dutyUntil = new Date(app.clock.now().getTime() + 600 * minute);
  const volunteer = newVolunteer({ ...enrolment, skills: ['HANDOVER'], ppe: 2, dutyUntil }, app.clock.now());
  await volunteerRepository(app.connection).addMany([volunteer]);
  return { ...person, token: await app.signIn(person) };
}

async function aHome() {
  const household = await aHousehold(app).saved();
  const resident = await aPerson(app).withRole('RESIDENT').livingIn(household).saved();
  return { ...household, token: await app.signIn(resident) };
}

function aDraft(household: string, more: object = {}) {
  const line = { line: 'eggs', name: '鸡蛋', unit: '斤', quantity: 2, substitution: { rule: 'ASK' } };
  const draft = { id: app.anId(), household, kind: 'GROCERY', lines: [line], payMode: 'VOLUNTEER_ADVANCE' };
  return { ...draft, ...more };
}

const act = (token: string, id: string, action: string, body: object = {}) =>
  app.call('POST', `/deliveries/${id}/${action}`, { token, body: { opId: app.anId(), ...body } });
const see = (token: string, id: string) => app.call('GET', `/deliveries/${id}`, { token });
const submit = (token: string, body: object) => app.call('POST', '/deliveries', { token, body });

/** Submitted, triaged, and offered to whoever is on duty. */
async function offered(more: object = {}) {
  const carrier = await aVolunteer();
  const home = await aHome();
  const draft = aDraft(home.id, more);
  expect(await submit(home.token, draft)).toMatchObject({ status: 200 });
  await settle();
  return { carrier, home, id: draft.id };
}

/** Held by one carrier, whoever the router asked. */
async function held(more: object = {}) {
  const { carrier, home, id } = await offered(more);
  await app.connection
    .collection('tasks')
    .updateOne({ _id: id as never }, { $set: { 'assignment.offeredTo': carrier.id } }); // our ids are strings
  expect((await act(carrier.token, id, 'accept')).body).toMatchObject({ receipt: { to: 'ACCEPTED' } });
  return { carrier, home, id };
}

test('when a request goes all the way, everybody sees only what is theirs and the money is counted', async () => {
  const { carrier, home, id } = await held();
  const seen = await see(carrier.token, id);
  expect(seen.body.household).toMatchObject({ name: home.name, phone: home.phone, address: { room: '402' } });
  await act(carrier.token, id, 'start-shopping');
  const bought = { lines: [{ line: 'eggs', outcome: 'FOUND', actualFen: 1800 }], receiptPhoto: app.anId(), bags: 1 };
  expect(await act(carrier.token, id, 'purchase', bought)).toMatchObject({
    status: 200,
    body: { view: { state: 'PURCHASED' } },
  });
  await act(carrier.token, id, 'depart');
  await act(carrier.token, id, 'drop', { photo: app.anId() });
  expect(await act(home.token, id, 'confirm')).toMatchObject({ status: 200 });
  const after = await see(carrier.token, id);
  expect(after.body.household).toBeUndefined();
  expect(after.body.money).toMatchObject({ owedFen: 1800, owedTo: 'CARRIER' });
  await settle();
  expect((await app.call('GET', '/ledger/mine', { token: carrier.token })).body).toMatchObject({ owedToMeFen: 1800 });
  await act(home.token, id, 'tick-paid');
  await act(carrier.token, id, 'tick-received');
  await settle();
  expect((await see(home.token, id)).body.state).toBe('CLOSED');
  expect((await app.call('GET', '/ledger/mine', { token: carrier.token })).body.owedToMeFen).toBe(0);
});

test('when the household sends it elsewhere, the carrier reads where, and nobody does afterwards', async () => {
  const { carrier, home, id } = await held();
  await act(carrier.token, id, 'start-shopping');
  const bought = { lines: [{ line: 'eggs', outcome: 'FOUND', actualFen: 1800 }], receiptPhoto: app.anId(), bags: 1 };
  await act(carrier.token, id, 'purchase', bought);
  await act(carrier.token, id, 'depart');
  const words = '送到东门口传达室';
  const reason = { code: 'OTHER_DOOR' };
  expect(await act(home.token, id, 'redirect', { words, reason })).toMatchObject({ status: 200 });
  expect((await see(carrier.token, id)).body.wayWords).toMatchObject([{ words }]);
  expect((await see(home.token, id)).body.wayWords).toMatchObject([{ words }]);
  await act(carrier.token, id, 'drop', { photo: app.anId() });
  await act(home.token, id, 'confirm');
  expect((await see(carrier.token, id)).body.wayWords).toBeUndefined();
});

test('when a household submits a second request of the kind, the answer names the open one', async () => {
  const home = await aHome();
  const draft = aDraft(home.id);
  const first = await submit(home.token, draft);
  expect((await submit(home.token, draft)).body.id).toBe(first.body.id);
  expect(await submit(home.token, aDraft(home.id))).toMatchObject({ status: 409, body: { open: draft.id } });
  expect(await submit(home.token, { ...draft, words: '快点' })).toMatchObject({ status: 409 });
});

test('when a neighbour asks, there is nothing to be found', async () => {
  const home = await aHome();
  const neighbour = await aHome();
  const draft = aDraft(home.id);
  await submit(home.token, draft);
  expect(await see(neighbour.token, draft.id)).toMatchObject({ status: 404 });
  expect(await act(neighbour.token, draft.id, 'cancel', { reason: { code: 'CHANGED' } })).toMatchObject({
    status: 404,
  });
  expect(await submit(neighbour.token, aDraft(home.id))).toMatchObject({ status: 404 });
});

test('when somebody taps twice, the receipt is the same', async () => {
  const { carrier, id } = await held();
  const body = { opId: app.anId() };
  const first = await act(carrier.token, id, 'start-shopping', body);
  const second = await act(carrier.token, id, 'start-shopping', body);
  expect(first.status).toBe(200);
  expect(second.body.receipt).toEqual(first.body.receipt);
});

test('when it was cancelled but already bought, what was bought is delivered', async () => {
  const { carrier, home, id } = await held();
  await act(home.token, id, 'cancel', { reason: { code: 'CHANGED' } });
  const bought = { lines: [{ line: 'eggs', outcome: 'FOUND', actualFen: 1800 }], receiptPhoto: app.anId(), bags: 1 };
  const late = await act(carrier.token, id, 'purchase', bought);
  expect(late).toMatchObject({ status: 200, body: { receipt: { to: 'LATE_FACT' } } });
  const mine = await app.call('GET', '/work/mine', { token: carrier.token });
  expect(mine.body).toMatchObject({ items: [{ state: 'PURCHASED', linkedFrom: id }] });
});

test('when nobody answers the offer, somebody else may be asked and it is late for the first', async () => {
  const { carrier, id } = await offered();
  const before = await app.connection.collection('tasks').findOne({ _id: id as never }); // our ids are strings
  expect(before?.state).toBe('OFFERED');
  app.clock.advance(11 * minute);
  await settle();
  expect((await act(carrier.token, id, 'accept')).status).toBeGreaterThanOrEqual(400);
});
