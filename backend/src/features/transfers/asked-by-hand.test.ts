import { deliveredTwice } from '../../testing/delivered-twice';
import { testStart } from '../../testing/test-app';
import {
  anId,
  collection,
  get,
  grid,
  now,
  pointers,
  post,
  settle,
  somebody,
  told,
  wait,
} from '../returnees/testing/scene';
import { anAsk, ask, leader, notFetched } from './testing/asked';
import {
  aCrew,
  aFamily,
  aVehicle,
  beds,
  goes,
  is,
  one,
  onTrip,
  passengerOf,
  people,
  roomy,
  seen,
  setTheRoad,
  tripOf,
  trips,
} from './testing/fleet-scene';

setTheRoad(deliveredTwice);
/** When these stories begin. */
const start = testStart.getTime();

/** Somebody whom no car is to fetch. */
const alone = async (): Promise<string> => one(await notFetched(1));
const mine = async () => (await trips()).filter(({ state }) => state !== 'CANCELLED');

describe('a trip that somebody asks for', () => {
  test('who, what for, where to, when and with a wheelchair; the desk sends a car before anybody approves it', async () => {
    const crew = await aCrew();
    const one = await alone();
    const asked = anAsk(one, { people: [{ person: one, needs: ['WHEELCHAIR'] }], pickup: '三号楼楼下' });
    const answer = await ask(await leader(), asked);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        ...{ id: asked.id, state: 'REQUESTED', kind: 'MEDICAL', goal: 'HOSPITAL', byAmbulance: false },
        ...{ pickup: '三号楼楼下', destination: '县人民医院', people: 1 },
        passengers: [{ nameMasked: '王**', needs: ['WHEELCHAIR'] }],
      },
    });
    expect(told(asked.id)).toEqual(['TOWNSHIP_DISPATCHER:TRANSFER_WAITS', 'TRANSFER_DESK:TRANSFER_WAITS']);
    const stored = JSON.stringify([await trips(), await people()]);
    for (const word of ['王小返', '三号楼', '县人民医院', 'WHEELCHAIR']) expect(stored).not.toContain(word);
    await wait(11);
    expect(told(asked.id)).toContain('COUNTY_DISPATCHER:TRANSFER_OVERDUE');
    const vehicle = await aVehicle(6, { kinds: ['MEDICAL'], carries: ['WHEELCHAIR'] });
    await goes(crew.desk, asked.id, 'send-at-once', { vehicle, driver: crew.driver.id });
    expect(await seen(crew.desk, asked.id)).toMatchObject({ state: 'DISPATCHED' });
  });

  test('of 120, as it has happened: on the way at once, and nobody is asked to approve anything', async () => {
    const one = await alone();
    const asked = anAsk(one, { byAmbulance: true, isTaken: true, from: now().toISOString() });
    const first = await ask(await leader(), asked);
    expect(first.body.state).toBe('EN_ROUTE');
    expect(await passengerOf(one)).toMatchObject({ state: 'BOARDED' });
    expect(told(asked.id)).toEqual([]);
    expect(first.body.actions).toEqual(['ambulanceArrives']);
  });

  test('an ambulance comes for whoever waits for a car of ours, and for nobody twice', async () => {
    const { travellers } = await aFamily();
    const [one = ''] = travellers;
    const who = await leader();
    const car = await ask(who, anAsk(one));
    expect(car).toMatchObject({ status: 409, body: { open: (await tripOf(one))._id, next: 'open' } });
    const asked = anAsk(one, { byAmbulance: true });
    expect((await ask(who, asked)).status).toBe(200);
    expect(await ask(who, anAsk(one, { byAmbulance: true }))).toMatchObject({ status: 409, body: { open: asked.id } });
  });

  test('to another site: beds first, as for everybody; whom the desk sees on a list, it may ask for', async () => {
    const crew = await aCrew();
    const one = await alone();
    const { _id: place } = await passengerOf(one);
    const asked = anAsk(place, { kind: 'SITE_MOVE', goal: 'SITE', destination: undefined });
    expect((await ask(crew.desk, asked)).status).toBe(200);
    await goes(crew.township, asked.id, 'approve', { site: roomy.site });
    expect(beds.heldAt(roomy.site)).toHaveLength(1);
  });

  test('who refuses to get in is asked for again at once, once', async () => {
    const crew = await aCrew();
    const one = await alone();
    const asked = anAsk(one, { kind: 'RELEASE_HOME', goal: 'HOME' });
    await ask(await leader(), asked);
    await goes(crew.township, asked.id, 'approve');
    await goes(crew.desk, asked.id, 'dispatch', {
      ...{ vehicle: await aVehicle(6, { kinds: ['RELEASE_HOME'] }), driver: crew.driver.id },
    });
    await goes(crew.driver, asked.id, 'reach-pickup');
    await is(crew.driver, (await passengerOf(one))._id, 'refuse', { reason: { code: 'AFRAID' } });
    const open = await mine();
    expect(open).toMatchObject([{ state: 'REQUESTED', detail: { kind: 'RELEASE_HOME', goal: 'HOME' } }]);
    expect((await seen(crew.desk, open[0]?._id ?? '')).passengers).toMatchObject([
      { nameMasked: '王**', state: 'LISTED' },
    ]);
  });
});

