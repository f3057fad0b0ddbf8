import {
  aCarrier,
  act,
  aDelivery,
  aHome,
  anId,
  collection,
  does,
  get,
  now,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  told,
  wait,
} from '../testing/scene';

setTheStage();

const corrected = { compound: '样例小区', building: '5', unit: '2', floor: 6, room: '601' };
const roomFor = async (person: { id: string }, id: string) => (await see(person, id)).body.household?.address?.room;

test('a door that cannot be found: the grid corrects the address, the old one is kept, the carrier goes on', async () => {
  const { id, carrier, place, household } = await aDelivery('IN_TRANSIT');
  const other = await aCarrier(place);
  const worker = await somebody('GRID_WORKER', place);
  expect(await act(other, id, 'query-address')).toMatchObject({ status: 404 });
  await does(carrier, id, 'query-address', { words: '3 单元锁着' });
  await settle();
  expect(told(id)).toEqual(expect.arrayContaining(['GRID:ADDRESS_ASKED', 'HOUSEHOLD:ADDRESS_ASKED']));
  expect((await get(worker, '/grid/queue?tab=asking')).body.items).toMatchObject([{ id, state: 'ADDRESS_QUERY' }]);
  expect(await act(other, id, 'answer-address', { address: corrected })).toMatchObject({ status: 404 });
  expect(await act(carrier, id, 'answer-address', { address: corrected })).toMatchObject({ status: 403 });
  const opId = anId();
  await does(worker, id, 'answer-address', { opId, address: corrected, words: '从东门进' });
  await does(worker, id, 'answer-address', { opId, address: corrected, words: '从东门进' });
  await settle();
  expect(told(id)).toContain('CARRIER:ADDRESS_ANSWERED');
  const found = (await see(carrier, id)).body;
  expect(found).toMatchObject({ state: 'IN_TRANSIT', household: { address: corrected } });
  expect(found.wayWords.map(({ words }: { words: string }) => words)).toEqual(['3 单元锁着', '从东门进']);
  const { formerAddresses } = (await collection('households').findOne({ _id: household })) as unknown as {
    formerAddresses: object[];
  };
  expect(formerAddresses).toMatchObject([{ by: worker.id, opId }]);
  // the words are kept sealed, and the grid, which gave some of them, does not read the others
  expect(JSON.stringify(await stored(id))).not.toContain('东门');
  expect((await see(worker, id)).body.wayWords).toBeUndefined();
});

test('the household says the way itself, once: the time no longer runs, and nobody else’s household may', async () => {
  const { id, carrier, place, resident, household } = await aDelivery('IN_TRANSIT');
  const stranger = (await aHome(place)).resident;
  await does(carrier, id, 'query-address', { words: '没有 3 单元' });
  expect((await see(resident, id)).body).toMatchObject({
    state: 'ADDRESS_QUERY',
    actions: expect.arrayContaining(['answerAddress']),
    wayWords: [{ words: '没有 3 单元' }],
  });
  expect(await act(stranger, id, 'answer-address', { address: corrected })).toMatchObject({ status: 404 });
  const body = { opId: anId(), address: corrected, words: '走地下车库' };
  await does(resident, id, 'answer-address', body);
  await does(resident, id, 'answer-address', body);
  expect(await act(resident, id, 'answer-address', { words: '再说一遍' })).toMatchObject({ status: 409 });
  expect(await roomFor(carrier, id)).toBe('601');
  const stays = (await collection('households').findOne({ _id: household })) as unknown as {
    formerAddresses: object[];
  };
  expect(stays.formerAddresses).toMatchObject([{ by: resident.id, opId: body.opId }]);
  await wait(16);
  expect((await stored(id)).state).toBe('IN_TRANSIT');
});

test('nobody answers about the address: it has failed, everybody knows, and the answer comes too late', async () => {
  const { id, carrier, place, household } = await aDelivery('IN_TRANSIT');
  const worker = await somebody('GRID_WORKER', place);
  await does(carrier, id, 'query-address');
  await wait(15);
  expect((await stored(id)).state).toBe('FAILED_DELIVERY');
  expect(told(id)).toEqual(expect.arrayContaining(['GRID:DELIVERY_FAILED', 'HOUSEHOLD:DELIVERY_FAILED']));
  expect(await act(worker, id, 'answer-address', { address: corrected })).toMatchObject({ status: 409 });
  expect(await collection('households').findOne({ _id: household })).not.toHaveProperty('formerAddresses');
  expect(await roomFor(carrier, id)).toBe('402');
});

test('nobody is at home: tried again in the next window, and in the end taken back to the store', async () => {
  const { id, carrier, place, resident } = await aDelivery('IN_TRANSIT');
  expect(await act(carrier, id, 'fail-delivery', { reason: undefined })).toMatchObject({ status: 422 });
  await does(carrier, id, 'fail-delivery', { reason: { code: 'NOBODY_ANSWERS' }, photo: anId() });
  expect(await act(resident, id, 'retry-delivery')).toMatchObject({ status: 403 });
  await does(carrier, id, 'retry-delivery');
  expect((await stored(id)).state).toBe('IN_TRANSIT');
  await does(carrier, id, 'fail-delivery', { reason: { code: 'NOBODY_ANSWERS' } });
  await does(carrier, id, 'return-goods', { reason: { code: 'NOBODY_ANSWERS' } });
  await settle();
  expect(told(id)).toEqual(expect.arrayContaining(['HOUSEHOLD:RETURNED', 'GRID:RETURNED']));
  expect(await roomFor(carrier, id)).toBeUndefined();
  expect(await act(carrier, id, 'dispose-returned', { disposition: 'RESTOCKED' })).toMatchObject({ status: 403 });
  const keeper = await somebody('STORE_KEEPER', place);
  await does(keeper, id, 'dispose-returned', { disposition: 'RESTOCKED' });
  // money was advanced: it ends when the carrier has it back
  expect((await stored(id)).state).toBe('SETTLED');
});

