import { bought, card, cardLines, taken } from '../testing/card-scene';
import { vitamin } from '../testing/medicine-lines';
import { aRun, onRun, toDoors } from '../testing/run-scene';
import {
  aCarrier,
  act,
  anId,
  collection,
  does,
  get,
  post,
  see,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  wait,
} from '../testing/scene';

setTheStage();

test('whoever has the card brings it back before giving the work back or stopping; never put down, it climbs as well', async () => {
  const { id, carrier, resident, leader } = await taken();
  await does(carrier, id, 'take-custody', card);
  expect(await act(carrier, id, 'give-back')).toMatchObject({ status: 409, body: { next: 'return-card' } });
  expect(await act(resident, id, 'cancel')).toMatchObject({ status: 409, body: { next: 'return-card' } });
  expect(await stateOf(id)).toBe('ACCEPTED');
  // the leader may take the work away; the card stays written down with whoever has it
  await does(leader, id, 'give-back');
  expect((await stored(id)).detail.custody).toMatchObject({ heldBy: carrier.id });
  await wait(24 * 60);
  expect(cardLines(id)).toContain('GRID_LEADER:CARD_OUT');
  await does(resident, id, 'return-custody');
  await does(resident, id, 'cancel');
});

test('goods that change hands take the card along', async () => {
  const { id, carrier, place, resident } = await taken();
  await does(carrier, id, 'take-custody', card);
  await does(carrier, id, 'start-shopping');
  await does(carrier, id, 'purchase', bought());
  const second = await aCarrier(place);
  await does(carrier, id, 'ask-handover', { bags: 2, photo: anId() });
  await does(second, id, 'take-over', { bags: 2 });
  expect((await stored(id)).detail.custody).toMatchObject({ takenBy: carrier.id, heldBy: second.id });
  expect((await see(second, id)).body.custody.heldBy.self).toBe(true);
  await does(resident, id, 'return-custody');
});

test('whoever falls ill lets the work go; the card is fetched by the next, whose ladder goes on from when it was taken', async () => {
  const { id, carrier, place, resident, leader } = await taken();
  await does(carrier, id, 'take-custody', card);
  const { takenAt } = Object((await stored(id)).detail.custody);
  await wait(30);
  await post(carrier, '/volunteers/me/off-duty', { opId: anId(), sick: true });
  await settle();
  expect(await stored(id)).toMatchObject({ state: 'TRIAGED', detail: { custody: { heldBy: carrier.id } } });
  expect(cardLines(id).slice(1)).toEqual(['GRID_LEADER:CARD_LEFT']);
  const next = await aCarrier(place);
  await does(leader, id, 'assign', { to: next.id });
  await does(next, id, 'take-custody', { items: ['MEDICAL_CARD'] });
  await does(next, id, 'start-shopping');
  await settle();
  expect(cardLines(id).slice(2)).toEqual(['HOUSEHOLD:CARD_TAKEN', 'CARRIER:CARD_PASSED']);
  expect((await stored(id)).detail.custody).toMatchObject({
    ...{ takenBy: carrier.id, heldBy: next.id, takenAt, told: 0 },
    items: card.items,
  });
  await wait(24 * 60 - 30);
  expect(cardLines(id).slice(4)).toEqual(['GRID_LEADER:CARD_OUT', 'CARRIER:CARD_OUT']);
  await does(resident, id, 'return-custody');
});

test('bought by a former holder after all: the card goes on with that delivery, and the request that another had ends', async () => {
  const { id, carrier, place, resident, leader } = await taken({ payMode: 'VOLUNTEER_ADVANCE' });
  await does(carrier, id, 'take-custody', card);
  await does(carrier, id, 'start-shopping');
  const worker = await somebody('GRID_WORKER', place);
  await does(leader, id, 'give-back');
  await does(carrier, id, 'purchase', bought());
  const [late] = (await get(worker, '/late-facts')).body.items;
  await post(worker, `/late-facts/${late.id}/apply`, { opId: anId() });
  await settle();
  expect(await stateOf(id)).toBe('CANCELLED');
  const own = await collection('tasks').findOne({ 'detail.linkedFrom': id } as object);
  expect(own).toMatchObject({ state: 'PURCHASED', detail: { custody: { heldBy: carrier.id, items: card.items } } });
  await wait(24 * 60);
  expect(cardLines(own?._id ?? '')).toContain('GRID_LEADER:CARD_OUT');
  await does(resident, own?._id ?? '', 'return-custody');
});

test('a run is not given back by whoever has the card of one of its doors, and takes it along to the next carrier', async () => {
  const lines = [{ ...vitamin, line: 'eggs' }];
  const scene = await aRun({ kind: 'MEDICINE', lines, payMode: 'FREE', repeatPrescription: true, daysLeft: 20 });
  const { run, carrier, leader, place, ids } = scene;
  await does(carrier, ids[0], 'take-custody', card);
  expect(await onRun(carrier, run, 'give-back')).toMatchObject({ status: 409, body: { next: 'return-card' } });
  await toDoors(scene);
  const next = await aCarrier(place);
  await onRun(leader, run, 'hand-over', { to: next.id, bags: 2 });
  await settle();
  expect((await stored(ids[0])).detail.custody).toMatchObject({ takenBy: carrier.id, heldBy: next.id });
});