describe('twice, at once, and by whom not', () => {
  test('a double tap is one trip; another request under its id is refused', async () => {
    const one = await alone();
    const who = await leader();
    const asked = anAsk(one);
    const answers = await Promise.all([post(who, '/transfers', asked), post(who, '/transfers', asked)]);
    await settle();
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
    expect(await mine()).toHaveLength(1);
    expect((await people()).filter(({ about, state }) => about === one && state === 'LISTED')).toHaveLength(1);
    expect((await ask(who, { ...asked, goal: 'HOME' })).status).toBe(409);
    expect((await ask(await leader(), asked)).status).toBe(409);
  });

  test('of a dozen who ask for one person at once, one has a trip and the others are told of it', async () => {
    const askers = await Promise.all(Array.from({ length: 12 }, leader));
    for (let round = 0; round < 4; round++) {
      const one = await alone();
      const answers = await Promise.all(askers.map((who) => post(who, '/transfers', anAsk(one))));
      await settle();
      const [won, ...more] = answers.filter(({ status }) => status === 200);
      expect(more).toEqual([]);
      const lost = answers.filter(({ status }) => status === 409);
      expect(lost.map(({ body }) => body.open)).toEqual(Array(11).fill(won?.body.id));
      expect((await people()).filter(({ about, state }) => about === one && state === 'LISTED')).toHaveLength(1);
    }
  });

  test('one of a list has a place elsewhere: nobody of it is listed', async () => {
    const [one, other] = [await alone(), await alone()];
    const who = await leader();
    const first = anAsk(other);
    await ask(who, first);
    const both = anAsk(one, { people: [one, other].map((person) => ({ person, needs: [] })) });
    expect(await ask(who, both)).toMatchObject({ status: 409, body: { open: first.id } });
    expect((await people()).filter(({ about, state }) => about === one && state === 'LISTED')).toEqual([]);
    expect((await ask(who, anAsk(one))).status).toBe(200);
  });

  test('an asker who broke off before the trip was there blocks nobody for long', async () => {
    const one = await alone();
    const { _id: place } = await passengerOf(one);
    const left = await collection('transfers').findOne({ _id: place });
    const lost = { ...left, _id: anId(), state: 'LISTED', createdAt: now(), detail: { trip: anId(), code: 'A12B' } };
    await collection('transfers').insertOne(lost as never); // as a crash between two writes leaves it
    const who = await leader();
    expect((await ask(who, anAsk(one))).status).toBe(409);
    await wait(30);
    expect((await ask(who, anAsk(one))).status).toBe(200);
  });

  test('roles that ask for none, people of elsewhere, people nobody knows', async () => {
    const one = await alone();
    for (const role of ['GRID_WORKER', 'DRIVER', 'VOLUNTEER', 'TOWNSHIP_DISPATCHER'] as const) {
      expect((await ask(await somebody(role), anAsk(one))).status).toBe(403);
    }
    const elsewhere = await somebody('GRID_LEADER', `${grid.slice(0, -2)}09`);
    for (const [who, person] of [
      [elsewhere, one],
      [elsewhere, (await passengerOf(one))._id],
      [await leader(), anId()],
    ] as const) {
      expect(pointers(await ask(who, anAsk(person)))).toEqual(['/people/0/person']);
    }
    expect(await mine()).toEqual([]);
  });

  test.each([
    ['a case that goes home', { kind: 'CASE', goal: 'HOME' }, '/goal'],
    ['an ambulance to a site', { kind: 'MEDICAL', goal: 'SITE', byAmbulance: true }, '/byAmbulance'],
    ['taken already by a car of ours', { isTaken: true }, '/isTaken'],
    ['in a fortnight', { from: new Date(start + 14 * 86_400_000).toISOString() }, '/from'],
    ['the week before', { from: new Date(start - 7 * 86_400_000).toISOString() }, '/from'],
    ['nobody', { people: [] }, '/people'],
    [
      'with a piano',
      { people: [{ person: '141122-00000000000000000000000000', needs: ['PIANO'] }] },
      '/people/0/needs/0',
    ],
    ['what the chain asks for', { kind: 'RETURNEE' }, '/kind'],
  ])('%s names the field', async (_what, change, pointer) => {
    const answer = await ask(await leader(), anAsk(await alone(), change));
    expect([answer.status, pointers(answer)]).toEqual([422, [pointer]]);
  });

  test('the same person twice on one list', async () => {
    const one = await alone();
    const answer = await ask(
      await leader(),
      anAsk(one, { people: [one, one].map((person) => ({ person, needs: [] })) }),
    );
    expect(pointers(answer)).toEqual(['/people/1/person']);
    expect(await get(await leader(), '/transfers')).toMatchObject({ status: 200 });
    expect((await onTrip(await leader(), anId(), 'cancel', { reason: { code: 'NOT_NEEDED' } })).status).toBe(404);
  });
});
