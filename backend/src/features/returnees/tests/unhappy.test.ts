import { inputHash } from '../../../lifecycle';
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
  elsewhere,
  finishAll,
  get,
  grid,
  inHours,
  link,
  linksOf,
  onLink,
  openings,
  pass,
  post,
  quiet,
  risky,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  submit,
  submitted,
  told,
  wait,
} from '../testing/scene';

setTheStage();

const pointers = (answer: { body: { errors?: { pointer: string }[] } }) =>
  (answer.body.errors ?? []).map(({ pointer }) => pointer);

describe('a report that cannot be', () => {
  test('without a household here it is refused until somebody answers for it, and the field is named', async () => {
    const { resident } = await aHome();
    const hotel = { kind: 'HOTEL', area: grid, place: '样例宾馆' };
    const draft = aDraft({ household: '' }, { foundBy: 'EMPLOYER', destination: hotel });
    const refused = await submit(resident, draft);
    expect([refused.status, pointers(refused)]).toEqual([422, ['/destination/responsibleHost']]);
    expect(await collection('returnees').countDocuments()).toBe(0);
    const responsibleHost = { name: '样例公司', phone: '19900009999' };
    const taken = await submit(resident, { ...draft, destination: { ...hotel, responsibleHost } });
    expect(taken).toMatchObject({ status: 200, body: { travellers: [{ destination: 'HOTEL', state: 'TRIAGED' }] } });
    // without a household whoever reported it hears what a household would
    const id = taken.body.travellers[0].id;
    await does(await somebody('GRID_WORKER'), id, 'acknowledge');
    expect(told(id)).toContain('HOUSEHOLD:RETURNEE_EXPECTED');
    const notices = await collection('notices')
      .find({ record: id, person: resident.id } as object)
      .toArray();
    expect(notices).toMatchObject([{ code: 'RETURNEE_EXPECTED', audience: 'HOUSEHOLD' }]);
  });

  test('for a household of somebody else it is refused as if there were none', async () => {
    const [home, other] = [await aHome(), await aHome()];
    expect((await submit(other.resident, aDraft(home))).status).toBe(404);
    const away = await somebody('GRID_WORKER', elsewhere);
    expect((await submit(away, aDraft(home, { foundBy: 'REGISTER' }))).status).toBe(404);
    const here = await somebody('GRID_WORKER');
    expect((await submit(here, aDraft(home, { foundBy: 'REGISTER' }))).status).toBe(200);
  });

  test('in the name of a post or a door it is for those who stand there', async () => {
    const home = await aHome();
    for (const foundBy of ['CHECKPOINT', 'SCREENING', 'REGISTER']) {
      expect((await submit(home.resident, aDraft(home, { foundBy }))).status).toBe(403);
    }
  });

  test('nonsense dates, nobody to phone, and no plan are named each', async () => {
    const home = await aHome();
    const refused = await submit(
      home.resident,
      aDraft(home, {
        travellers: [{ name: '王小返', symptoms: false, birthYear: 2050 }],
        stays: [
          { place: risky, from: inHours(-24), to: inHours(-48) },
          { place: quiet, from: inHours(200) },
        ],
        plannedArrival: inHours(-48),
      }),
    );
    expect(refused.status).toBe(422);
    expect(pointers(refused).sort()).toEqual([
      '/plannedArrival',
      '/stays/0/to',
      '/stays/1/from',
      '/travellers/0/birthYear',
      '/travellers/0/phone',
    ]);
    const noPlan = await submit(home.resident, aDraft(home, { plannedArrival: undefined }));
    expect(pointers(noPlan)).toEqual(['/plannedArrival']);
    const tooFar = await submit(home.resident, aDraft(home, { plannedArrival: inHours(24 * 61) }));
    expect(pointers(tooFar)).toEqual(['/plannedArrival']);
    const ahead = await submit(
      await somebody('SCREENER'),
      aDraft(home, { foundBy: 'SCREENING', arrivedAt: inHours(2) }),
    );
    expect(pointers(ahead)).toEqual(['/arrivedAt']);
  });

  test('a late one is taken and flagged', async () => {
    const home = await aHome();
    const answer = await submit(home.resident, aDraft(home, { plannedArrival: inHours(20) }));
    expect(answer).toMatchObject({ status: 200, body: { lateReport: true, travellers: [{ lateReport: true }] } });
  });
});

