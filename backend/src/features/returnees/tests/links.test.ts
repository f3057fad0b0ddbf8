import {
  act,
  aDraft,
  aHome,
  anId,
  aPerson1,
  atHome,
  does,
  finishAll,
  get,
  inHours,
  link,
  linksOf,
  onLink,
  pass,
  post,
  quiet,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  submitted,
  told,
  wait,
} from '../testing/scene';

setTheStage();

describe('links', () => {
  test('made ready for a later arrival: its owner hears when somebody comes earlier, and only one ladder rings', async () => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(5) }));
    await does(worker, id, 'acknowledge');
    const { _id } = await link(id, 'LANDING_TEST');
    expect(told(_id)).toEqual([]);
    await wait(170);
    await does(home.resident, id, 'arrive');
    expect(told(_id)).toEqual(['SAMPLER:LINK_WAITS']);
    // due two hours after the arrival, rung an hour later again; its first timer, by the plan, lies in between and is stale
    for (let quarter = 0; quarter < 18; quarter++) await wait(15);
    expect(told(_id).slice(1)).toEqual([
      'GRID_LEADER:LINK_OVERDUE',
      'TOWNSHIP_DISPATCHER:LINK_OVERDUE',
      'COUNTY_DISPATCHER:LINK_OVERDUE',
    ]);
  });

  test('what waits is called by its name: one person, several links, as many different notices', async () => {
    const home = await aHome();
    const [worker, sampler] = [await somebody('GRID_WORKER'), await somebody('SAMPLER')];
    const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
    await does(worker, id, 'acknowledge');
    await does(home.resident, id, 'arrive');
    const waiting = async (person: typeof worker): Promise<string[]> =>
      (await get(person, '/notices')).body.items
        .filter(({ code }: { code: string }) => code === 'LINK_WAITS')
        .map(({ values }: { values: { link: string } }) => values.link);
    expect(await waiting(sampler)).toEqual(['LANDING_TEST']);
    expect((await waiting(worker)).sort()).toEqual(['DELIVERY_PLAN', 'EPISODE', 'NOTICE', 'PLACEMENT']);
  });

  test('done on paper needs to be said, fails to the next rung, and is tried again', async () => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
    await does(worker, id, 'acknowledge');
    await does(home.resident, id, 'arrive');
    const { _id } = await link(id, 'TRANSFER');
    expect((await onLink(home.resident, _id, 'start-by-hand')).status).toBe(404);
    await onLink(worker, _id, 'start-by-hand');
    expect(await onLink(worker, _id, 'finish-by-hand', { reason: undefined })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason' }] },
    });
    const why = { reason: { code: 'NO_CAR', words: '车坏在半路' } };
    expect(await onLink(worker, _id, 'fail-by-hand', why)).toMatchObject({ body: { view: { state: 'FAILED' } } });
    await settle();
    // the grid reads why; the home reads that it takes longer
    const noted = ({ body }: { body: { links: { notes?: { words: string }[] }[] } }) =>
      body.links.flatMap(({ notes = [] }) => notes.map(({ words }) => words));
    expect(noted(await get(worker, `/travellers/${id}`))).toEqual(['车坏在半路']);
    expect(noted(await get(home.resident, `/travellers/${id}`))).toEqual([]);
    expect(told(_id)).toContain('TOWNSHIP_DISPATCHER:LINK_OVERDUE');
    await onLink(worker, _id, 'retry-by-hand');
    expect(await onLink(worker, _id, 'finish-by-hand')).toMatchObject({ body: { view: { state: 'DONE' } } });
    expect((await onLink(worker, (await link(id, 'EPISODE'))._id, 'finish-by-hand')).status).toBe(409);
  });

  test('the last link may be one that ends by hand: with it the chain is over', async () => {
    const home = await aHome();
    const [worker, sampler] = [await somebody('GRID_WORKER'), await somebody('SAMPLER')];
    const stays = [{ place: quiet, from: inHours(-200) }];
    const id = await submitted(home.resident, aDraft(home, { stays, plannedArrival: inHours(1) }));
    await does(worker, id, 'acknowledge');
    await does(home.resident, id, 'arrive');
    const test = await link(id, 'LANDING_TEST');
    await onLink(sampler, test._id, 'swab');
    await settle();
    const { tracker } = (await get(home.resident, `/travellers/${id}`)).body;
    for (let day = 0; day < 3; day++) {
      await wait(25 * 60);
      await post(sampler, `/health-trackers/${tracker.id}/swab`, { opId: anId() });
    }
    await settle();
    expect([await stateOf(tracker.id), await stateOf(id)]).toEqual(['COMPLETED', 'IN_CHAIN']);
    await onLink(worker, test._id, 'finish-by-hand');
    await settle();
    expect(await stateOf(id)).toBe('CLOSED');
  });

  test('nothing is asked for: over at once', async () => {
    const home = await aHome();
    const stays = [{ place: atHome, from: inHours(-200) }];
    const draft = aDraft(home, { stays, plannedArrival: inHours(1) });
    const id = await submitted(home.resident, draft);
    await does(home.resident, id, 'arrive');
    expect([await stateOf(id), await stateOf(draft.id)]).toEqual(['CLOSED', 'CLOSED']);
    expect((await linksOf(id)).map(({ state }) => state)).toEqual(Array(10).fill('NOT_NEEDED'));
  });

  test('a trip withdrawn cancels who has not come, keeps who has, and ends the links that nobody needs', async () => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    const draft = aDraft(home, { travellers: [aPerson1(), aPerson1()], plannedArrival: inHours(2) });
    const here = await submitted(home.resident, draft);
    const mine = (await get(home.resident, '/returnee-reports/mine')).body.items[0];
    const other = mine.travellers[1].id;
    for (const id of [here, other]) await does(worker, id, 'acknowledge');
    await does(home.resident, here, 'arrive');
    const body = { opId: anId(), reason: { code: 'NOT_COMING' } };
    expect((await post(home.resident, `/returnee-reports/${draft.id}/withdraw`, body)).status).toBe(200);
    await settle();
    expect([await stateOf(here), await stateOf(other)]).toEqual(['IN_CHAIN', 'CANCELLED']);
    const left = (await linksOf(other)).map(({ variant, state }) => `${variant} ${state}`);
    expect(left).toHaveLength(10);
    expect(left.filter((one) => !one.endsWith('NOT_NEEDED'))).toEqual(['ACKNOWLEDGEMENT DONE']);
  });

  test('who did not come, and says after the withdrawal that they will, is expected again', async () => {
    const home = await aHome();
    const draft = aDraft(home);
    const id = await submitted(home.resident, draft);
    await does(await somebody('GRID_WORKER'), id, 'acknowledge');
    await wait((72 + 24) * 60 + 1);
    expect(await stateOf(id)).toBe('NO_SHOW');
    const body = { opId: anId(), reason: { code: 'NOT_COMING' } };
    expect((await post(home.resident, `/returnee-reports/${draft.id}/withdraw`, body)).status).toBe(200);
    await settle();
    await does(home.resident, id, 'replan', { plannedArrival: inHours(24) });
    expect(await stateOf(id)).toBe('TRIAGED');
  });

  test('another county takes over by name: links and record are handed out; silence brings them back', async () => {
    const home = await aHome();
    const [worker, township] = [await somebody('GRID_WORKER'), await somebody('TOWNSHIP_DISPATCHER', '141122100')];
    const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
    await does(worker, id, 'acknowledge');
    await does(home.resident, id, 'arrive');
    expect((await act(worker, id, 'hand-out', { county: '清徐县' })).status).toBe(403);
    await does(township, id, 'hand-out', { county: '清徐县' });
    await wait(12 * 60 + 1);
    expect(await stateOf(id)).toBe('IN_CHAIN');
    await does(township, id, 'hand-out', { county: '清徐县' });
    await does(township, id, 'confirm-hand-out', { takenBy: '清徐县 疾控 刘' });
    expect(await stateOf(id)).toBe('HANDED_OUT');
    expect(await link(id, 'TRANSFER')).toMatchObject({ state: 'HANDED_OUT' });
    expect(JSON.stringify(await stored(id))).not.toContain('清徐');
  });

  test('only passing through: left, or counted as arrived after twelve hours', async () => {
    const home = await aHome();
    const officer = await somebody('CHECKPOINT_OFFICER', '141122');
    const [one, two] = [await submitted(home.resident, aDraft(home)), await submitted(home.resident, aDraft(home))];
    for (const id of [one, two]) await does(officer, id, 'pass-through');
    await does(officer, one, 'leave-county');
    await wait(12 * 60 + 1);
    expect([await stateOf(one), await stateOf(two)]).toEqual(['LEFT_COUNTY', 'IN_CHAIN']);
  });

  test('advice to come later is no block', async () => {
    const home = await aHome();
    const township = await somebody('TOWNSHIP_DISPATCHER', '141122100');
    const id = await submitted(home.resident, aDraft(home));
    await does(township, id, 'advise-defer', { reason: { code: 'NO_BEDS', words: '房间紧张' } });
    expect(told(id)).toContain('HOUSEHOLD:RETURNEE_ADVISED');
    await does(home.resident, id, 'set-out');
    expect(await stateOf(id)).toBe('EN_ROUTE');
  });

  test('after a relay that was behind, everything is the same', async () => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
    await act(worker, id, 'acknowledge');
    await act(home.resident, id, 'arrive');
    pass(60);
    await settle();
    expect(await stateOf(id)).toBe('IN_CHAIN');
    await finishAll(worker, id);
    expect(await linksOf(id)).toHaveLength(10);
    expect((await linksOf(id)).filter(({ state }) => state === 'WAITING')).toEqual([]);
  });
});
