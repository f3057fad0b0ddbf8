import {
  act,
  aDraft,
  aHome,
  does,
  get,
  inHours,
  link,
  linksOf,
  openings,
  setTheStage,
  settle,
  somebody,
  stateOf,
  submitted,
  told,
  wait,
} from '../testing/scene';

setTheStage();

describe('nobody does anything', () => {
  test('not acknowledged in two hours: the leader hears, then the township, and it is shown as late', async () => {
    const home = await aHome();
    const id = await submitted(home.resident, aDraft(home));
    await wait(119);
    expect(told(id)).toEqual(['GRID:RETURNEE_NEW']);
    await wait(2);
    expect(told(id)).toContain('GRID_LEADER:RETURNEE_OVERDUE');
    await wait(121);
    expect(told(id)).toContain('TOWNSHIP_DISPATCHER:RETURNEE_OVERDUE');
    const worker = await somebody('GRID_WORKER');
    expect((await get(worker, '/grid/returnees?tab=late')).body.items).toMatchObject([
      { id, late: true, next: { owner: 'TOWNSHIP_DISPATCHER' } },
    ]);
  });

  test('within twelve hours of the arrival it is half an hour', async () => {
    const home = await aHome();
    const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(11) }));
    await wait(31);
    expect(told(id)).toContain('GRID_LEADER:RETURNEE_OVERDUE');
  });

  test('not there a day after the plan: NO_SHOW, but not where it was planned anew', async () => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    const [id, other] = [await submitted(home.resident, aDraft(home)), await submitted(home.resident, aDraft(home))];
    await does(worker, id, 'acknowledge');
    await does(home.resident, other, 'replan', { plannedArrival: inHours(24 * 6) });
    expect(await stateOf(other)).toBe('TRIAGED');
    await does(worker, other, 'acknowledge');
    await wait((72 + 23) * 60);
    expect(await stateOf(id)).toBe('ACKNOWLEDGED');
    await wait(61);
    expect([await stateOf(id), await stateOf(other)]).toEqual(['NO_SHOW', 'ACKNOWLEDGED']);
    expect(told(id)).toContain('GRID:RETURNEE_NO_SHOW');
    // a plan that has passed alarms nobody about links
    expect((await linksOf(id)).map(({ assignment }) => assignment.rung)).toEqual(Array(10).fill(0));
    await does(home.resident, id, 'arrive');
    expect(await stateOf(id)).toBe('IN_CHAIN');
    await wait(24 * 60 * 3);
    expect(await stateOf(other)).toBe('NO_SHOW');
  });

  test('three calls without an answer in six hours make a search, and no fewer', async () => {
    const home = await aHome();
    const [worker, leader] = [await somebody('GRID_WORKER'), await somebody('GRID_LEADER')];
    const id = await submitted(home.resident, aDraft(home));
    await does(worker, id, 'ask-info', { reason: { code: 'WHICH_STREET', words: '哪条街道？' } });
    expect(told(id)).toContain('HOUSEHOLD:RETURNEE_INFO');
    for (let call = 0; call < 2; call++) await does(worker, id, 'record-call', { answered: false });
    expect(await act(worker, id, 'search')).toMatchObject({ status: 409, body: { next: 'recordCall' } });
    await wait(3 * 60);
    expect(told(id)).toContain('GRID_LEADER:RETURNEE_OVERDUE');
    await does(worker, id, 'record-call', { answered: false });
    await does(worker, id, 'search');
    expect(told(id)).toContain('GRID_LEADER:RETURNEE_SEARCH');
    await wait(24 * 60 + 1);
    expect(told(id)).toContain('TOWNSHIP_DISPATCHER:RETURNEE_SEARCH');
    expect((await act(worker, id, 'end-search')).status).toBe(403);
    await does(leader, id, 'end-search');
    expect(await stateOf(id)).toBe('CANCELLED');
  });

  test('a link past its time climbs its ladder to the last rung and stays with its owner', async () => {
    const home = await aHome();
    const screener = await somebody('SCREENER');
    const draft = aDraft(home, { foundBy: 'SCREENING', plannedArrival: undefined, arrivedAt: inHours(0) });
    const id = await submitted(screener, draft);
    await settle();
    const { _id } = await link(id, 'CODE_REQUEST');
    expect(told(_id)).toEqual(['CODE_CLERK:LINK_WAITS']);
    await wait(121);
    await wait(61);
    await wait(61);
    expect(told(_id).slice(1)).toEqual([
      'TOWNSHIP_DISPATCHER:LINK_OVERDUE',
      'COUNTY_DISPATCHER:LINK_OVERDUE',
      'COUNTY_DISPATCHER:LINK_OVERDUE',
    ]);
    const commander = await somebody('COUNTY_DISPATCHER', '141122');
    expect((await get(commander, '/command/late-links')).body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: _id, owner: 'COUNTY_DISPATCHER', late: true })]),
    );
    // a slow code delays nothing else
    expect(await link(id, 'LANDING_TEST')).toMatchObject({ state: 'WAITING' });
    expect(openings).toHaveLength(1);
  });
});
