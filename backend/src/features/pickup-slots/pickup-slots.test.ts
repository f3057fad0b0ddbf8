import { dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import {
  atPlace,
  claimsOf,
  controlled,
  controlledPlaces,
  minutesTo,
  newMorning,
  onSlot,
  onTheWay,
  slotOf,
} from '../deliveries/testing/pickup-scene';
import {
  anId,
  does,
  get,
  now,
  pass,
  post,
  see,
  setTheStage,
  settle,
  stateOf,
  stored,
  told,
  wait,
} from '../deliveries/testing/scene';

setTheStage(controlledPlaces);
beforeEach(newMorning);

describe('a time of its own', () => {
  test('goods that set out have the earliest free time; called, reminded and picked up, the request is confirmed', async () => {
    const { id, slot, resident, carrier, helper, phone, name } = await onTheWay();
    const mine = (await slotOf(resident, id)).body;
    expect(mine).toMatchObject({ state: 'RESERVED', place: '南门广场', part: 'HOUSEHOLD', area: controlled });
    expect(minutesTo(mine.from)).toBeGreaterThanOrEqual(15);
    expect(minutesTo(mine.from)).toBeLessThan(18);
    expect(mine.number).toBeUndefined();
    expect(told(slot)).toEqual(['HOUSEHOLD:PICKUP_TIME']);

    const [row] = (await get(helper, '/work/pickup-slots')).body.items;
    expect(row).toMatchObject({ id: slot, part: 'PLACE', code: mine.code, freeNumber: 1, actions: ['call'] });
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`${phone}|${name}|402|b01`));
    expect((await slotOf(carrier, id)).body).toMatchObject({ id: slot, part: 'PLACE', freeNumber: 1 });
    expect((await onSlot(helper, slot, 'call', { number: 2 })).body).toMatchObject({
      view: { state: 'CALLED', number: 2, bagThere: true },
    });
    await settle();
    expect(await stored(id)).toMatchObject({ state: 'READY_FOR_PICKUP', detail: { place: '2' } });
    expect(told(slot)).toContain('HOUSEHOLD:READY_FOR_PICKUP');
    expect(told(id)).not.toContain('HOUSEHOLD:READY_FOR_PICKUP');

    await wait(minutesTo(mine.from) - 9);
    expect(told(slot)).toContain('HOUSEHOLD:PICKUP_SOON');
    expect(await onSlot(resident, slot, 'pick-up')).toMatchObject({
      status: 200,
      body: { view: { state: 'PICKED_UP', actions: [], bagThere: false } },
    });
    await settle();
    expect(await stateOf(id)).toBe('CONFIRMED');
    expect(await claimsOf({ slot })).toEqual([]);
  });

  test('missed, given one more, missed again: it goes to the door', async () => {
    const { id, slot, resident, carrier } = await atPlace();
    const first = (await slotOf(resident, id)).body;
    await wait(minutesTo(first.until) - 1);
    expect(await stateOf(slot)).toBe('CALLED');
    await wait(1);
    expect((await slotOf(resident, id)).body).toMatchObject({ state: 'MISSED', missed: 1, bagThere: true });
    expect(told(slot)).toContain('HOUSEHOLD:PICKUP_MISSED');

    expect(await onSlot(resident, slot, 'reserve-again')).toMatchObject({
      status: 200,
      body: { view: { state: 'RESERVED', number: 1 } },
    });
    const second = (await slotOf(resident, id)).body;
    await wait(minutesTo(second.from) - 10);
    expect((await slotOf(resident, id)).body).toMatchObject({ state: 'CALLED', number: 1 });
    expect(told(slot).at(-1)).toBe('HOUSEHOLD:PICKUP_SOON');
    await wait(minutesTo(second.until));
    expect([await stateOf(slot), await stateOf(id)]).toEqual(['TO_DOOR', 'IN_TRANSIT']);
    expect(told(slot).at(-1)).toBe('HOUSEHOLD:TO_DOOR');
    expect(told(id).at(-1)).toBe('CARRIER:TO_DOOR');
    expect((await stored(id)).detail).toMatchObject({ mode: 'DOOR' });
    // it still stands there: whoever brings it fetches it first
    expect((await see(carrier, id)).body).toMatchObject({ state: 'IN_TRANSIT', place: '1' });
    await does(carrier, id, 'drop', { photo: anId() });
    expect((await see(carrier, id)).body.place).toBeUndefined();
    expect(await claimsOf({ slot })).toEqual([]);
  });

  test('who says nothing after a missed time is given the next one, and only one', async () => {
    const { id, slot, resident } = await atPlace();
    await wait(minutesTo((await slotOf(resident, id)).body.until));
    await wait(31);
    expect((await stored(slot)).history.at(-1)).toMatchObject({ action: 'reserveAgain', by: 'SYSTEM' });
    expect((await slotOf(resident, id)).body).toMatchObject({ state: 'RESERVED', missed: 1 });
    await wait(10);
    expect(await stateOf(slot)).toBe('CALLED');
    await wait(minutesTo((await slotOf(resident, id)).body.until));
    expect(await stateOf(slot)).toBe('TO_DOOR');
  });

  test('a bag that has not come when its time begins is put off, and the household hears of it', async () => {
    const { id, slot, resident } = await onTheWay();
    const { from } = (await slotOf(resident, id)).body;
    await wait(minutesTo(from));
    const later = (await slotOf(resident, id)).body;
    expect(later.state).toBe('RESERVED');
    expect(new Date(later.from).getTime()).toBeGreaterThanOrEqual(now().getTime() + 15 * 60_000);
    expect(told(slot)).toEqual(['HOUSEHOLD:PICKUP_TIME', 'HOUSEHOLD:PICKUP_TIME']);
    expect((await claimsOf({ slot })).map(({ at }) => at.toISOString())).toEqual([later.from]);
  });

  test('at night the first time of the morning is given', async () => {
    const { id, resident, slot } = await onTheWay();
    const tomorrow = dayOf(new Date(now().getTime() + 24 * 3_600_000));
    await wait(minutesTo(shanghaiInstant(dayOf(now()), 20).toISOString()));
    expect((await slotOf(resident, id)).body.from).toBe(shanghaiInstant(tomorrow, 8).toISOString());
    expect(await stateOf(slot)).toBe('RESERVED');
  });
});

