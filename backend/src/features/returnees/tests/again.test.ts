import mongoose from 'mongoose';
import { inputHash } from '../../../lifecycle';
import { quarantineReturnees } from '../../../wiring/quarantine-returnees';
import { judgeAnew } from '../judge-anew';
import {
  act,
  aDraft,
  aHome,
  anId,
  aPerson1,
  app,
  atHome,
  collection,
  does,
  finishAll,
  get,
  inHours,
  judgementAt,
  link,
  linkedTo,
  now,
  openings,
  post,
  quiet,
  setRiskList,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  submitted,
  usualList,
  wait,
} from '../testing/scene';

setTheStage();

/** The product's own wiring beside that of the stage, for what a test sets off by hand. */
function ownWiring() {
  const { connection, clock, deps } = app();
  const book = { areaName: String, has: () => true };
  const openEpisode = async (opening: (typeof openings)[number]) => void openings.push(opening);
  const parts = { connection, now: clock.now, vault: deps.vault, audit: deps.audit, identity: deps.identity };
  return quarantineReturnees(parts, book, {
    ...{ judgementAt, openEpisode, isCountedOtherwise: async () => false },
    openInvestigation: async () => undefined,
    openHomeEvent: async () => undefined,
    revokeContact: async () => undefined,
    refusals: {
      record: async () => undefined,
      withdraw: async () => undefined,
      withdrawAll: async () => undefined,
    },
    codes: { open: async () => undefined, withdraw: async () => undefined },
    transfers: {
      ...{ open: async () => undefined, withdraw: async () => undefined, askAgain: async () => undefined },
      ...{ callOff: async () => undefined, standing: async () => undefined },
    },
    showSamePerson: async () => undefined,
  });
}

/** What a change of the list sets off: for some of them it asks for something that it did not ask before. */
async function rejudge(because: string, ids: readonly string[], asksOf: readonly string[] = ids): Promise<void> {
  for (const id of ids) {
    const asksAgain = asksOf.includes(id);
    await judgeAnew(ownWiring().deps, { county: '141122', id, change: because, at: now(), because, asksAgain });
  }
}

const risky = () => setRiskList([...usualList, { ...usualList[0], id: 'line-2', place: quiet } as never]); // a line like the first

test('two who were judged beside one another are one at the next look: the earlier stays', async () => {
  const home = await aHome();
  const travellers = [aPerson1()];
  const [first, second] = [
    await submitted(home.resident, aDraft(home, { travellers })),
    await submitted(home.resident, aDraft(home, { travellers })),
  ];
  const comers = collection('returnees');
  // as if each had looked before the other was stored
  await comers.updateOne({ _id: second }, {
    $set: { state: 'TRIAGED', createdAt: new Date(now().getTime() + 1) },
    $unset: { 'detail.duplicateOf': 1 },
  } as object);
  for (let time = 0; time < 2; time++) await rejudge('a look', [first, second]);
  await settle();
  expect([await stateOf(first), await stateOf(second)]).toEqual(['TRIAGED', 'DUPLICATE']);
});

