import { deliveredTwice } from '../../testing/delivered-twice';
import {
  aCrew,
  aHome,
  anId,
  aPlan,
  atDoor,
  type Crew,
  collection,
  does,
  elsewhere,
  first,
  get,
  grid,
  now,
  on,
  otherVillage,
  post,
  running,
  rural,
  second,
  setTheStage,
  settle,
  somebody,
  told,
  township,
  village,
  visitAt,
  visited,
  visitsNow,
  wait,
} from './testing/scene';

setTheStage(deliveredTwice);

/** Four homes in two buildings and one in a village. */
async function homes() {
  return {
    a: await aHome(first, '1-1-0201'),
    b: await aHome(first, '1-1-1001'),
    c: await aHome(second, '2-1-0101'),
    d: await aHome(rural, '东头'),
    outside: await aHome(elsewhere, '9'),
  };
}

const coverage = async ({ leader }: Pick<Crew, 'leader'>, campaign: string) =>
  (await get(leader, on(campaign, 'coverage'))).body;
const give = (crew: Crew, campaign: string, area: string) =>
  does(crew.leader, on(campaign, 'give-doors'), { area, screener: crew.screener.id });
const campaignNow = async (id: string) =>
  (await collection('screenings').findOne({ _id: id })) as unknown as {
    state: string;
    detail: { homes?: number; milestones: { stood?: object }[] };
  };

