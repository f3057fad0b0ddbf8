import { dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import {
  aFetchingHome,
  atPlace,
  claimsOf,
  controlled,
  controlledPlaces,
  type Fetching,
  minutesTo,
  newMorning,
  onSlot,
  onTheWay,
  reserve,
  slotOf,
  timesOf,
} from '../deliveries/testing/pickup-scene';
import {
  aCarrier,
  act,
  aDelivery,
  aHome,
  anId,
  aProxy,
  changeHome,
  collection,
  does,
  get,
  now,
  post,
  see,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  told,
} from '../deliveries/testing/scene';

setTheStage(controlledPlaces);
beforeEach(newMorning);

describe('choosing a time', () => {
  test('the household, who speaks for it and its grid choose among free times; nobody else learns of them', async () => {
    const { id, slot, resident, worker, carrier, helper, ...home } = await onTheWay();
    const proxy = await aProxy(home as never);
    const { items, day, place } = (await timesOf(resident, id)).body;
    expect([place, day]).toEqual(['南门广场', dayOf(now())]);
    for (const [i, person] of [resident, proxy, worker].entries()) {
      const at = items[5 + i].from;
      expect(await onSlot(person, slot, 'change-time', { at })).toMatchObject({
        status: 200,
        body: { view: { from: at } },
      });
      await settle();
    }
    expect(await claimsOf({ slot })).toHaveLength(1);
    const neighbour = (await aFetchingHome()).resident;
    for (const person of [neighbour, carrier, helper]) expect((await timesOf(person, id)).status).toBe(404);
    expect((await onSlot(helper, slot, 'change-time')).status).toBe(403);
    expect((await onSlot(neighbour, slot, 'change-time')).status).toBe(404);
  });

  test('a time that is none is refused: between turns, too soon, after closing', async () => {
    const { id, slot, resident } = await onTheWay();
    const { items, day } = (await timesOf(resident, id)).body;
    const [between, closed] = [new Date(Date.parse(items[9].from) + 60_000), shanghaiInstant(day, 20)];
    const soon = new Date(Date.parse(items[0].from) - 6 * 60_000);
    for (const at of [between, closed, soon].map((one) => one.toISOString())) {
      expect((await onSlot(resident, slot, 'change-time', { at })).status).toBe(422);
    }
    expect(await claimsOf({ slot })).toHaveLength(1);
  });

  test('two households that want one time: one has it, the other is told the next free one', async () => {
    const [one, other] = [await onTheWay(), await onTheWay()];
    const { items } = (await timesOf(one.resident, one.id)).body;
    const at = items[7].from;
    const answers = await Promise.all(
      [one, other].map(({ resident, slot }) => onSlot(resident, slot, 'change-time', { at })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409)?.body;
    expect(lost).toMatchObject({ next: 'chooseAnother' });
    expect(lost.type).toMatch(/capacity-full$/);
    expect(Date.parse(lost.freeAt)).toBeGreaterThan(0);
    const turns = await claimsOf({ what: 'TURN', at: new Date(at) });
    expect(turns).toHaveLength(1);
  });

  test('several at once, without a wish: each has another time', async () => {
    const scenes: Fetching[] = [];
    for (let i = 0; i < 4; i++) scenes.push(await onTheWay());
    await Promise.all(scenes.map(({ resident, slot }) => onSlot(resident, slot, 'change-time')));
    await settle();
    const times = await Promise.all(scenes.map(async ({ id, resident }) => (await slotOf(resident, id)).body.from));
    expect(new Set(times).size).toBe(scenes.length);
    expect(await claimsOf({ what: 'TURN' })).toHaveLength(scenes.length);
  });

  test('chosen before the goods set out: the same operation is one slot, another one is refused, and none is given later', async () => {
    const { id, resident, carrier } = await aDelivery('SHOPPING', {}, await aFetchingHome());
    expect((await slotOf(resident, id)).status).toBe(404);
    const opId = anId();
    const both = await Promise.all([1, 2].map(() => post(resident, `/deliveries/${id}/pickup-slot`, { opId })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
    expect(minutesTo(both[0]?.body.from)).toBeGreaterThanOrEqual(40);
    const again = await reserve(resident, id);
    expect(again).toMatchObject({ status: 409, body: { open: both[0]?.body.id, next: 'changeTime' } });
    const lines = [
      { line: 'eggs', outcome: 'FOUND', actualFen: 1800 },
      { line: 'noodles', outcome: 'LEFT_OUT' },
    ];
    await does(carrier, id, 'purchase', { lines, receiptPhoto: anId(), bags: 1 });
    await does(carrier, id, 'depart');
    await settle();
    expect(await collection('tasks').countDocuments({ kind: 'PICKUP_SLOT' } as object)).toBe(1);
    expect(await claimsOf({})).toHaveLength(1);
  });

  test('no time before somebody carries it, and none for what is brought to the door', async () => {
    const early = await aDelivery('TRIAGED', {}, await aFetchingHome());
    expect(await reserve(early.resident, early.id)).toMatchObject({ status: 409, body: { next: 'refresh' } });
    const elder = await aDelivery('SHOPPING', {}, await aHome(controlled, 'ELDER_ALONE'));
    expect(await reserve(elder.resident, elder.id)).toMatchObject({ status: 409, body: { next: 'door' } });
    expect((await timesOf(elder.resident, elder.id)).status).toBe(409);
  });
});

describe('to the door', () => {
  test('an elder alone has no slot; the bag of such a home is not put on a place', async () => {
    const { id, resident, carrier } = await aDelivery('IN_TRANSIT', {}, await aHome(controlled, 'ELDER_ALONE'));
    expect((await slotOf(resident, id)).status).toBe(404);
    expect(await act(carrier, id, 'place-for-pickup', { place: '1' })).toMatchObject({
      status: 409,
      body: { next: 'drop' },
    });
    await does(carrier, id, 'drop', { photo: anId() });
  });

  test('a home that is quarantined meanwhile says so at once; others only after two missed times', async () => {
    const { id, slot, resident, household, carrier } = await onTheWay();
    const view = (await slotOf(resident, id)).body;
    expect(view.actions).not.toContain('toDoor');
    expect(await onSlot(resident, slot, 'to-door')).toMatchObject({ status: 409 });
    await changeHome(household, { inQuarantine: true });
    expect((await slotOf(resident, id)).body.actions).toContain('toDoor');
    expect(await onSlot(resident, slot, 'to-door')).toMatchObject({ status: 200 });
    await settle();
    expect(await stored(id)).toMatchObject({ state: 'IN_TRANSIT', detail: { mode: 'DOOR' } });
    expect(told(id).at(-1)).toBe('CARRIER:TO_DOOR');
    expect(await act(carrier, id, 'place-for-pickup', { place: '1' })).toMatchObject({ status: 409 });
    expect(await claimsOf({ slot })).toEqual([]);
  });

  test('the grid vouches with a reason, which is kept; without one it waits like the household', async () => {
    const { id, slot, worker } = await atPlace();
    expect(await onSlot(worker, slot, 'to-door', { reason: { code: 'ASKED' } })).toMatchObject({ status: 409 });
    expect(await onSlot(worker, slot, 'to-door', { reason: { code: 'AT_DOOR_DISABLED' } })).toMatchObject({
      status: 200,
    });
    await settle();
    expect((await stored(slot)).history.at(-1)).toMatchObject({ action: 'toDoor', reason: 'AT_DOOR_DISABLED' });
    expect(await stored(id)).toMatchObject({ state: 'IN_TRANSIT', detail: { mode: 'DOOR' } });
  });

  test('the carrier who takes it from the place to the door ends the slot', async () => {
    const { id, slot, carrier } = await atPlace();
    await does(carrier, id, 'to-door');
    await settle();
    expect(await stateOf(slot)).toBe('TO_DOOR');
    expect(await claimsOf({ slot })).toEqual([]);
  });
});

describe('who sees what', () => {
  test('the carrier may phone the household and is not told its door, until it goes there', async () => {
    const { id, slot, carrier, worker, resident, phone } = await onTheWay();
    const seen = (await see(carrier, id)).body;
    expect(seen.household).toMatchObject({ phone });
    expect(JSON.stringify(seen)).not.toMatch(/402|b01-|"doorWords"/);
    expect((await see(resident, id)).body.household.address).toBeDefined();
    await onSlot(worker, slot, 'to-door', { reason: { code: 'AT_DOOR_ELDER' } });
    await settle();
    expect((await see(carrier, id)).body.household.address).toMatchObject({ room: expect.stringContaining('402') });
  });

  test('the household’s list says that it is fetched, and the request where it stands; the pool says neither', async () => {
    const { id, slot, resident, worker, helper } = await onTheWay();
    expect((await slotOf(resident, id)).body.numbers).toBeUndefined();
    expect((await slotOf(worker, id)).body.numbers).toBe(3);
    const rows = (await get(resident, '/deliveries/mine')).body.items;
    expect(rows).toMatchObject([{ id, mode: 'SLOT' }]);
    await onSlot(helper, slot, 'call', { number: 2 });
    await settle();
    expect((await see(resident, id)).body.place).toBe('2');
    const other = await onTheWay();
    await does(other.carrier, other.id, 'ask-handover', { bags: 1, photo: anId(), reason: { code: 'NOT_WELL' } });
    const [free] = (await get(helper, '/work/pool')).body.items;
    expect(free).toMatchObject({ id: other.id, actions: ['takeOver'] });
    expect(free.mode).toBeUndefined();
  });

  test('a neighbour, another grid and strangers see nothing; the list is the grid’s', async () => {
    const { id, slot, worker, helper, resident } = await atPlace();
    const strangers = [
      (await aFetchingHome()).resident,
      await somebody('GRID_WORKER', controlled.replace('g01', 'g02')),
      await aCarrier(controlled.replace('g01', 'g02')),
      await somebody('DOCTOR', controlled),
    ];
    for (const person of strangers) {
      expect((await get(person, `/pickup-slots/${slot}`)).status).toBe(404);
      expect((await slotOf(person, id)).status).toBe(404);
      expect((await onSlot(person, slot, 'pick-up', { code: 'A000' })).status).toBe(404);
    }
    expect((await get(resident, '/pickup-slots')).status).toBe(403);
    expect((await get(resident, '/work/pickup-slots')).status).toBe(403);
    expect((await get(worker, '/pickup-slots')).body.items).toMatchObject([{ id: slot, part: 'GRID' }]);
    expect((await get(worker, '/pickup-slots?day=2022-04-17')).body.items).toEqual([]);
    expect((await get(helper, `/work/pickup-slots?area=${controlled}`)).body.items).toHaveLength(1);
    await onSlot(resident, slot, 'pick-up');
    expect((await get(worker, '/pickup-slots')).body.items).toMatchObject([{ state: 'PICKED_UP' }]);
    expect((await get(helper, '/work/pickup-slots')).body.items).toEqual([]);
  });
});
