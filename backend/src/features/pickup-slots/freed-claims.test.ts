import { testCounty } from '../../testing/test-app';
import {
  aFetchingHome,
  atPlace,
  claimsOf,
  controlled,
  controlledPlaces,
  minutesTo,
  newMorning,
  onSlot,
  onTheWay,
  reserve,
  slotOf,
} from '../deliveries/testing/pickup-scene';
import {
  aDelivery,
  anId,
  collection,
  connection,
  does,
  now,
  pass,
  setTheStage,
  settle,
  stateOf,
  stored,
  wait,
} from '../deliveries/testing/scene';
import { sweepPickupClaims } from './sweep-claims';

setTheStage(controlledPlaces);
beforeEach(newMorning);

describe('what a crash leaves behind', () => {
  const claim = (more: object) => {
    const about = { county: testCounty, area: controlled, slot: anId(), opId: anId(), at: now(), what: 'NUMBER' };
    return collection('pickupClaims').insertOne({ _id: anId(), ...about, ...more } as { _id: string });
  };

  test('a number under which no bag came is free after a while; one under which a bag stands is not', async () => {
    await atPlace(1);
    await claim({ number: 2 });
    expect(await sweepPickupClaims(connection(), now())).toBe(0);
    pass(11);
    expect(await sweepPickupClaims(connection(), now())).toBe(1);
    expect(await claimsOf({ what: 'NUMBER' })).toMatchObject([{ number: 1 }]);
  });

  test('a turn is freed when it is over, never before', async () => {
    await claim({ what: 'TURN' });
    pass(23 * 60);
    expect(await sweepPickupClaims(connection(), now())).toBe(0);
    pass(2 * 60);
    expect(await sweepPickupClaims(connection(), now())).toBe(1);
  });
});

describe('ending', () => {
  test('a request that is given back or cancelled frees its time; the next carrier’s goods have a new one', async () => {
    const { id, resident, carrier } = await aDelivery('SHOPPING', {}, await aFetchingHome());
    const { id: slot, from } = (await reserve(resident, id)).body;
    await does(carrier, id, 'give-back');
    await settle();
    expect((await stored(slot)).history.at(-1)).toMatchObject({ action: 'cancel', reason: 'GOODS_TRIAGED' });
    expect(await claimsOf({})).toEqual([]);
    const other = await aDelivery('SHOPPING', {}, await aFetchingHome());
    expect((await reserve(other.resident, other.id, { at: from })).body.from).toBe(from);
  });

  test('goods that go back take their bag off its number', async () => {
    const { id, slot, carrier, worker } = await onTheWay();
    await does(carrier, id, 'fail-delivery');
    await settle();
    expect(await stateOf(slot)).toBe('CANCELLED');
    await does(worker, id, 'retry-delivery');
    await settle();
    const next = (await slotOf(worker, id)).body;
    expect(next).toMatchObject({ state: 'RESERVED', part: 'GRID' });
    expect(next.id).not.toBe(slot);
  });

  test('a bag that stands on its number is not given up by saying so: its turn goes on', async () => {
    const { id, slot, resident, worker } = await atPlace();
    await wait(minutesTo((await slotOf(resident, id)).body.until));
    await onSlot(resident, slot, 'reserve-again');
    for (const person of [resident, worker]) {
      expect((await slotOf(person, id)).body.actions).not.toContain('cancel');
      expect(await onSlot(person, slot, 'cancel', { reason: { code: 'NOT_NEEDED' } })).toMatchObject({
        status: 409,
        body: { next: 'pickUp' },
      });
    }
    expect(await claimsOf({ slot, what: 'NUMBER' })).toMatchObject([{ number: 1 }]);
    expect(await onSlot(resident, slot, 'pick-up')).toMatchObject({ status: 200 });
  });

  test('who needs no time gives it back, with a reason; none is given again until the bag stands there', async () => {
    const { id, slot, resident, carrier } = await onTheWay();
    expect((await onSlot(resident, slot, 'cancel')).status).toBe(422);
    expect((await onSlot(resident, slot, 'cancel', { reason: { code: 'AT_WORK' } })).status).toBe(200);
    await settle();
    expect(await claimsOf({})).toEqual([]);
    await does(carrier, id, 'place-for-pickup', { place: '1' });
    await settle();
    expect((await slotOf(resident, id)).body).toMatchObject({ state: 'CALLED', number: 1 });
  });
});
