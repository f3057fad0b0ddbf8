import {
  act,
  aDelivery,
  aDraft,
  anId,
  aProxy,
  collection,
  does,
  get,
  type Scene,
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

const admitted = { reason: { code: 'ADMITTED' } };

test('on hold nothing is bought: the carrier is told and sees the door no more, the household says whether it goes on', async () => {
  const { id, carrier, place, resident } = await aDelivery('ACCEPTED');
  const worker = await somebody('GRID_WORKER', place);
  expect(await act(resident, id, 'hold', admitted)).toMatchObject({ status: 403 });
  await does(worker, id, 'hold', admitted);
  await settle();
  expect(told(id)).toEqual(expect.arrayContaining(['CARRIER:ON_HOLD', 'HOUSEHOLD:ON_HOLD']));
  expect((await see(carrier, id)).body.household).toBeUndefined();
  expect((await stored(id)).assignment.assignee).toBeUndefined();
  expect(await act(carrier, id, 'start-shopping')).toMatchObject({ status: 409 });
  expect(await act(carrier, id, 'claim')).toMatchObject({ status: 409 });
  expect((await get(carrier, '/work/mine')).body.items).toEqual([]);
  await does(resident, id, 'resume');
  await settle();
  expect(['TRIAGED', 'OFFERED']).toContain((await stored(id)).state);
  await wait(24 * 60);
  expect((await stored(id)).state).not.toBe('CANCELLED');
});

test('a day on hold without an answer ends it, and the household may ask anew', async () => {
  const { id, place, resident, household } = await aDelivery('TRIAGED');
  await does(await somebody('GRID_WORKER', place), id, 'hold', admitted);
  await wait(24 * 60 - 1);
  expect((await stored(id)).state).toBe('ON_HOLD');
  await wait(1);
  const ended = await stored(id);
  expect(ended.state).toBe('CANCELLED');
  expect(ended.history.at(-1)).toMatchObject({ action: 'cancel', by: 'SYSTEM', reason: 'NO_ANSWER' });
  expect(await act(resident, id, 'resume')).toMatchObject({ status: 409 });
  expect(await submit(resident, aDraft(household))).toMatchObject({ status: 200 });
});

test('what somebody is shopping for already is not put on hold', async () => {
  const { id, place } = await aDelivery('SHOPPING');
  expect(await act(await somebody('GRID_WORKER', place), id, 'hold', admitted)).toMatchObject({ status: 409 });
});

/** The same household's request a second time, asked for by somebody else: as two desks without a network make it. */
async function askedTwice(
  more: object = {},
  draft: object = {},
): Promise<Scene & { second: string; proxy: { id: string } }> {
  const scene = await aDelivery('TRIAGED', draft);
  const proxy = await aProxy(scene);
  const second = anId();
  const { _id, detail, ...record } = (await collection('tasks').findOne({ _id: scene.id })) as unknown as {
    _id: string;
    detail: object;
  };
  const copy = { ...record, _id: second, state: 'SUBMITTED', outbox: [], relay: {}, history: [], revision: 0 };
  await collection('tasks').insertOne({ ...copy, detail: { ...detail, askedBy: proxy.id, ...more } } as never); // a request as stored
  return { ...scene, second, proxy };
}

test('two requests for the same: one goes on with the goods of both, and both authors see it', async () => {
  const { id, second, proxy, place, resident } = await askedTwice();
  const worker = await somebody('GRID_WORKER', place);
  expect(await act(resident, second, 'merge', { into: id })).toMatchObject({ status: 403 });
  const once = { opId: anId(), into: id, reason: { code: 'DUPLICATE' } };
  await does(worker, second, 'merge', once);
  await does(worker, second, 'merge', once);
  await settle();
  const kept = (await see(worker, id)).body;
  expect(kept.lines.map(({ name }: { name: string }) => name)).toEqual(['鸡蛋', '挂面', '鸡蛋', '挂面']);
  expect(new Set(kept.lines.map(({ line }: { line: string }) => line)).size).toBe(4);
  expect(kept).toMatchObject({ estimateFen: 4600, alsoAskedBy: [{ label: '张**' }] });
  expect((await stored(id)).detail.alsoAskedBy).toEqual([proxy.id]);
  for (const author of [resident, proxy]) {
    expect((await see(author, second)).body).toMatchObject({ state: 'MERGED', linkedTo: id });
    expect((await see(author, id)).body.lines).toHaveLength(4);
  }
  expect(told(second)).toEqual(['HOUSEHOLD:MERGED']);
});

test('nothing is merged into another household’s request, into itself, or into one that is being bought', async () => {
  const { id, second, place } = await askedTwice();
  const worker = await somebody('GRID_WORKER', place);
  const other = await aDelivery('TRIAGED');
  for (const into of [other.id, second, anId()])
    expect(await act(worker, second, 'merge', { into })).toMatchObject({
      status: 409,
      body: { next: 'choose-another' },
    });
  await collection('tasks').updateOne({ _id: id }, { $set: { state: 'SHOPPING' } });
  expect(await act(worker, second, 'merge', { into: id })).toMatchObject({ status: 409 });
  expect((await stored(second)).state).toBe('SUBMITTED');
  expect((await stored(other.id)).detail.lines).toHaveLength(2);
});

test('what waits for a doctor or for an answer does not slip through by way of another request', async () => {
  for (const [flag, next] of [
    ['DOCTOR', 'doctor'],
    ['SYMPTOM_QUESTION', 'ask-symptoms'],
  ] as const) {
    const { id, second, place } = await askedTwice({ flags: [flag] });
    const worker = await somebody('GRID_WORKER', place);
    expect(await act(worker, second, 'merge', { into: id })).toMatchObject({ status: 409, body: { next } });
    expect((await stored(id)).detail.lines).toHaveLength(2);
  }
});

test('scarce goods of both count once: within the limit they are joined, above it they are not', async () => {
  const milk = { line: 'milk', sku: 'milk', name: '牛奶', unit: '箱', substitution: { rule: 'NONE' } };
  for (const [quantity, status] of [
    [1, 200],
    [2, 422],
  ] as const) {
    const { id, second, place } = await askedTwice({}, { shop: shop(), lines: [{ ...milk, quantity }] });
    const worker = await somebody('GRID_WORKER', place);
    expect((await act(worker, second, 'merge', { into: id })).status).toBe(status);
    expect((await see(worker, id)).body.lines).toHaveLength(status === 200 ? 2 : 1);
    expect((await stored(second)).state).toBe(status === 200 ? 'MERGED' : 'SUBMITTED');
  }
});
