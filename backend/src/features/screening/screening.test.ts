import { deliveredTwice } from '../../testing/delivered-twice';
import { campaignNow, coverage, fourHomes, give } from './testing/campaigns';
import {
  aCrew,
  aHome,
  anId,
  aPlan,
  does,
  first,
  get,
  grid,
  now,
  on,
  post,
  running,
  rural,
  second,
  setTheStage,
  settle,
  somebody,
  told,
  village,
  visitAt,
  visited,
  visitsNow,
  wait,
} from './testing/scene';

setTheStage(deliveredTwice);

describe('a screening from the plan to the end', () => {
  test('one visit for each home of its areas, frozen, visited, phoned, closed', async () => {
    const crew = await aCrew();
    const { dispatcher, leader, screener } = crew;
    const { a, b, c, d, outside } = await fourHomes();
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
    await fourHomes();
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
    await fourHomes();
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
    const { a, b, d } = await fourHomes();
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
