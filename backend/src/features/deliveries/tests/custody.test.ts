import { aRun, onRun, toDoors } from '../testing/run-scene';
import {
  aCarrier,
  act,
  aDraft,
  aHome,
  anId,
  aProxy,
  collection,
  does,
  get,
  post,
  receipt,
  see,
  setTheStage,
  settle,
  shop,
  somebody,
  stored,
  submit,
  told,
  wait,
} from '../testing/scene';

setTheStage();

const vitamin = {
  line: 'vita',
  sku: 'vitamin',
  name: '维生素',
  unit: '盒',
  quantity: 1,
  substitution: { rule: 'NEVER' },
};
const card = { items: ['MEDICAL_CARD', 'CLINIC_CARD'] };
const bought = () => receipt({ lines: [{ line: 'vita', outcome: 'FOUND' }] });

/** Medicine that is prescribed again, in somebody's hands. */
async function taken(more: object = {}) {
  const home = await aHome();
  const medicine = { kind: 'MEDICINE', shop: shop(), lines: [vitamin], payMode: 'FREE', repeatPrescription: true };
  const draft = aDraft(home.household, { ...medicine, ...more });
  expect(await submit(home.resident, draft)).toMatchObject({ status: 200 });
  await settle();
  const [carrier, leader] = [await aCarrier(home.place), await somebody('GRID_LEADER', home.place)];
  await does(leader, draft.id, 'assign', { to: carrier.id });
  return { ...home, id: draft.id, carrier, leader };
}

/** The same, at the door, the card not given back. */
async function dropped(more: object = {}) {
  const scene = await taken(more);
  const { id, carrier } = scene;
  await does(carrier, id, 'take-custody', card);
  await does(carrier, id, 'start-shopping');
  await does(carrier, id, 'purchase', bought());
  await does(carrier, id, 'depart');
  await does(carrier, id, 'drop', { photo: anId() });
  await settle();
  return scene;
}

const cardLines = (id: string) => told(id).filter((line) => line.includes('CARD_'));
const stateOf = async (id: string) => (await stored(id)).state;

test('household, grid and carrier see in whose hands the card is; others do not', async () => {
  const { id, carrier, leader, resident, place } = await taken();
  expect((await see(carrier, id)).body).toMatchObject({ repeatPrescription: true });
  await does(carrier, id, 'take-custody', { items: ['MEDICAL_CARD'] });
  await settle();
  expect(cardLines(id)).toEqual(['HOUSEHOLD:CARD_TAKEN']);
  const label = (await see(resident, id)).body.custody.heldBy.label;
  expect(label).not.toBe('STAFF');
  for (const person of [resident, leader]) {
    const seen = (await see(person, id)).body.custody;
    expect(seen).toMatchObject({ items: ['MEDICAL_CARD'], heldBy: { label }, takenAt: expect.any(String) });
    expect(seen.heldBy.self).toBeUndefined();
  }
  expect((await see(carrier, id)).body.custody.heldBy.self).toBe(true);
  expect((await see(await aCarrier(place), id)).body.custody).toBeUndefined();
  // another card at the door is written down beside the first
  await does(carrier, id, 'take-custody', { items: ['PRESCRIPTION'] });
  expect((await see(resident, id)).body.custody.items).toEqual(['MEDICAL_CARD', 'PRESCRIPTION']);
  expect(await act(resident, id, 'take-custody', card)).toMatchObject({ status: 403 });
  expect(await act(carrier, id, 'return-custody')).toMatchObject({ status: 403 });
});

test('given back with the medicine and ticked, it closes as any other', async () => {
  const { id, resident, carrier } = await dropped();
  await does(resident, id, 'return-custody');
  await settle();
  expect(cardLines(id)).toEqual(['HOUSEHOLD:CARD_TAKEN', 'CARRIER:CARD_RETURNED']);
  await does(resident, id, 'confirm');
  await settle();
  expect(await stateOf(id)).toBe('CLOSED');
  await wait(3 * 24 * 60);
  expect(cardLines(id)).toHaveLength(2);
  expect((await see(carrier, id)).body.custody.returnedAt).toEqual(expect.any(String));
  expect(await act(resident, id, 'return-custody')).toMatchObject({ status: 409 });
});

