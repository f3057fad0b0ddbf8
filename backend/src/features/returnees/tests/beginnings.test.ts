import {
  act,
  aDraft,
  aHome,
  anId,
  aPerson1,
  does,
  finishAll,
  get,
  grid,
  inHours,
  link,
  linksOf,
  now,
  onLink,
  openings,
  post,
  quiet,
  risky,
  setTheStage,
  settle,
  somebody,
  stateOf,
  submit,
  submitted,
  told,
  wait,
} from '../testing/scene';

setTheStage();

const called = ['ACKNOWLEDGEMENT', 'LANDING_TEST', 'TRANSFER', 'PLACEMENT', 'CODE_REQUEST', 'NOTICE', 'DELIVERY_PLAN'];

/** Every link of a chain has a time, and all ten kinds are there once. */
async function openChain(traveller: string): Promise<string[]> {
  const links = await linksOf(traveller);
  expect(links.map(({ variant }) => variant).sort()).toHaveLength(10);
  const open = links.filter(({ state }) => ['WAITING', 'STARTED', 'FAILED'].includes(state));
  expect(open.filter(({ dueAt }) => dueAt === undefined)).toEqual([]);
  return open.map(({ variant }) => variant).sort();
}

describe('announced by the family', () => {
  test('judged at once, acknowledged, and every link is there before the arrival', async () => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    const answer = await submit(home.resident, aDraft(home));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        state: 'SUBMITTED',
        lateReport: false,
        travellers: [{ state: 'TRIAGED', nameMasked: '王**', next: { what: 'ACKNOWLEDGE', owner: 'GRID_WORKER' } }],
      },
    });
    const id = answer.body.travellers[0].id;
    await settle();
    expect(told(id)).toContain('GRID:RETURNEE_NEW');
    const seen = (await get(worker, '/grid/returnees?tab=acknowledge')).body.items;
    expect(seen).toMatchObject([{ id, actions: expect.arrayContaining(['acknowledge', 'askInfo']) }]);
    await does(worker, id, 'acknowledge');
    expect(told(id)).toContain('HOUSEHOLD:RETURNEE_EXPECTED');
    const open = await openChain(id);
    expect(open).toEqual([...called.filter((one) => one !== 'ACKNOWLEDGEMENT'), 'EPISODE'].sort());
    expect(await link(id, 'ACKNOWLEDGEMENT')).toMatchObject({ state: 'DONE' });
    expect(await link(id, 'LANDING_TEST')).toMatchObject({ dueAt: new Date(inHours(74)) });
    const mine = await get(home.resident, `/travellers/${id}`);
    expect(mine.body).toMatchObject({
      ...{ name: '王小返', category: 'HIGH_RISK_STAY', reason: { code: 'RISK_STAY' } },
      next: { what: 'ARRIVE', owner: 'TRAVELLER' },
    });
    expect(openings).toEqual([]);
  });

  test('on arrival times run from there, an episode is opened once, and when all links are over so is the trip', async () => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    const draft = aDraft(home);
    const id = await submitted(home.resident, draft);
    await does(worker, id, 'acknowledge');
    await wait(60 * 60);
    await does(home.resident, id, 'arrive');
    expect(await stateOf(id)).toBe('IN_CHAIN');
    expect(await link(id, 'LANDING_TEST')).toMatchObject({
      dueAt: new Date(inHours(2)),
      detail: { countedFrom: 'ARRIVAL' },
    });
    expect(await link(id, 'EPISODE')).toMatchObject({ state: 'STARTED' });
    expect(openings).toMatchObject([
      { about: id, category: 'HIGH_RISK_STAY', who: { name: '王小返' }, policy: { code: 'SX_2022_SPRING' } },
    ]);
    await openChain(id);
    await finishAll(worker, id);
    expect(await stateOf(id)).toBe('IN_CHAIN');
    const shown = (await get(home.resident, `/travellers/${id}`)).body;
    expect(shown.next).toMatchObject({ what: 'LINK_CODE_REQUEST', owner: 'CODE_CLERK', dueAt: expect.any(String) });
  });

  test('from a quiet place only a test and a tracker: it is followed for three days, and then everything is over', async () => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    const draft = aDraft(home, { stays: [{ place: quiet, from: inHours(-200) }] });
    const id = await submitted(home.resident, draft);
    await does(worker, id, 'acknowledge');
    await wait(72 * 60);
    await does(home.resident, id, 'arrive');
    expect(await openChain(id)).toEqual(['LANDING_TEST', 'TRACKER']);
    const sampler = await somebody('SAMPLER');
    const test = await link(id, 'LANDING_TEST');
    expect(await onLink(sampler, test._id, 'swab')).toMatchObject({
      status: 200,
      body: { view: { state: 'STARTED' } },
    });
    await settle();
    const { tracker } = (await get(home.resident, `/travellers/${id}`)).body;
    expect(tracker).toMatchObject({ state: 'ACTIVE', tests: 3, swabs: 1, until: inHours(72) });
    await onLink(worker, test._id, 'finish-by-hand');
    const at = `/health-trackers/${tracker.id}`;
    const report = { opId: anId(), temperatureTenths: 365, symptoms: [] };
    expect(await post(home.resident, `${at}/report-health`, report)).toMatchObject({ status: 200 });
    for (let day = 0; day < 2; day++) {
      await wait(24 * 60);
      expect((await post(sampler, `${at}/swab`, { opId: anId() })).status).toBe(200);
    }
    await wait(26 * 60);
    expect([await stateOf(tracker.id), await stateOf(id), await stateOf(draft.id)]).toEqual([
      'COMPLETED',
      'CLOSED',
      'CLOSED',
    ]);
  });
});