test('what is free asks nobody for money, also before it has closed', async () => {
  const { id, carrier, resident } = await aDelivery('TRIAGED', { kind: 'PACK', payMode: 'FREE', lines: [] });
  const steps = [
    ['claim', {}],
    ['collect', { bags: 1 }],
    ['depart', {}],
    ['drop', { photo: anId() }],
  ] as const;
  for (const [action, body] of steps) await does(carrier, id, action, body);
  const { view } = (await does(resident, id, 'confirm')).body;
  expect(view).toMatchObject({ state: 'CONFIRMED', next: { code: 'CLOSE', who: 'SYSTEM' } });
  expect([...view.actions, ...(await see(carrier, id)).body.actions]).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^tick/)]),
  );
  await settle();
  expect((await stored(id)).state).toBe('CLOSED');
});

test('goods of the county that come back end there, because nobody owes anything', async () => {
  const { id, carrier, place } = await aDelivery('TRIAGED', { kind: 'PACK', payMode: 'FREE', lines: [] });
  for (const [action, body] of [
    ['claim', {}],
    ['collect', { bags: 1 }],
    ['depart', {}],
    ['return-goods', {}],
  ] as const)
    await does(carrier, id, action, body);
  await does(await somebody('STORE_KEEPER', place), id, 'dispose-returned', { disposition: 'DONATED' });
  expect((await stored(id)).state).toBe('CLOSED');
});

test('sent elsewhere by the household or the grid, by nobody else, and only while it is on the way', async () => {
  const { id, carrier, place, resident } = await aDelivery('IN_TRANSIT');
  const worker = await somebody('GRID_WORKER', place);
  const other = { words: '送到集中隔离点东门' };
  expect(await act(carrier, id, 'redirect', other)).toMatchObject({ status: 403 });
  await does(worker, id, 'redirect', { ...other, reason: { code: 'MOVED_TO_SITE' } });
  await settle();
  expect(told(id)).toContain('CARRIER:REDIRECTED');
  expect((await see(carrier, id)).body.wayWords).toMatchObject([other]);
  await does(carrier, id, 'drop', { photo: anId() });
  expect(await act(resident, id, 'redirect', other)).toMatchObject({ status: 409 });
});

test('not delivered: the next window is said, and when it is over without another try the grid hears of it', async () => {
  const { id, carrier, resident } = await aDelivery('IN_TRANSIT');
  await does(carrier, id, 'fail-delivery', { reason: { code: 'NOBODY_ANSWERS' } });
  const { by } = (await get(resident, `/deliveries/${id}`)).body.next;
  const minutes = (Date.parse(by) - now().getTime()) / 60_000;
  expect(minutes).toBeGreaterThan(120);
  await wait(minutes - 1);
  expect(told(id)).not.toContain('GRID:RETRY_OVERDUE');
  await wait(1);
  expect(told(id)).toContain('GRID:RETRY_OVERDUE');
  const tried = await aDelivery('IN_TRANSIT');
  await does(tried.carrier, tried.id, 'fail-delivery', { reason: { code: 'NOBODY_ANSWERS' } });
  await does(tried.carrier, tried.id, 'retry-delivery');
  await wait(24 * 60);
  expect(told(tried.id)).not.toContain('GRID:RETRY_OVERDUE');
});

test('sent back by the household while it is on the way: who carries it, keeps it and settles it hears so, and after a day the leader', async () => {
  const { id, carrier, place, resident } = await aDelivery('IN_TRANSIT');
  expect((await get(resident, `/deliveries/${id}`)).body.actions).toContain('returnGoods');
  expect(await act(resident, id, 'return-goods', { reason: undefined })).toMatchObject({ status: 422 });
  await does(resident, id, 'return-goods', { reason: { code: 'NOT_NEEDED' } });
  await settle();
  expect(told(id)).toEqual(
    expect.arrayContaining(['CARRIER:RETURNED', 'STORE_KEEPER:RETURNED', 'COMMUNITY_CASHIER:RETURNED']),
  );
  expect((await get(resident, `/deliveries/${id}`)).body.money).toMatchObject({ owedFen: 0 });
  expect((await get(carrier, '/ledger/mine')).body.owedToMeFen).toBe(2300);
  await wait(24 * 60);
  expect(told(id)).toContain('GRID_LEADER:RETURN_OVERDUE');
  await does(await somebody('STORE_KEEPER', place), id, 'dispose-returned', { disposition: 'DONATED' });
  const kept = await aDelivery('IN_TRANSIT');
  await does(kept.carrier, kept.id, 'return-goods', { reason: { code: 'NOBODY_ANSWERS' } });
  await settle();
  expect(told(kept.id)).not.toContain('CARRIER:RETURNED');
  await does(await somebody('STORE_KEEPER', kept.place), kept.id, 'dispose-returned', { disposition: 'RESTOCKED' });
  await wait(24 * 60);
  expect(told(kept.id)).not.toContain('GRID_LEADER:RETURN_OVERDUE');
});
