import { inputHash } from '../../../lifecycle';
import {
  act,
  aDraft,
  aHome,
  anId,
  aPerson1,
  collection,
  does,
  elsewhere,
  get,
  grid,
  inHours,
  linksOf,
  pointers,
  post,
  quiet,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  submit,
  submitted,
} from '../testing/scene';

setTheStage();

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
    const retriage = (await stored(first)).history.find(({ action }) => action === 'retriage');
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

  // several rounds: with whom one is found to be the same is lost to another in about every second of them
  test.each([1, 2, 3, 4])(
    'one person reported by several at one moment is one, whoever is judged first: %i',
    async () => {
      const person = aPerson1();
      const homes = await Promise.all(Array.from({ length: 8 }, () => aHome()));
      const reported = await Promise.all(
        homes.map((home) => submitted(home.resident, aDraft(home, { travellers: [person] }))),
      );
      await settle();
      const states = await Promise.all(reported.map(stateOf));
      expect(states.filter((state) => state !== 'DUPLICATE')).toEqual(['TRIAGED']);
    },
  );

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
