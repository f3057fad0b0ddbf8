import {
  aCarrier,
  act,
  aDelivery,
  aDraft,
  aHome,
  anId,
  does,
  get,
  receipt,
  see,
  setTheStage,
  settle,
  stored,
  submit,
} from './testing/scene';

setTheStage();

test('when a request goes all the way, everybody sees only what is theirs and the money is counted', async () => {
  const home = await aHome();
  const carrier = await aCarrier(home.place);
  const draft = aDraft(home.household);
  const { id } = draft;
  expect(await submit(home.resident, draft)).toMatchObject({ status: 200, body: { state: 'SUBMITTED' } });
  await settle();
  expect((await see(carrier, id)).body.household).toBeUndefined();
  await does(carrier, id, 'accept');
  const { name, phone } = home;
  expect((await see(carrier, id)).body.household).toMatchObject({ name, phone, address: { room: '402' } });
  await does(carrier, id, 'start-shopping');
  expect((await does(carrier, id, 'purchase', receipt())).body.view).toMatchObject({ state: 'PURCHASED' });
  await does(carrier, id, 'depart');
  await does(carrier, id, 'drop', { photo: anId() });
  await does(home.resident, id, 'confirm');
  const after = (await see(carrier, id)).body;
  expect(after.household).toBeUndefined();
  expect(after.money).toMatchObject({ owedFen: 2300, owedTo: 'CARRIER' });
  await settle();
  expect((await get(carrier, '/ledger/mine')).body).toMatchObject({ owedToMeFen: 2300 });
  await does(home.resident, id, 'tick-paid');
  await does(carrier, id, 'tick-received');
  await settle();
  expect((await see(home.resident, id)).body.state).toBe('CLOSED');
  expect((await get(carrier, '/ledger/mine')).body.owedToMeFen).toBe(0);
});

test('when the household sends it elsewhere, the carrier reads where, and nobody does afterwards', async () => {
  const { id, carrier, resident } = await aDelivery('IN_TRANSIT');
  const words = '送到东门口传达室';
  await does(resident, id, 'redirect', { words, reason: { code: 'OTHER_DOOR' } });
  expect((await see(carrier, id)).body.wayWords).toMatchObject([{ words }]);
  expect((await see(resident, id)).body.wayWords).toMatchObject([{ words }]);
  await does(carrier, id, 'drop', { photo: anId() });
  await does(resident, id, 'confirm');
  expect((await see(carrier, id)).body.wayWords).toBeUndefined();
});

test('when a draft is sent again, the answer is the stored one; the same id for another draft is refused', async () => {
  const { household, resident } = await aHome();
  const draft = aDraft(household);
  const first = await submit(resident, draft);
  expect((await submit(resident, draft)).body.id).toBe(first.body.id);
  expect(await submit(resident, { ...draft, words: '快点' })).toMatchObject({ status: 409 });
  expect(await submit(resident, aDraft(household))).toMatchObject({ status: 409, body: { open: draft.id } });
});

test('when a neighbour asks, there is nothing to be found', async () => {
  const { id, place, household } = await aDelivery('TRIAGED');
  const neighbour = await aHome(place);
  expect(await see(neighbour.resident, id)).toMatchObject({ status: 404 });
  expect(await act(neighbour.resident, id, 'cancel')).toMatchObject({ status: 404 });
  expect(await submit(neighbour.resident, aDraft(household))).toMatchObject({ status: 404 });
  expect((await stored(id)).state).toBe('TRIAGED');
});

test('when somebody taps twice, the receipt is the same', async () => {
  const { id, carrier } = await aDelivery('ACCEPTED');
  const tap = { opId: anId() };
  const first = await does(carrier, id, 'start-shopping', tap);
  const second = await does(carrier, id, 'start-shopping', tap);
  expect(second.body.receipt).toEqual(first.body.receipt);
});