describe('the same twice', () => {
  test('a double tap is one trip; another content under its id is another trip', async () => {
    const home = await aHome();
    const draft = aDraft(home, { travellers: [aPerson1(), aPerson1()] });
    const [one, other] = await Promise.all([submit(home.resident, draft), submit(home.resident, draft)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(await submit(home.resident, draft)).toMatchObject({ status: 200 });
    await settle();
    expect(await collection('returnees').countDocuments()).toBe(3);
    expect(await submit(home.resident, { ...draft, transport: 'K1' })).toMatchObject({ status: 409 });
    const neighbour = await aHome();
    expect((await submit(neighbour.resident, aDraft(neighbour, { id: draft.id }))).status).toBe(409);
  });

  test('one person reported by two is one: the second is linked, and its news are judged with the first', async () => {
    const home = await aHome();
    const person = aPerson1();
    const first = await submitted(
      home.resident,
      aDraft(home, { travellers: [person], stays: [{ place: quiet, from: inHours(-200) }] }),
    );
    expect((await get(home.resident, `/travellers/${first}`)).body.category).toBe('OTHER_PROVINCE');
    const neighbour = await aHome();
    const second = await submitted(neighbour.resident, aDraft(neighbour, { travellers: [person] }));
    await settle();
    expect(await stored(second)).toMatchObject({ state: 'DUPLICATE', detail: { duplicateOf: first } });
    // with the reason before it beside the one that holds
    expect((await get(home.resident, `/travellers/${first}`)).body).toMatchObject({
      ...{ category: 'HIGH_RISK_STAY', reason: { code: 'RISK_STAY' }, formerReasons: [{ code: 'OTHER_PROVINCE' }] },
    });
    // who it is from is part of the operation, what it says is not: a bare hash of a person is as good as the person
    const [, retriage] = (await stored(first)).history;
    expect(retriage).toMatchObject({ action: 'retriage', inputHash: inputHash('retriage', { newsFrom: second }) });
    // whoever reports somebody they know of sees nothing more of them for it
    expect((await get(neighbour.resident, `/travellers/${first}`)).status).toBe(404);
    // another trip, months later, is another one
    const later = aDraft(home, { travellers: [person], plannedArrival: inHours(24 * 40) });
    expect(await stateOf(await submitted(home.resident, later))).toBe('TRIAGED');
  });

  test('the phone and the number that only the second report knows find the first, at a post and in a third report', async () => {
    const home = await aHome();
    const { idNumber, ...known } = aPerson1();
    const first = await submitted(home.resident, aDraft(home, { travellers: [known] }));
    await submitted(home.resident, aDraft(home, { travellers: [{ ...known, idNumber }] }));
    await settle();
    const officer = await somebody('CHECKPOINT_OFFICER', '141122');
    const look = { idTail: String(idNumber).slice(-4) };
    expect((await post(officer, '/returnees/find', look)).body.items).toMatchObject([{ id: first }]);
    const { phone: _phone, ...byNumber } = { ...known, name: '王返', idNumber };
    const child = { name: '王小小', phone: '19900008888', symptoms: false };
    const third = await submitted(home.resident, aDraft(home, { travellers: [byNumber, child] }));
    await settle();
    expect(await stored(third)).toMatchObject({ state: 'DUPLICATE', detail: { duplicateOf: first } });
  });

  test('a person says who is the same as whom: only somebody they see, and nobody who is a duplicate', async () => {
    const [home, far] = [await aHome(), await aHome(elsewhere)];
    const worker = await somebody('GRID_WORKER');
    const [first, second, third] = [
      await submitted(home.resident, aDraft(home)),
      await submitted(home.resident, aDraft(home)),
      await submitted(home.resident, aDraft(home)),
    ];
    const away = await submitted(far.resident, aDraft(far));
    const trip = (await get(home.resident, '/returnee-reports/mine')).body.items[0].id;
    for (const other of [second, away, anId(), trip]) {
      const refused = await act(worker, second, 'mark-duplicate', { of: other });
      expect([refused.status, pointers(refused)]).toEqual([422, ['/of']]);
    }
    expect(await stateOf(second)).toBe('TRIAGED');
    await does(worker, second, 'mark-duplicate', { of: first });
    expect(await stored(second)).toMatchObject({ state: 'DUPLICATE', detail: { duplicateOf: first } });
    const chained = await act(worker, third, 'mark-duplicate', { of: second });
    expect([chained.status, pointers(chained)]).toEqual([422, ['/of']]);
  });

  test('one person reported by several at one moment is one, whoever is judged first', async () => {
    const person = aPerson1();
    const homes = await Promise.all(Array.from({ length: 6 }, () => aHome()));
    const reported = await Promise.all(
      homes.map((home) => submitted(home.resident, aDraft(home, { travellers: [person] }))),
    );
    await settle();
    const states = await Promise.all(reported.map(stateOf));
    expect(states.filter((state) => state !== 'DUPLICATE')).toEqual(['TRIAGED']);
  });

  test('two of a family with one phone are two', async () => {
    const home = await aHome();
    const parent = aPerson1({ idNumber: undefined });
    const child = { name: '王小小', birthYear: 2015, phone: parent.phone, symptoms: false };
    const answer = await submit(home.resident, aDraft(home, { travellers: [parent, child] }));
    expect(answer.body.travellers).toMatchObject([{ state: 'TRIAGED' }, { state: 'TRIAGED' }]);
  });

  test('found at a post although announced: the first report arrives', async () => {
    const home = await aHome();
    const person = aPerson1();
    const first = await submitted(home.resident, aDraft(home, { travellers: [person], plannedArrival: inHours(30) }));
    const officer = await somebody('CHECKPOINT_OFFICER', '141122');
    const found = aDraft(home, {
      ...{ foundBy: 'CHECKPOINT', travellers: [person], plannedArrival: undefined, arrivedAt: inHours(0) },
      destination: { kind: 'HOUSEHOLD', area: grid, place: '3-1-402' },
    });
    const second = await submitted(officer, found);
    await settle();
    expect([await stateOf(second), await stateOf(first), await stateOf(found.id)]).toEqual([
      'DUPLICATE',
      'IN_CHAIN',
      'CLOSED',
    ]);
    expect(await linksOf(second)).toEqual([]);
  });

  test('a tap that is repeated acts once', async () => {
    const home = await aHome();
    const id = await submitted(home.resident, aDraft(home));
    const worker = await somebody('GRID_WORKER');
    const body = { opId: anId() };
    const taps = await Promise.all([1, 2].map(() => post(worker, `/travellers/${id}/acknowledge`, body)));
    expect(taps.map(({ status }) => status)).toEqual([200, 200]);
    expect((await stored(id)).history.filter(({ action }) => action === 'acknowledge')).toHaveLength(1);
    await settle();
    await settle();
    expect(await linksOf(id)).toHaveLength(10);
  });
});

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

describe('who may see and open', () => {
  test('names are masked in lists, opening one is recorded first, and a stranger finds nobody', async () => {
    const home = await aHome();
    const person = aPerson1();
    const id = await submitted(home.resident, aDraft(home, { travellers: [person] }));
    const [worker, away] = [await somebody('GRID_WORKER'), await somebody('GRID_WORKER', elsewhere)];
    const seen = JSON.stringify([
      (await get(worker, '/grid/returnees')).body,
      (await get(worker, `/travellers/${id}`)).body,
    ]);
    for (const secret of [person.name, person.phone, String(person.idNumber)]) expect(seen).not.toContain(secret);
    expect((await get(away, `/travellers/${id}`)).status).toBe(404);
    expect((await act(away, id, 'acknowledge')).status).toBe(404);
    const look = { opId: anId(), why: 'CALL' };
    expect((await post(away, `/travellers/${id}/reveal`, look)).status).toBe(404);
    const opened = await post(worker, `/travellers/${id}/reveal`, { ...look, opId: anId() });
    expect(opened.body).toMatchObject({ name: person.name, phone: person.phone, transport: 'D1234 8车' });
    expect(await collection('auditRows').countDocuments({ record: id, did: 'reveal' } as object)).toBe(1);
    // nothing of it stands readable in the database
    const raw = JSON.stringify(await collection('returnees').find().toArray());
    for (const secret of [person.name, person.phone, String(person.idNumber), '向阳街道', 'D1234']) {
      expect(raw).not.toContain(secret);
    }
  });
});

test('somebody born in the new year is no slip of the finger, as soon as the day has begun in Shanghai', async () => {
  const home = await aHome();
  app().clock.set(new Date('2022-12-31T17:00:00Z'));
  const born = (birthYear: number) =>
    submit(home.resident, aDraft(home, { travellers: [aPerson1(), { name: '王小小', symptoms: false, birthYear }] }));
  expect((await born(2023)).status).toBe(200);
  expect(pointers(await born(2024))).toEqual(['/travellers/1/birthYear']);
});
