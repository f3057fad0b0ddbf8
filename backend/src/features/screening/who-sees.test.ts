import { deliveredTwice } from '../../testing/delivered-twice';
import { campaignNow, coverage, fourHomes, give } from './testing/campaigns';
import {
  aCrew,
  aHome,
  anId,
  atDoor,
  does,
  first,
  get,
  on,
  otherVillage,
  post,
  running,
  rural,
  second,
  setTheStage,
  somebody,
  told,
  township,
  village,
  visitAt,
  visited,
  visitsNow,
} from './testing/scene';

setTheStage(deliveredTwice);

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
    const { a, c } = await fourHomes();
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
    await fourHomes();
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
    await fourHomes();
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
