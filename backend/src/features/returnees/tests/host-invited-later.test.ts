import {
  aStranger,
  heardBy,
  isInvited,
  isInvitedNoMore,
  reported,
  take,
  told,
  toTheSite,
  tripsOf,
} from '../testing/host-scene';
import {
  aHome,
  anId,
  app,
  collection,
  does,
  elsewhere,
  get,
  grid,
  linkedTo,
  post,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  stored,
  submit,
} from '../testing/scene';

setTheStage();
afterEach(() => {
  jest.restoreAllMocks();
});

const hosted = ['RETURNEE_HOSTED', 'RETURNEE_HOSTED'];

/** Sees nothing, may do nothing, was told nothing. */
async function knowsNothing(person: Somebody, travellers: readonly string[]) {
  expect(await heardBy(person)).toEqual([]);
  expect(await tripsOf(person)).toEqual([]);
  for (const id of travellers) {
    expect((await get(person, `/travellers/${id}`)).status).toBe(404);
    expect((await post(person, `/travellers/${id}/arrive`, { opId: anId() })).status).toBe(404);
  }
}

describe('a host who is invited after people were reported', () => {
  test('sees the trip with the answer to the invitation, hears of each, and says that they are here', async () => {
    const host = await aStranger();
    const { trip, travellers } = await reported(host);
    await knowsNothing(host, travellers);
    expect((await isInvited(host)).status).toBe(200);
    expect(await tripsOf(host)).toMatchObject([{ id: trip, travellers: [{}, {}], actions: ['withdraw'] }]);
    const [first = '', second = ''] = travellers;
    expect((await get(host, `/travellers/${first}`)).body).toMatchObject({
      name: '王小返',
      links: [],
      state: 'TRIAGED',
    });
    expect(await heardBy(host)).toEqual(hosted);
    await does(await somebody('GRID_WORKER'), first, 'acknowledge');
    expect(await heardBy(host)).toEqual([...hosted, 'RETURNEE_EXPECTED']);
    await does(host, first, 'arrive');
    expect([(await stored(first)).state, (await stored(second)).state]).toEqual(['IN_CHAIN', 'TRIAGED']);
  });

  test('for a whole village has what was reported to each place in it', async () => {
    const host = await aStranger();
    const { trip } = await reported(host);
    await isInvited(host, grid.split('-')[0]);
    expect(await tripsOf(host)).toMatchObject([{ id: trip, travellers: [{}, {}] }]);
  });

  test('is told once, however often the request comes again and the outbox is delivered', async () => {
    const host = await aStranger();
    const { trip, travellers } = await reported(host);
    const { body } = await isInvited(host);
    await settle();
    expect((await take(host, body)).status).toBe(200);
    expect((await take(host, { ...body, opId: anId() })).status).toBe(200);
    expect((await isInvited(host, grid)).status).toBe(200);
    expect(await heardBy(host)).toEqual(hosted);
    for (const id of [trip, ...travellers]) {
      const { history, parties } = (await stored(id)) as { history: { action: string }[]; parties?: string[] };
      expect(history.filter(({ action }) => action === 'nameParty')).toHaveLength(1);
      expect(parties?.filter((one) => one === host.id)).toEqual([host.id]);
    }
  });

  test('in the very moment of the report is found by the trip itself', async () => {
    const host = await aStranger();
    await isInvited(host);
    // as the report was judged a moment before the invitation was taken, and stored a moment after
    jest.spyOn(app().deps.identity, 'ownerOfPhone').mockResolvedValueOnce(undefined);
    const { resident } = await aHome();
    const { body } = await submit(resident, toTheSite(host));
    expect(await tripsOf(host)).toEqual([]);
    expect(await heardBy(host)).toEqual(hosted);
    expect(await tripsOf(host)).toMatchObject([{ id: body.id }]);
  });

  test('is one for whoever was given up before, and comes all the same', async () => {
    const host = await aStranger();
    const { resident, travellers } = await reported(host);
    const [first = ''] = travellers;
    await does(resident, first, 'cancel');
    await isInvited(host);
    expect(await told(host)).toHaveLength(1);
    expect((await get(host, `/travellers/${first}`)).status).toBe(404);
    const worker = await somebody('GRID_WORKER');
    await post(worker, `/travellers/${first}/arrive`, { opId: anId(), occurredAt: app().clock.now().toISOString() });
    const [fact] = (await get(worker, '/late-facts')).body.items;
    await post(worker, `/late-facts/${fact.id}/apply`, { opId: anId() });
    await settle();
    await settle();
    const again = await linkedTo(first);
    expect((await get(host, `/travellers/${again?._id}`)).body).toMatchObject({ state: 'IN_CHAIN' });
  });
});

