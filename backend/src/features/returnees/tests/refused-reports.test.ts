import {
  act,
  aDraft,
  aHome,
  anId,
  aPerson1,
  app,
  collection,
  does,
  elsewhere,
  get,
  grid,
  inHours,
  pointers,
  post,
  quiet,
  risky,
  setTheStage,
  somebody,
  submit,
  submitted,
  told,
} from '../testing/scene';

setTheStage();

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
