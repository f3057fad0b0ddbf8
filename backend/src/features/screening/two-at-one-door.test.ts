import { deliveredTwice } from '../../testing/delivered-twice';
import { give } from './testing/campaigns';
import {
  aCrew,
  aHome,
  anId,
  aReport,
  atDoor,
  collection,
  does,
  first,
  get,
  now,
  on,
  post,
  running,
  setTheStage,
  settle,
  somebody,
  village,
  visitAt,
  visited,
  visitsNow,
} from './testing/scene';

setTheStage(deliveredTwice);

describe('two at one door, and a phone without a network', () => {
  test('two results at once: one is the result, the other is kept beside it and never lost', async () => {
    const crew = await aCrew();
    const home = await aHome(first, '1');
    const campaign = await running(crew);
    await give(crew, campaign, first);
    const { _id: id } = await visitAt(home);
    await does(crew.screener, `/household-visits/${id}/reach-door`);
    const both = await Promise.all([
      atDoor(crew.screener, id, 'found-clear'),
      atDoor(crew.leader, id, 'no-answer'),
      atDoor(crew.leader, id, 'found-clear'),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(['DONE_CLEAR', 'NO_ANSWER']).toContain((await visitAt(home)).state);
    const results = (await visitAt(home)).history.filter(({ action }) => action !== 'sendScreener').length;
    expect(results + (await collection('lateFacts').countDocuments({}))).toBe(4);
  });

  test('one says that nobody opens, the other was let in: a person lets the answer count, with what was said', async () => {
    const crew = await aCrew();
    const home = await aHome(first, '1');
    const campaign = await running(crew);
    await give(crew, campaign, first);
    const { _id: id } = await visitAt(home);
    await does(crew.leader, `/household-visits/${id}/reach-door`);
    await does(crew.leader, `/household-visits/${id}/no-answer`);
    const answers = { home: 2, words: '刚下班' };
    const late = await atDoor(crew.screener, id, 'found-clear', { answers });
    expect(late.body.receipt.to).toBe('LATE_FACT');
    const [fact] = (await get(crew.leader, '/late-facts')).body.items;
    await does(crew.leader, `/late-facts/${fact.id}/apply`, { reason: { code: 'SEEN' } });
    expect((await visitAt(home)).state).toBe('DONE_CLEAR');
    const opened = await post(crew.leader, `/household-visits/${id}/reveal`, { opId: anId(), why: 'COMPARE' });
    expect(opened.body.answers).toMatchObject([{ answers }]);
  });

  test('who has come is reported also by a screener of whom nobody knows yet that they stand at the door', async () => {
    const crew = await aCrew();
    const home = await aHome(first, '1');
    const campaign = await running(crew);
    await give(crew, campaign, first);
    const { _id: id, state } = await visitAt(home);
    expect(state).toBe('NOT_VISITED');
    expect((await atDoor(crew.screener, id, 'found-returnee', { report: aReport() })).status).toBe(200);
    expect(await collection('returnees').countDocuments({ kind: 'RETURNEE_REPORT' } as object)).toBe(1);
  });

  test('a door given to another: what the first had seen without a network is kept, and the first is not sent any more', async () => {
    const crew = await aCrew();
    const home = await aHome(first, '1');
    const campaign = await running(crew);
    await give(crew, campaign, first);
    const other = await somebody('SCREENER', village);
    await does(crew.leader, on(campaign, 'give-doors'), { area: first, screener: other.id });
    expect((await get(crew.screener, '/screening/my-doors')).body.items).toEqual([]);
    const { _id: id } = await visitAt(home);
    const late = await atDoor(crew.screener, id, 'reach-door', { occurredAt: now().toISOString() });
    expect(late).toMatchObject({ status: 200, body: { receipt: { to: 'LATE_FACT' } } });
    expect(late.body).not.toHaveProperty('view');
    await visited(other, id);
  });

  test('a visit that comes after the doors were over counts; one that comes after the end is kept for a person', async () => {
    const crew = await aCrew();
    const { dispatcher, leader, screener } = crew;
    const [one, two] = [await aHome(first, '1'), await aHome(first, '2')];
    const campaign = await running(crew);
    await give(crew, campaign, first);
    const occurredAt = now().toISOString();
    await does(dispatcher, on(campaign, 'check'));
    const { _id: id } = await visitAt(one);
    await does(screener, `/household-visits/${id}/reach-door`, { occurredAt });
    await does(screener, `/household-visits/${id}/found-clear`, { occurredAt });
    expect((await visitAt(one)).state).toBe('DONE_CLEAR');
    const { _id: ended } = await visitAt(two);
    await does(leader, `/household-visits/${ended}/close`, { result: 'VACANT', reason: { code: 'NEIGHBOUR_SAYS' } });
    await does(dispatcher, on(campaign, 'close'));
    const body = { opId: anId(), occurredAt, report: aReport(), answers: { words: '在家，没人回来' } };
    const path = `/household-visits/${ended}/found-returnee`;
    for (const _ of [1, 2])
      expect(await post(screener, path, body)).toMatchObject({ status: 200, body: { receipt: { to: 'LATE_FACT' } } });
    expect((await visitAt(two)).state).toBe('VACANT');
    // whoever has come is reported all the same
    expect(await collection('returnees').countDocuments({ kind: 'RETURNEE_REPORT' } as object)).toBe(1);
    const kept = await collection('lateFacts').find({}).toArray();
    expect(kept).toMatchObject([{ fact: { record: ended, action: 'foundReturnee' } }]);
    for (const said of ['王小返', '19900000001', '没人回来', '甘肃']) expect(JSON.stringify(kept)).not.toContain(said);
    const [fact] = (await get(leader, '/late-facts')).body.items;
    expect(fact).toMatchObject({ id: body.opId });
    // a door found then, which no list had
    const door = { id: anId(), area: first, kind: 'SHOP', door: '小卖部里间' };
    expect((await post(screener, on(campaign, 'add-door'), door)).status).toBe(200);
    await settle();
    expect((await visitsNow({ _id: door.id }))[0]?.state).toBe('HANDED_UP');
  });
});
