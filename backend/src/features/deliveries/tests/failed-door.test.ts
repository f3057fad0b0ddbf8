import {
  aCarrier,
  act,
  aDelivery,
  anId,
  collection,
  does,
  get,
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
  expect(told(id)).toContain('GRID:ADDRESS_ASKED');
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
  expect((await see(carrier, id)).body).toMatchObject({ state: 'IN_TRANSIT', wayWords: [other] });
  await does(carrier, id, 'drop', { photo: anId() });
  expect(await act(resident, id, 'redirect', other)).toMatchObject({ status: 409 });
});

test('the wrong door: taken up again within two minutes, before anybody was told', async () => {
  const { id, carrier, resident } = await aDelivery('DROPPED');
  expect((await see(carrier, id)).body.actions).toContain('undoDrop');
  await wait(1);
  await does(carrier, id, 'undo-drop');
  await wait(90);
  expect(told(id)).not.toContain('HOUSEHOLD:DROPPED');
  expect(told(id)).not.toContain('GRID:NO_ANSWER_AT_DOOR');
  expect((await stored(id)).detail.dropPhoto).toBeUndefined();
  await does(carrier, id, 'drop', { photo: anId() });
  await wait(3);
  expect(told(id).filter((line) => line === 'HOUSEHOLD:DROPPED')).toHaveLength(1);
  expect((await see(carrier, id)).body.actions).not.toContain('undoDrop');
  expect(await act(carrier, id, 'undo-drop')).toMatchObject({ status: 409 });
  expect((await see(resident, id)).body.state).toBe('DROPPED');
});

test('with a photo it is confirmed by itself after twelve hours', async () => {
  const { id, carrier } = await aDelivery('DROPPED');
  await wait(12 * 60 - 1);
  expect((await stored(id)).state).toBe('DROPPED');
  await wait(1);
  expect((await stored(id)).state).toBe('CONFIRMED');
  expect(told(id)).toContain('CARRIER:CONFIRMED');
  expect(await roomFor(carrier, id)).toBeUndefined();
});

test('without a photo nothing confirms itself: somebody calls first, and twelve hours count from the call', async () => {
  const { id, carrier, place, resident } = await aDelivery('IN_TRANSIT');
  await does(carrier, id, 'drop');
  await wait(2);
  expect(told(id)).toContain('GRID:CALL_FIRST');
  await wait(24 * 60);
  expect((await stored(id)).state).toBe('DROPPED');
  const worker = await somebody('GRID_WORKER', place);
  expect(await act(resident, id, 'record-call', { answer: 'REACHED' })).toMatchObject({ status: 403 });
  await does(worker, id, 'record-call', { answer: 'REACHED' });
  expect((await see(worker, id)).body.flags).toEqual([]);
  await wait(12 * 60);
  expect((await stored(id)).state).toBe('CONFIRMED');
  expect(await act(worker, id, 'record-call', { answer: 'REACHED' })).toMatchObject({ status: 409 });
});

test('silence at the door: a call after an hour, somebody at the door half an hour later, and then no more', async () => {
  const { id, place } = await aDelivery('DROPPED');
  const silent = () => told(id).filter((line) => line.startsWith('GRID:'));
  await wait(59);
  expect(silent()).toEqual([]);
  await wait(1);
  expect(silent()).toEqual(['GRID:NO_ANSWER_AT_DOOR']);
  const worker = await somebody('GRID_WORKER', place);
  expect((await see(worker, id)).body.flags).toEqual(['NO_ANSWER']);
  await wait(30);
  expect(silent()).toEqual(['GRID:NO_ANSWER_AT_DOOR', 'GRID:GO_TO_DOOR']);
  await wait(60);
  expect(silent()).toHaveLength(2);
});

test('cold goods wait twenty minutes only; a call that nobody answers sends somebody at once', async () => {
  const milk = { line: 'milk', sku: 'milk', name: '牛奶', unit: '箱', quantity: 1, substitution: { rule: 'NONE' } };
  const { id, carrier, place } = await aDelivery('SHOPPING', { lines: [milk] });
  await collection('tasks').updateOne({ _id: id }, [
    { $set: { 'detail.lines': [{ ...milk, cold: true, estimateFen: 500, weightGrams: 1, outcome: 'OPEN' }] } },
  ]);
  await does(carrier, id, 'purchase', { lines: [{ line: 'milk', outcome: 'FOUND' }], receiptPhoto: anId(), bags: 1 });
  await does(carrier, id, 'depart');
  await does(carrier, id, 'drop', { photo: anId() });
  await wait(20);
  expect(told(id)).toContain('GRID:NO_ANSWER_AT_DOOR');
  const worker = await somebody('GRID_WORKER', place);
  await does(worker, id, 'record-call', { answer: 'NO_ANSWER' });
  await settle();
  expect(told(id)).toContain('GRID:GO_TO_DOOR');
  await does(worker, id, 'record-call', { answer: 'HELP_NEEDED' });
  await wait(30);
  expect(told(id)).toContain('TOWNSHIP_DISPATCHER:GO_TO_DOOR');
  expect(told(id).filter((line) => line === 'GRID:GO_TO_DOOR')).toHaveLength(2);
});

test('who has it in hand is not looked for', async () => {
  const { id, resident } = await aDelivery('DROPPED');
  await does(resident, id, 'confirm');
  await wait(120);
  expect(told(id).filter((line) => line.startsWith('GRID:'))).toEqual([]);
});
