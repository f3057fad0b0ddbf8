import { bought, card, cardLines, taken } from '../testing/card-scene';
import { vitamin } from '../testing/medicine-lines';
import {
  aCarrier,
  act,
  aDraft,
  anId,
  aProxy,
  collection,
  does,
  get,
  see,
  setTheStage,
  settle,
  shop,
  somebody,
  stateOf,
  stored,
  submit,
  wait,
} from '../testing/scene';

setTheStage();

/** Such medicine put down at the door, the card not given back. */
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