describe('nothing of what was reported before becomes theirs', () => {
  test.each([
    ['a host of another place', elsewhere, 'HOST_UNIT' as const],
    ['somebody invited for other work in that place', grid, 'VOLUNTEER' as const],
  ])('of %s', async (_, area, role) => {
    const somebodyNamed = await aStranger();
    const { travellers } = await reported(somebodyNamed);
    expect((await isInvited(somebodyNamed, area, role)).status).toBe(200);
    await knowsNothing(somebodyNamed, travellers);
  });

  test('of a host with another number', async () => {
    const { travellers } = await reported(await aStranger());
    const host = await aStranger();
    expect((await isInvited(host)).status).toBe(200);
    await knowsNothing(host, travellers);
  });

  test('of a host of another county, also with the very number', async () => {
    const county = '141123';
    const register = (who: object) => app().deps.identity.register(who as never, app().clock.now());
    const host = { id: anId().replace('141122', county), county, name: '样例', phone: '10000009901' };
    const inviter = { ...host, id: anId().replace('141122', county), phone: '10000009902' };
    const right = { role: 'ADMIN', area: county };
    await register({ ...host, grants: [], households: [] });
    await register({ ...inviter, grants: [right], households: [] });
    const { travellers } = await reported(host);
    const invitation = { opId: anId().replace('141122', county), role: 'HOST_UNIT', area: county };
    const asked = { ...invitation, until: new Date(app().clock.now().getTime() + 86_400_000).toISOString() };
    const { body, status } = await post(inviter, '/invitations', { ...asked, phone: host.phone });
    expect(status).toBe(200);
    const taken = await take(host, { opId: anId().replace('141122', county), code: body.code });
    expect(taken.body.grants).toMatchObject([{ role: 'HOST_UNIT', area: county }]);
    await knowsNothing(host, travellers);
  });

  test('of a trip that is over, nor of anybody of it', async () => {
    const host = await aStranger();
    const { resident, trip, travellers } = await reported(host);
    const [first = ''] = travellers;
    await does(await somebody('GRID_WORKER'), first, 'arrive');
    const body = { opId: anId(), reason: { code: 'OTHER' } };
    expect((await post(resident, `/returnee-reports/${trip}/withdraw`, body)).status).toBe(200);
    await settle();
    expect((await stored(first)).state).toBe('IN_CHAIN');
    await isInvited(host);
    await knowsNothing(host, travellers);
  });

  test('once the right has ended, also where the invitation is taken again', async () => {
    const host = await aStranger();
    const { body } = await isInvited(host);
    await isInvitedNoMore(host);
    const { travellers } = await reported(host);
    for (const again of [body, { ...body, opId: anId() }]) {
      expect((await take(host, again)).body.grants).toEqual([]);
    }
    await knowsNothing(host, travellers);
  });

  test('where it was stored before hosts were found by their number', async () => {
    const host = await aStranger();
    const { trip, travellers } = await reported(host);
    await collection('returnees').updateOne({ _id: trip }, { $unset: { keys: '' } });
    await isInvited(host);
    await knowsNothing(host, travellers);
  });
});