describe('a screening from the plan to the end', () => {
  test('one visit for each home of its areas, frozen, visited, phoned, closed', async () => {
    const crew = await aCrew();
    const { dispatcher, leader, screener } = crew;
    const { a, b, c, d, outside } = await homes();
    await aHome(first, '1-1-0301');
    const campaign = await running(crew);
    expect(await campaignNow(campaign)).toMatchObject({ state: 'RUNNING', detail: { homes: 5 } });
    expect(await visitsNow()).toHaveLength(5);
    expect(await visitsNow({ household: outside })).toEqual([]);
    // frozen: who moves in now is on no list
    await aHome(first, '1-1-0401');
    await settle();
    expect(await visitsNow()).toHaveLength(5);

    for (const area of [grid, rural]) await give(crew, campaign, area);
    const mine = (await get(screener, '/screening/my-doors')).body.items;
    expect(mine.map(({ door }: { door: string }) => door)).toEqual([
      ...['1-1-0201', '1-1-0301', '1-1-1001', '2-1-0101', '东头'],
    ]);
    expect(JSON.stringify(mine)).not.toContain('李');
    for (const { id } of mine) await visited(screener, id);
    expect(await coverage(crew, campaign)).toMatchObject({ total: { homes: 5, done: 5, clear: 5, percent: 100 } });

    await does(dispatcher, on(campaign, 'check'));
    // one of each grid at least, and nobody compares a door they were at themselves
    const calls = (await get(leader, `/screening-callbacks?campaign=${campaign}`)).body.items;
    expect(calls.map(({ area }: { area: string }) => area.slice(0, 16)).sort()).toEqual([grid, rural]);
    expect(await post(dispatcher, on(campaign, 'close'), { opId: anId() })).toMatchObject({
      ...{ status: 409, body: { next: 'finishCalls' } },
    });
    for (const { id } of calls) await does(leader, `/screening-callbacks/${id}/same-answer`);
    expect((await does(dispatcher, on(campaign, 'close'))).body.view).toMatchObject({ state: 'CLOSED', actions: [] });
    for (const home of [a, b, c, d]) expect((await visitAt(home)).state).toBe('DONE_CLEAR');
  });

  test('it does not close while a door has no result; what nobody was at is handed up, and its leader names a reason', async () => {
    const crew = await aCrew();
    const { dispatcher, leader } = crew;
    const home = await aHome(first, '1');
    const campaign = await running(crew);
    await does(dispatcher, on(campaign, 'check'));
    expect((await visitAt(home)).state).toBe('HANDED_UP');
    expect(told(campaign)).toContain('GRID_LEADER:SCREENING_BEHIND');
    const closing = await post(dispatcher, on(campaign, 'close'), { opId: anId() });
    expect(closing).toMatchObject({ status: 409, body: { next: 'finishDoors' } });
    const [door] = (await get(leader, on(campaign, 'doors'))).body.items;
    expect(door).toMatchObject({ state: 'HANDED_UP', actions: expect.arrayContaining(['close']) });
    const path = `/household-visits/${door.id}/close`;
    expect(await post(leader, path, { opId: anId(), result: 'CLOSED_WITH_REASON' })).toMatchObject({ status: 422 });
    const ended = await does(leader, path, { result: 'CLOSED_WITH_REASON', reason: { code: 'WORKS_AWAY' } });
    expect(ended.body.view).toMatchObject({ state: 'CLOSED_WITH_REASON' });
    expect((await does(dispatcher, on(campaign, 'close'))).body.view.state).toBe('CLOSED');
  });

  test('the same plan again is one, another under its id is none; a list drawn up twice has each home once', async () => {
    const { dispatcher } = await aCrew();
    await homes();
    const plan = aPlan({ areas: [village, grid] });
    const answers = await Promise.all([1, 2].map(() => post(dispatcher, '/screening-campaigns', plan)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    const other = { ...plan, since: '2022-04-02' };
    expect(await post(dispatcher, '/screening-campaigns', other)).toMatchObject({ status: 409 });
    const body = { opId: anId() };
    await Promise.all([1, 2].map(() => post(dispatcher, on(plan.id, 'publish'), body)));
    await settle();
    expect(await visitsNow()).toHaveLength(4);
  });

  test('a plan is of one township and what lies in it, and never of tomorrow', async () => {
    const { dispatcher, leader } = await aCrew();
    const plan = (change: object) => post(dispatcher, '/screening-campaigns', aPlan(change));
    expect((await plan({ areas: ['141122999'] })).status).toBe(422);
    expect((await plan({ areas: [first] })).status).toBe(422);
    expect((await plan({ since: '2022-04-19' })).status).toBe(422);
    expect((await plan({ township: '141122999' })).status).toBe(404);
    expect((await post(leader, '/screening-campaigns', aPlan())).status).toBe(403);
    const other = await somebody('TOWNSHIP_DISPATCHER', '141122999');
    expect((await post(other, '/screening-campaigns', aPlan())).status).toBe(404);
  });

  test('called off, nobody is sent any more, and a list that was being drawn up stays as it is', async () => {
    const crew = await aCrew();
    await homes();
    const campaign = await running(crew);
    await give(crew, campaign, grid);
    await does(crew.dispatcher, on(campaign, 'cancel'), { reason: { code: 'NOT_NEEDED' } });
    expect((await get(crew.screener, '/screening/my-doors')).body.items).toEqual([]);
    expect(await post(crew.dispatcher, on(campaign, 'check'), { opId: anId() })).toMatchObject({ status: 409 });
  });
});

describe('milestones', () => {
  test('at noon whoever is under half hears of the gap, whoever reached it does not; at four it is all of them', async () => {
    const crew = await aCrew();
    const { a, b, d } = await homes();
    // 09:30 in Shanghai
    const campaign = await running(crew);
    for (const area of [grid, rural]) await give(crew, campaign, area);
    for (const home of [a, b]) await visited(crew.screener, (await visitAt(home))._id);
    await wait(150);
    const noon = ['GRID_LEADER:SCREENING_BEHIND', 'TOWNSHIP_DISPATCHER:SCREENING_BEHIND'];
    expect(told(campaign)).toEqual(noon);
    const { milestones } = (await get(crew.dispatcher, `/screening-campaigns/${campaign}`)).body;
    expect(milestones).toMatchObject([{ percent: 50, stood: { homes: 4, done: 2, behind: 1 } }, { percent: 100 }]);
    expect(milestones[1]).not.toHaveProperty('stood');
    const { items, behind } = await coverage(crew, campaign);
    expect(behind).toBe(1);
    expect(items).toMatchObject([
      { area: rural, isBehind: true, blind: [{ area: rural, homes: 1 }] },
      { area: grid, isBehind: false, blind: [{ area: second, homes: 1 }] },
    ]);
    await visited(crew.screener, (await visitAt(d))._id);
    await wait(240);
    expect(told(campaign)).toHaveLength(4);
    expect((await campaignNow(campaign)).detail.milestones[1]).toMatchObject({ stood: { done: 3, behind: 1 } });
  });

  test('what is over when it begins is no milestone; a start in the evening means the next day', async () => {
    const crew = await aCrew();
    await aHome(first, '1');
    const at = new Date(now().getTime() - 3_600_000).toISOString();
    await running(crew, { milestones: [{ at, percent: 100 }] });
    await wait(24 * 60);
    const evening = aPlan({ startsAt: '2022-04-19T12:00:00Z' });
    const planned = await post(crew.dispatcher, '/screening-campaigns', evening);
    expect(planned.body.milestones.map((one: { at: string }) => one.at)).toEqual([
      ...['2022-04-20T04:00:00.000Z', '2022-04-20T08:00:00.000Z'],
    ]);
    const [old] = (await get(crew.dispatcher, '/screening-campaigns')).body.items;
    expect(old.milestones[0]).not.toHaveProperty('stood');
  });
});

describe('the comparison by phone', () => {
  async function called() {
    const crew = await aCrew();
    const home = await aHome(first, '1');
    const campaign = await running(crew);
    await give(crew, campaign, first);
    await visited(crew.screener, (await visitAt(home))._id);
    await does(crew.dispatcher, on(campaign, 'check'));
    const [call] = (await get(crew.leader, `/screening-callbacks?campaign=${campaign}`)).body.items;
    return { ...crew, crew, home, campaign, call: call.id as string };
  }

  test('another answer: the doors are open again, the home is visited by somebody else and counted once', async () => {
    const { leader, dispatcher, screener, campaign, call, home, crew } = await called();
    const first1 = await visitAt(home);
    await does(leader, `/screening-callbacks/${call}/differs`, { reason: { code: 'ONE_MORE_AT_HOME' } });
    expect((await campaignNow(campaign)).state).toBe('RUNNING');
    const [, anew] = (await visitsNow({ household: home })).sort((a) => (a.detail.again ? 1 : -1));
    expect(anew).toMatchObject({ state: 'NOT_VISITED', detail: { again: first1._id } });
    expect((await coverage(crew, campaign)).total).toMatchObject({ homes: 1, clear: 0, notVisited: 1, done: 0 });
    await give(crew, campaign, first);
    expect((await visitsNow({ _id: anew?._id }))[0]?.assignment.assignee).toBeUndefined();
    const direct = { opId: anId(), screener: screener.id };
    expect((await post(leader, `/household-visits/${anew?._id}/send-screener`, direct)).status).toBe(422);
    const other = await somebody('SCREENER', village);
    await does(leader, on(campaign, 'give-doors'), { area: first, screener: other.id });
    expect((await get(other, '/screening/my-doors')).body.items).toMatchObject([{ again: true }]);
    await visited(other, anew?._id ?? '');
    await does(dispatcher, on(campaign, 'check'));
    const [next] = (await get(leader, `/screening-callbacks?campaign=${campaign}`)).body.items;
    await does(leader, `/screening-callbacks/${next.id}/same-answer`);
    expect((await does(dispatcher, on(campaign, 'close'))).body.view.state).toBe('CLOSED');
    expect((await coverage(crew, campaign)).total).toMatchObject({ homes: 1, done: 1 });
  });

  test('nobody answers three times: the call ends, and so may the screening', async () => {
    const { leader, dispatcher, campaign, call } = await called();
    for (const state of ['TO_CALL', 'TO_CALL', 'NOT_REACHED']) {
      const { view } = (await does(leader, `/screening-callbacks/${call}/no-reply`)).body;
      expect(view.state).toBe(state);
    }
    expect((await does(dispatcher, on(campaign, 'close'))).body.view.state).toBe('CLOSED');
  });

  test('whoever was at the door does not compare it, whatever role they hold', async () => {
    const crew = await aCrew();
    const home = await aHome(first, '1');
    const campaign = await running(crew);
    await visited(crew.leader, (await visitAt(home))._id);
    await does(crew.dispatcher, on(campaign, 'check'));
    const [call] = (await get(crew.leader, `/screening-callbacks?campaign=${campaign}`)).body.items;
    expect(call.actions).toEqual([]);
    const path = `/screening-callbacks/${call.id}/same-answer`;
    expect(await post(crew.leader, path, { opId: anId() })).toMatchObject({ status: 403 });
    await does(crew.dispatcher, path);
  });
});

describe('who sees it and who may do what', () => {
  test('a screener has the doors given to them and no others; other places know nothing', async () => {
    const crew = await aCrew();
    const { a, c } = await homes();
    const campaign = await running(crew);
    await give(crew, campaign, first);
    const [mine, notMine] = [(await visitAt(a))._id, (await visitAt(c))._id];
    expect((await get(crew.screener, `/household-visits/${mine}`)).status).toBe(200);
    expect((await get(crew.screener, `/household-visits/${notMine}`)).status).toBe(404);
    expect((await atDoor(crew.screener, notMine, 'reach-door')).status).toBe(404);
    const away = await somebody('GRID_LEADER', otherVillage);
    const farther = await somebody('TOWNSHIP_DISPATCHER', '141122999');
    for (const stranger of [away, farther]) {
      expect((await get(stranger, `/household-visits/${mine}`)).status).toBe(404);
      expect((await get(stranger, on(campaign, 'coverage'))).status).toBe(404);
      expect((await get(stranger, '/screening-campaigns')).body.items).toEqual([]);
    }
    expect((await atDoor(away, mine, 'reach-door')).status).toBe(404);
    expect(
      (await post(away, on(campaign, 'give-doors'), { opId: anId(), area: first, screener: crew.screener.id })).status,
    ).toBe(404);
    const wide = { opId: anId(), area: village, screener: crew.screener.id };
    expect((await post(crew.leader, on(campaign, 'give-doors'), wide)).status).toBe(422);
    const nobody = { opId: anId(), area: first, screener: crew.leader.id };
    expect((await post(crew.leader, on(campaign, 'give-doors'), nobody)).status).toBe(422);
    expect((await post(crew.leader, on(campaign, 'publish'), { opId: anId() })).status).toBe(403);
    expect((await get(crew.screener, on(campaign, 'coverage'))).status).toBe(403);
  });

  test('a grid leader counts the own grids alone; the township all of them', async () => {
    const crew = await aCrew();
    await homes();
    const campaign = await running(crew, { areas: [township] });
    const own = (await get(crew.leader, on(campaign, 'coverage'))).body;
    expect([own.total.homes, own.items.length]).toEqual([4, 2]);
    const all = (await get(crew.dispatcher, on(campaign, 'coverage'))).body;
    expect([all.total.homes, all.items.length]).toEqual([5, 3]);
    const ofGrid = await somebody('GRID_LEADER', rural);
    expect((await get(ofGrid, on(campaign, 'coverage'))).body).toMatchObject({ total: { homes: 1 } });
    const page = (await get(crew.dispatcher, `${on(campaign, 'coverage')}?limit=2`)).body;
    expect(page.items).toHaveLength(2);
    const next = (await get(crew.dispatcher, `${on(campaign, 'coverage')}?limit=2&after=${page.next}`)).body;
    expect([next.items.length, next.total]).toEqual([1, all.total]);
  });

  test('who may be sent is listed with the doors they still have, the least busy first', async () => {
    const crew = await aCrew();
    await homes();
    const campaign = await running(crew);
    const free = await somebody('SCREENER', village);
    await give(crew, campaign, first);
    const { items } = (await get(crew.leader, `${on(campaign, 'screeners')}?area=${second}`)).body;
    const known = items.filter(({ person }: { person: string }) => [free.id, crew.screener.id].includes(person));
    expect(known).toMatchObject([
      { person: free.id, open: 0, label: '张**' },
      { person: crew.screener.id, open: 2 },
    ]);
    const heard = (await visitsNow({ area: first })).flatMap(({ _id }) => told(_id));
    expect(heard).toEqual(['CARRIER:DOORS_GIVEN']);
  });
});