describe('at the place', () => {
  test('a numbered place has one bag; whoever comes second is told a free number', async () => {
    const first = await atPlace(2);
    const second = await onTheWay();
    expect(await onSlot(second.helper, second.slot, 'call', { number: 2 })).toMatchObject({
      status: 409,
      body: { next: 'otherNumber', freeNumber: 1 },
    });
    expect((await onSlot(second.helper, second.slot, 'call', { number: 4 })).status).toBe(422);
    expect((await onSlot(second.helper, second.slot, 'call', { number: 1 })).status).toBe(200);
    const { items } = (await get(second.helper, '/work/pickup-slots')).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([first.slot, second.slot]);
    await onSlot(first.resident, first.slot, 'pick-up');
    await settle();
    expect(await claimsOf({ what: 'NUMBER' })).toMatchObject([{ number: 1 }]);
  });

  test('somebody at the place says the code on the bag; another code is refused', async () => {
    const { id, slot, resident, helper } = await atPlace();
    const { code } = (await slotOf(resident, id)).body;
    expect((await onSlot(helper, slot, 'pick-up')).body.type).toMatch(/code-wrong$/);
    expect((await onSlot(helper, slot, 'pick-up', { code: 'Z000' })).status).toBe(422);
    expect(await onSlot(helper, slot, 'pick-up', { code: code.toLowerCase() })).toMatchObject({ status: 200 });
    await settle();
    expect(await stateOf(id)).toBe('CONFIRMED');
  });

  test('nobody is missed before the turn is over, and nothing is fetched before it stands there', async () => {
    const { id, slot, resident, helper } = await onTheWay();
    expect(await onSlot(resident, slot, 'pick-up')).toMatchObject({ status: 409, body: { next: 'call' } });
    await onSlot(helper, slot, 'call', { number: 3 });
    expect(await onSlot(helper, slot, 'miss')).toMatchObject({ status: 409, body: { next: 'wait' } });
    pass(minutesTo((await slotOf(resident, id)).body.to));
    expect(await onSlot(helper, slot, 'miss')).toMatchObject({ status: 200, body: { view: { missed: 1 } } });
    // who comes late after all still has it
    expect(await onSlot(resident, slot, 'pick-up')).toMatchObject({ status: 200 });
    await settle();
    expect(await stateOf(id)).toBe('CONFIRMED');
  });

  test('a double tap is one act with one receipt', async () => {
    const { slot, resident, helper } = await onTheWay();
    const call = { opId: anId(), number: 1 };
    const [one, two] = await Promise.all([1, 2].map(() => post(helper, `/pickup-slots/${slot}/call`, call)));
    expect(one?.body.receipt).toEqual(two?.body.receipt);
    const fetch = { opId: anId() };
    const [first, second] = await Promise.all([1, 2].map(() => post(resident, `/pickup-slots/${slot}/pick-up`, fetch)));
    expect(first?.body.receipt).toEqual(second?.body.receipt);
    expect((await stored(slot)).history).toHaveLength(2);
    expect(await onSlot(resident, slot, 'reserve-again')).toMatchObject({ status: 409 });
  });

  test('what the carrier reports of the request itself calls the slot, with its number', async () => {
    const { id, slot, carrier } = await onTheWay();
    await does(carrier, id, 'place-for-pickup', { place: '3' });
    await settle();
    expect(await stored(slot)).toMatchObject({ state: 'CALLED', detail: { number: 3 } });
    await does(carrier, id, 'picked-up');
    await settle();
    expect(await stateOf(slot)).toBe('PICKED_UP');
  });
});