describe('found without a word', () => {
  test('at a post: registered, judged and here in one request, acknowledged as a link of the chain', async () => {
    const officer = await somebody('CHECKPOINT_OFFICER', '141122');
    const draft = {
      ...{ id: anId(), foundBy: 'CHECKPOINT', travellers: [aPerson1()], arrivedAt: now().toISOString() },
      stays: [{ place: risky, from: inHours(-240), to: inHours(-5) }],
      destination: { kind: 'HOUSEHOLD', area: grid, place: '样例小区 3-1-402' },
    };
    const answer = await submit(officer, draft);
    expect(answer.body).toMatchObject({ travellers: [{ state: 'IN_CHAIN', arrivedAt: draft.arrivedAt }] });
    // neither what is asked of them, nor who sees to it
    expect(answer.body.travellers[0]).not.toHaveProperty('next');
    const id = answer.body.travellers[0].id;
    // before anything was delivered
    expect(await openChain(id)).toEqual([...called, 'EPISODE'].sort());
    await settle();
    expect(openings).toHaveLength(1);
    const waiting = await link(id, 'ACKNOWLEDGEMENT');
    expect(waiting).toMatchObject({ state: 'WAITING', dueAt: new Date(inHours(0.5)) });
    expect(told(waiting._id)).toContain('GRID_WORKER:LINK_WAITS');
    const worker = await somebody('GRID_WORKER');
    await onLink(worker, waiting._id, 'start-by-hand');
    expect((await onLink(worker, waiting._id, 'finish-by-hand')).body.view).toMatchObject({
      state: 'DONE',
      late: false,
    });
    // the post sees that they come, not why they are asked for what
    const atPost = (await get(officer, `/travellers/${id}`)).body;
    expect(atPost).toMatchObject({ nameMasked: '王**', timeline: [] });
    for (const field of ['links', 'reason', 'category', 'name', 'next']) expect(atPost).not.toHaveProperty(field);
  });

  test('at a door: the report is there before the screener goes on', async () => {
    const home = await aHome();
    const screener = await somebody('SCREENER');
    const draft = aDraft(home, { foundBy: 'SCREENING', plannedArrival: undefined, arrivedAt: inHours(-20) });
    const answer = await submit(screener, draft);
    expect(answer).toMatchObject({ status: 200, body: { foundBy: 'SCREENING', travellers: [{ state: 'IN_CHAIN' }] } });
    const id = answer.body.travellers[0].id;
    expect(await openChain(id)).toContain('LANDING_TEST');
    // counted from the arrival, it is late from the first moment, and is on the board with its owner
    await settle();
    const leader = await somebody('GRID_LEADER');
    const board = (await get(leader, '/command/late-links')).body.items;
    expect(board).toEqual(
      expect.arrayContaining([expect.objectContaining({ traveller: id, link: 'LANDING_TEST', late: true })]),
    );
    expect(board.every(({ owner }: { owner: string }) => owner.length > 0)).toBe(true);
    expect((await get(home.resident, '/returnee-reports/mine')).body.items).toMatchObject([{ id: draft.id }]);
  });

  test('somebody announced is found at a post by the end of the number, and has arrived', async () => {
    const home = await aHome();
    const person = aPerson1();
    const id = await submitted(home.resident, aDraft(home, { travellers: [person], plannedArrival: inHours(3) }));
    const officer = await somebody('CHECKPOINT_OFFICER', '141122');
    const found = await post(officer, '/returnees/find', {
      phone: person.phone,
      idTail: String(person.idNumber).slice(-4),
    });
    expect(found.body.items).toMatchObject([{ id, nameMasked: '王**', actions: expect.arrayContaining(['arrive']) }]);
    expect((await post(officer, '/returnees/find', { phone: '19911112222' })).body.items).toEqual([]);
    expect((await post(officer, '/returnees/find', {})).body.items).toEqual([]);
    expect((await act(officer, id, 'arrive')).status).toBe(200);
    await settle();
    expect(await stateOf(id)).toBe('IN_CHAIN');
  });
});
