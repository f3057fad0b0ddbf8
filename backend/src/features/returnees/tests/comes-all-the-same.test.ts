import {
  act,
  aDraft,
  aHome,
  anId,
  aPerson1,
  collection,
  does,
  get,
  grid,
  inHours,
  linkedTo,
  linksOf,
  now,
  post,
  setTheStage,
  settle,
  somebody,
  stateOf,
  submitted,
  told,
  wait,
} from '../testing/scene';

setTheStage();

describe('whoever was given up and comes all the same', () => {
  test('an arrival seen at a post without a network is kept, and once the grid says so it is a new linked record in the chain', async () => {
    const home = await aHome();
    const [worker, officer] = [await somebody('GRID_WORKER'), await somebody('CHECKPOINT_OFFICER', '141122')];
    const draft = aDraft(home, { plannedArrival: inHours(1) });
    const trip = draft.id;
    const id = await submitted(home.resident, draft);
    await does(home.resident, id, 'cancel');
    const seen = await act(officer, id, 'arrive', { occurredAt: now().toISOString() });
    expect(seen.body.receipt).toMatchObject({ to: 'LATE_FACT' });
    expect(await stateOf(id)).toBe('CANCELLED');
    // another post has seen them too, by a clock that runs ahead
    await wait(30);
    await act(await somebody('CHECKPOINT_OFFICER', '141122'), id, 'arrive', { occurredAt: inHours(5) });
    const facts = (await get(worker, '/late-facts')).body.items;
    expect(facts).toHaveLength(2);
    facts.sort((a: { occurredAt: string }, b: { occurredAt: string }) => (a.occurredAt < b.occurredAt ? 1 : -1));
    for (const fact of facts) {
      expect(fact).toMatchObject({ recordKind: 'TRAVELLER', recordState: 'CANCELLED', follows: 'MOVES_ON' });
      expect((await post(worker, `/late-facts/${fact.id}/apply`, { opId: anId() })).status).toBe(200);
      await settle();
      await settle();
    }
    const next = await linkedTo(id);
    expect(next).toMatchObject({ state: 'IN_CHAIN', about: trip, detail: { arrivedAt: now() } });
    expect(await linksOf(String(next?._id))).toHaveLength(10);
    expect(await stateOf(id)).toBe('CANCELLED');
    expect(await collection('returnees').countDocuments({ kind: 'TRAVELLER' } as object)).toBe(2);
    // the home hears of it, and reads it under its trip
    expect(told(String(next?._id))).toContain('HOUSEHOLD:RETURNEE_GOES_ON');
    const mine = (await get(home.resident, '/returnee-reports/mine')).body.items;
    expect(mine).toMatchObject([{ id: trip, travellers: [{ id, state: 'CANCELLED' }, { id: next?._id }] }]);
    expect((await get(home.resident, `/travellers/${next?._id}`)).body).toMatchObject({
      linkedFrom: id,
      name: '王小返',
    });
  });

  test('seen at their own door without a network, after the trip was called off: the new record knows that they are home', async () => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
    await does(home.resident, id, 'cancel');
    await act(worker, id, 'arrive', { occurredAt: now().toISOString(), atHome: true });
    const [fact] = (await get(worker, '/late-facts')).body.items;
    expect((await post(worker, `/late-facts/${fact.id}/apply`, { opId: anId() })).status).toBe(200);
    await settle();
    expect(await linkedTo(id)).toMatchObject({ state: 'IN_CHAIN', detail: { homeAt: now(), arrivedAt: now() } });
  });
});

test('found at a post after the first report was given up: the arrival is not lost with it', async () => {
  const home = await aHome();
  const officer = await somebody('CHECKPOINT_OFFICER', '141122');
  const travellers = [aPerson1()];
  const first = await submitted(home.resident, aDraft(home, { travellers, plannedArrival: inHours(3) }));
  // known as a duplicate, while its news have not arrived
  const found = aDraft(home, { foundBy: 'CHECKPOINT', travellers, plannedArrival: undefined, arrivedAt: inHours(0) });
  const second = await submitted(officer, {
    ...found,
    destination: { kind: 'HOUSEHOLD', area: grid, place: '3-1-402' },
  });
  const comers = collection('returnees');
  await comers.updateOne({ _id: first }, { $set: { state: 'CANCELLED' }, $unset: { 'detail.arrivedAt': 1 } } as object);
  await settle();
  expect(await stateOf(second)).toBe('DUPLICATE');
  const next = await linkedTo(first);
  expect(next).toMatchObject({ state: 'IN_CHAIN', household: home.household });
  expect(told(String(next?._id))).toContain('HOUSEHOLD:RETURNEE_GOES_ON');
  expect((await get(home.resident, `/travellers/${next?._id}`)).body).toMatchObject({
    state: 'IN_CHAIN',
    linkedFrom: first,
  });
});