test('nothing closes while the card is out: grid leader after a day, township after two, and the tick closes it', async () => {
  const { id, resident, carrier, leader, place, household } = await dropped();
  const anew = () => aDraft(household, { kind: 'MEDICINE', shop: shop(), lines: [vitamin], payMode: 'FREE' });
  await does(resident, id, 'confirm');
  await settle();
  expect(await stateOf(id)).toBe('CONFIRMED');
  expect((await see(carrier, id)).body.custody.heldBy.self).toBe(true);
  expect((await see(leader, id)).body.next).toMatchObject({ code: 'RETURN_CARD', who: 'CARRIER' });
  await wait(24 * 60 - 1);
  expect(cardLines(id)).toEqual(['HOUSEHOLD:CARD_TAKEN']);
  expect(await submit(resident, anew())).toMatchObject({ status: 409, body: { open: id } });
  await wait(1);
  expect(cardLines(id).slice(1)).toEqual(['GRID_LEADER:CARD_OUT', 'CARRIER:CARD_OUT']);
  expect((await see(leader, id)).body.flags).toContain('CARD_OUT');
  // for a lost card nobody goes without medicine
  const next = anew();
  expect(await submit(resident, next)).toMatchObject({ status: 200 });
  await does(resident, next.id, 'cancel');
  const worker = await somebody('GRID_WORKER', place);
  await wait(24 * 60);
  expect(cardLines(id).slice(3)).toEqual(['TOWNSHIP_DISPATCHER:CARD_OUT', 'CARRIER:CARD_OUT']);
  expect((await get(worker, '/grid/queue?tab=late')).body.items).toMatchObject([{ id }]);
  await wait(5 * 24 * 60);
  expect(cardLines(id)).toHaveLength(5);
  expect(await stateOf(id)).toBe('CONFIRMED');
  await does(worker, id, 'return-custody');
  await settle();
  expect(await stateOf(id)).toBe('CLOSED');
  expect((await stored(id)).detail.flags).not.toContain('CARD_OUT');
});

test('paid and repaid, it still waits for the card', async () => {
  const { id, resident, carrier, ...home } = await dropped({ payMode: 'RESIDENT_PAYS_SHOP' });
  await does(resident, id, 'confirm');
  await does(resident, id, 'tick-paid');
  await does(carrier, id, 'tick-received');
  await settle();
  expect(await stateOf(id)).toBe('SETTLED');
  await does(await aProxy({ resident, ...home }), id, 'return-custody');
  await settle();
  expect(await stateOf(id)).toBe('CLOSED');
});

test('put down again after a wrong door, the day begins anew and nobody is told twice', async () => {
  const { id, carrier, resident } = await dropped();
  await does(carrier, id, 'undo-drop');
  await wait(60);
  await does(carrier, id, 'drop', { photo: anId() });
  await wait(24 * 60 - 1);
  expect(cardLines(id)).toEqual(['HOUSEHOLD:CARD_TAKEN']);
  await wait(1);
  expect(cardLines(id).slice(1)).toEqual(['GRID_LEADER:CARD_OUT', 'CARRIER:CARD_OUT']);
  await does(resident, id, 'return-custody');
});

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

test('stopped in the shop, nothing paid: it ends once the card is back', async () => {
  const { id, carrier, resident, leader } = await taken();
  await does(carrier, id, 'take-custody', card);
  await does(carrier, id, 'start-shopping');
  await does(resident, id, 'ask-cancel');
  await does(carrier, id, 'not-paid');
  expect(await stateOf(id)).toBe('NOTHING_BOUGHT');
  const close = await act(leader, id, 'close-unfulfilled');
  expect(close).toMatchObject({ status: 409, body: { next: 'return-card' } });
  await does(resident, id, 'return-custody');
  await does(resident, id, 'close-unfulfilled');
  expect(await stateOf(id)).toBe('CLOSED');
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

test('reported when it is over, it is kept as a fact for the grid; what is no medicine has no such thing', async () => {
  const { id, carrier, resident } = await dropped();
  await does(resident, id, 'return-custody');
  await does(resident, id, 'confirm');
  await settle();
  const late = await act(carrier, id, 'take-custody', card);
  expect(late.body.receipt.to).toBe('LATE_FACT');
  expect(await collection('lateFacts').countDocuments({ 'fact.action': 'takeCustody' } as object)).toBe(1);
  const groceries = await taken({ kind: 'GROCERY' });
  expect((await see(groceries.carrier, groceries.id)).body.repeatPrescription).toBeUndefined();
  const strange = await act(groceries.carrier, groceries.id, 'take-custody', card);
  expect(strange.body.receipt.to).toBe('LATE_FACT');
  expect((await stored(groceries.id)).detail.custody).toBeUndefined();
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

test('paid and over but for the card, it stays in the list of whoever has it', async () => {
  const { id, carrier, resident } = await dropped({ payMode: 'RESIDENT_PAYS_SHOP' });
  await does(resident, id, 'confirm');
  await does(resident, id, 'tick-paid');
  await does(carrier, id, 'tick-received');
  await settle();
  const mine = async () => (await get(carrier, '/work/mine')).body.items.map((row: { id: string }) => row.id);
  expect(await stateOf(id)).toBe('SETTLED');
  expect(await mine()).toContain(id);
  await does(resident, id, 'return-custody');
  expect(await mine()).not.toContain(id);
});
