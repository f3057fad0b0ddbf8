import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { testCounty } from '../../../testing/test-app';
import type { AreaRecord } from '../../areas';
import { asked, atCounter, bought, patient, tick } from '../testing/register-scene';
import {
  aCarrier,
  act,
  anId,
  does,
  now,
  post,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  told,
} from '../testing/scene';

const freeGrid = `${testCounty}801201-g01`;
const suspendedGrid = `${testCounty}802201-g01`;
const plainGrid = `${testCounty}803201-g01`;
const since = (mode: 'SUSPENDED' | 'FREE', from: string) => ({ mode, from: new Date(from) });
const longAgo = '2020-01-01T00:00:00.000Z';

function aGrid(id: string, fourClass: NonNullable<AreaRecord['fourClass']>): AreaRecord {
  const _id = areaId(id);
  const place = { county: testCounty, level: levelOf(_id), name: '样例网格', scope: scopeOf(_id), adjacent: [] };
  return { _id, ...place, fourClass, validFrom: new Date(longAgo) };
}

setTheStage([
  aGrid(freeGrid, [since('FREE', longAgo), since('SUSPENDED', '2099-01-01T00:00:00.000Z')]),
  aGrid(suspendedGrid, [since('SUSPENDED', longAgo)]),
  aGrid(plainGrid, []),
]);

test('four-class medicine is bought once the pharmacy has registered it; the rest may be bought without', async () => {
  const { id, carrier } = await atCounter();
  const refused = await act(carrier, id, 'purchase', bought('vita', 'pills'));
  expect(refused).toMatchObject({
    status: 422,
    body: { next: 'register', errors: [{ pointer: '/lines/1/outcome', detail: 'to be registered first' }] },
  });
  expect(await act(carrier, id, 'tick-registered', { ownIdShown: false })).toMatchObject({ status: 422 });
  expect(await act(carrier, id, 'tick-registered', { ...tick, ownIdNumber: '1' })).toMatchObject({ status: 422 });
  await does(carrier, id, 'tick-registered', tick);
  expect((await see(carrier, id)).body.register).toMatchObject({ given: true, registeredAt: expect.any(String) });
  expect(Object.keys(Object((await stored(id)).detail.registered)).sort()).toEqual(['at', 'by']);
  await does(carrier, id, 'purchase', bought('vita', 'pills'));
  expect((await see(carrier, id)).body.register).toMatchObject({ given: true, registeredAt: expect.any(String) });
  const without = await atCounter();
  await does(without.carrier, without.id, 'purchase', bought('vita'));
});

test('a second buyer is registered anew: what the first one did at the counter is not carried over', async () => {
  const { id, carrier, place } = await atCounter();
  await does(carrier, id, 'tick-registered', tick);
  await does(carrier, id, 'give-back');
  await settle();
  const second = await aCarrier(place);
  await does(await somebody('GRID_LEADER', place), id, 'assign', { to: second.id });
  await does(second, id, 'start-shopping');
  expect((await see(second, id)).body.register).toEqual({ given: true });
  expect(await act(second, id, 'purchase', bought('pills'))).toMatchObject({ status: 422, body: { next: 'register' } });
  await does(second, id, 'tick-registered', tick);
  await does(second, id, 'purchase', bought('pills'));
});

test('sold freely, nobody is registered; suspended, a doctor decides', async () => {
  const free = await atCounter({ patient, symptoms: undefined }, freeGrid);
  expect((await stored(free.id)).detail.patient).toBeUndefined();
  expect((await see(free.carrier, free.id)).body.register).toBeUndefined();
  await does(free.carrier, free.id, 'purchase', bought('pills', 'vita'));
  const suspended = await asked({ patient }, suspendedGrid);
  expect(await stored(suspended.id)).toMatchObject({ state: 'SUBMITTED', detail: { flags: ['DOCTOR'] } });
  expect((await stored(suspended.id)).detail.patient).toBeUndefined();
  expect(told(suspended.id)).toContain('DOCTOR:DOCTOR_ASKED');
});

test('where sale has been stopped since it was asked for, it is left out, and the household hears; cleared by a doctor, it is bought', async () => {
  const { id, place } = await asked({ patient }, plainGrid);
  const dispatcher = await somebody('TOWNSHIP_DISPATCHER', place);
  const stop = { opId: anId(), mode: 'SUSPENDED', from: now().toISOString() };
  expect(await post(dispatcher, `/four-class/${place}`, stop)).toMatchObject({ status: 200 });
  const carrier = await aCarrier(place);
  const leader = await somebody('GRID_LEADER', place);
  await does(leader, id, 'assign', { to: carrier.id });
  await does(carrier, id, 'start-shopping');
  await settle();
  expect(told(id)).toContain('HOUSEHOLD:FOUR_CLASS_STOPPED');
  const errors = [{ pointer: '/lines/1/outcome', detail: 'not sold here: left out' }];
  const refused = await act(carrier, id, 'purchase', bought('vita', 'pills'));
  expect(refused).toMatchObject({ status: 422, body: { next: 'leave-out', errors } });
  await does(carrier, id, 'purchase', bought('vita'));
  const cleared = await asked({ patient }, place);
  await does(await somebody('DOCTOR', place), cleared.id, 'doctor-clear');
  await settle();
  await does(leader, cleared.id, 'assign', { to: carrier.id });
  await does(carrier, cleared.id, 'start-shopping');
  await settle();
  expect(told(cleared.id)).not.toContain('HOUSEHOLD:FOUR_CLASS_STOPPED');
  await does(carrier, cleared.id, 'purchase', bought('pills', 'vita'));
});