describe('when the list of areas changes', () => {
  test('open ones are judged again with the old reason kept, and get the links they lacked', async () => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    const stays = [{ place: quiet, from: inHours(-200) }];
    const id = await submitted(home.resident, aDraft(home, { stays, plannedArrival: inHours(1) }));
    await does(worker, id, 'acknowledge');
    await does(home.resident, id, 'arrive');
    expect(await link(id, 'TRANSFER')).toMatchObject({ state: 'NOT_NEEDED' });
    const { tracker } = (await get(home.resident, `/travellers/${id}`)).body;
    risky();
    await rejudge('list of the day', [id]);
    await rejudge('list of the day', [id]);
    await settle();
    // a car is asked for at once
    expect(await link(id, 'TRANSFER')).toMatchObject({ state: 'STARTED', detail: { generation: 1 } });
    expect(await link(id, 'TRACKER')).toMatchObject({ state: 'NOT_NEEDED' });
    // nobody is asked for a temperature twice: the days of being followed have ended with the quarantine's beginning
    expect(await stateOf(tracker.id)).toBe('CONVERTED');
    expect((await stored(id)).history.filter(({ action }) => action === 'retriage')).toHaveLength(1);
    expect(openings).toHaveLength(1);
  });

  test('who is over and would be looked after now goes on in one new linked record; who would not stays over', async () => {
    const home = await aHome();
    const at = { plannedArrival: inHours(1) };
    const [id, other] = [
      await submitted(home.resident, aDraft(home, { ...at, stays: [{ place: quiet, from: inHours(-200) }] })),
      await submitted(home.resident, aDraft(home, { ...at, stays: [{ place: atHome, from: inHours(-200) }] })),
    ];
    const worker = await somebody('GRID_WORKER');
    const sampler = await somebody('SAMPLER');
    for (const one of [id, other]) await does(home.resident, one, 'arrive');
    await finishAll(worker, id);
    const { tracker } = (await get(home.resident, `/travellers/${id}`)).body;
    for (let day = 0; day < 3; day++) {
      await wait(25 * 60);
      await post(sampler, `/health-trackers/${tracker.id}/swab`, { opId: anId() });
    }
    await wait(60);
    expect([await stateOf(id), await stateOf(other)]).toEqual(['CLOSED', 'CLOSED']);
    risky();
    for (let time = 0; time < 2; time++) await rejudge('list of the day', [id, other], [id]);
    await settle();
    expect(await linkedTo(id)).toMatchObject({ state: 'IN_CHAIN' });
    expect(await linkedTo(other)).toBeNull();
    expect(await collection('returnees').countDocuments({ 'detail.linkedFrom': id } as object)).toBe(1);
    expect(await stateOf(id)).toBe('CLOSED');
  });
});

test('a chain in which nothing is to be done is read once when it is looked at again, and written not at all', async () => {
  const home = await aHome();
  const worker = await somebody('GRID_WORKER');
  const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
  await does(worker, id, 'acknowledge');
  await does(home.resident, id, 'arrive');
  const { Collection } = mongoose.mongo;
  const spies = [jest.spyOn(Collection.prototype, 'find'), jest.spyOn(Collection.prototype, 'findOneAndUpdate')];
  await ownWiring().handlers.returneeMoved({ county: '141122', _id: id, kind: 'TRAVELLER' } as never, {} as never); // the handler reads the rest
  const [reads, writes] = spies.map((spy) =>
    spy.mock.contexts.filter((one) => (one as { collectionName: string }).collectionName === 'tasks'),
  );
  for (const spy of spies) spy.mockRestore();
  expect(reads).toHaveLength(1);
  expect(writes).toEqual([]);
});

test('the database has an index for links past their time', async () => {
  const indexes = await collection('tasks').listIndexes().toArray();
  expect(indexes.map(({ key }) => key)).toContainEqual({ county: 1, scope: 1, kind: 1, dueAt: 1 });
});

test('a trip withdrawn while somebody of it is planned anew: not made, also where the withdrawal is followed first', async () => {
  const home = await aHome();
  const draft = aDraft(home);
  const id = await submitted(home.resident, draft);
  expect((await act(home.resident, id, 'replan', { plannedArrival: inHours(90) })).status).toBe(200);
  const body = { opId: anId(), reason: { code: 'NOT_COMING' } };
  expect((await post(home.resident, `/returnee-reports/${draft.id}/withdraw`, body)).status).toBe(200);
  expect(await stateOf(id)).toBe('REPLANNED');
  const trip = { county: '141122', _id: draft.id, kind: 'RETURNEE_REPORT' };
  await ownWiring().handlers.returneeMoved(trip as never, {} as never); // the handler reads the rest
  expect(await stateOf(id)).toBe('CANCELLED');
});

test('a report that no request has brought is known again by a hash with the key of the county, never by a bare one', async () => {
  const home = await aHome();
  const draft = aDraft(home) as Parameters<ReturnType<typeof ownWiring>['submit']>[1]; // ids are of the contract's shape
  const actor = await app().deps.identity.actorOf(home.resident.id);
  if (!actor) throw new Error('nobody has this account');
  for (let time = 0; time < 2; time++) await ownWiring().submit(actor, draft);
  expect(await collection('returnees').countDocuments({ kind: 'RETURNEE_REPORT' } as object)).toBe(1);
  await expect(ownWiring().submit(actor, { ...draft, transport: 'K1' })).rejects.toMatchObject({ type: 'id-taken' });
  const { draftHash } = (await stored(draft.id)).detail;
  expect(draftHash).toEqual(expect.any(String));
  expect(draftHash).not.toBe(inputHash('submit', draft));
});
