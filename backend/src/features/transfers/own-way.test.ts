import { deliveredTwice } from '../../testing/delivered-twice';
import { homeward, withCasesInQuietTown } from '../returnees/testing/days-at-home';
import {
  act,
  aDraft,
  aHome,
  anId,
  aPerson1,
  does,
  get,
  type Home,
  inHours,
  risky,
  type Somebody,
  settle,
  somebody,
  stored,
  submit,
  submitted,
  told,
} from '../returnees/testing/scene';
import {
  aCrew,
  aVehicle,
  goes,
  linkState,
  onTrip,
  people,
  seen,
  setTheRoad,
  tripOf,
  trips,
} from './testing/fleet-scene';

setTheRoad(deliveredTwice);

withCasesInQuietTown();

/** Somebody whose days are spent at home, reported and not yet seen by the grid. */
async function reported(change: object = {}): Promise<{ readonly home: Home; readonly one: string }> {
  const home = await aHome();
  return { home, one: await submitted(home.resident, aDraft(home, { ...homeward(), ...change })) };
}
const seenByGrid = async (one: string) => does(await somebody('GRID_WORKER'), one, 'acknowledge');
const page = async (who: Somebody, one: string) => (await get(who, `/travellers/${one}`)).body;
const places = async (one: string) =>
  (await people()).filter(({ about, state }) => about === one && ['LISTED', 'BOARDED'].includes(state));
const openTrips = async () => (await trips()).filter(({ state }) => state !== 'CANCELLED');

describe('home in the own way', () => {
  test('said before the grid has seen them: the township is asked for that trip alone, and approves it', async () => {
    const crew = await aCrew();
    const { home, one } = await reported({ transport: '晋A12345', entry: '交城东' });
    await does(home.resident, one, 'come-own-way', { how: 'OWN_CAR' });
    expect(await page(home.resident, one)).toMatchObject({ ownWay: { is: 'OPEN', how: 'OWN_CAR' } });
    await seenByGrid(one);
    const trip = await tripOf(one);
    expect([trip.state, trip.variant, (await openTrips()).length]).toEqual(['REQUESTED', 'SELF_DRIVE', 1]);
    expect(told(trip._id)).toEqual(['TOWNSHIP_DISPATCHER:TRANSFER_WAITS']);
    expect(await seen(crew.township, trip._id)).toMatchObject({
      ...{ kind: 'SELF_DRIVE', ownWay: 'OWN_CAR', goal: 'HOME', route: '晋A12345 · 交城东' },
      actions: expect.arrayContaining(['approve']),
    });
    await goes(crew.township, trip._id, 'approve');
    const vehicle = { vehicle: await aVehicle(), driver: crew.driver.id };
    expect((await onTrip(crew.desk, trip._id, 'dispatch', vehicle)).status).toBe(409);
    await goes(home.resident, trip._id, 'set-out-alone');
    await goes(home.resident, trip._id, 'arrive-alone');
    await goes(home.resident, trip._id, 'close-self-drive');
    expect(await linkState(one)).toBe('DONE');
  });

  test('said once a car was asked for, and taken back: one place at a time, and in the end the car', async () => {
    const { home, one } = await reported();
    await seenByGrid(one);
    const { _id: car } = await tripOf(one);
    await does(home.resident, one, 'come-own-way', { how: 'FAMILY' });
    const family = await tripOf(one);
    expect([family.variant, (await places(one)).length, (await openTrips()).length]).toEqual(['SELF_DRIVE', 1, 1]);
    expect((await trips()).find(({ _id }) => _id === car)?.state).toBe('CANCELLED');
    expect((await page(home.resident, one)).actions).toContain('letFetch');
    await does(home.resident, one, 'let-fetch');
    const again = await tripOf(one);
    expect([again.variant, again.state, (await places(one)).length]).toEqual(['RETURNEE', 'REQUESTED', 1]);
    expect([await linkState(one), (await openTrips()).length]).toEqual(['STARTED', 1]);
    expect(await page(home.resident, one)).toMatchObject({ ownWay: { is: 'OPEN' } });
  });

  test('the grid enters it for whoever has no phone, and reads the wish', async () => {
    const { one } = await reported();
    const worker = await somebody('GRID_WORKER');
    await does(worker, one, 'come-own-way', { how: 'FAMILY' });
    const view = await page(worker, one);
    expect(view).toMatchObject({ ownWay: { is: 'OPEN', how: 'FAMILY' } });
    expect([view.actions.includes('letFetch'), view.actions.includes('comeOwnWay')]).toEqual([true, false]);
  });

  test('tapped twice, it is said once', async () => {
    const { home, one } = await reported();
    const said = { opId: anId(), how: 'OWN_CAR' };
    await does(home.resident, one, 'come-own-way', said);
    await does(home.resident, one, 'come-own-way', said);
    expect((await stored(one)).detail.way).toEqual({ how: 'OWN_CAR', changes: 1 });
  });
});

describe('not in the own way', () => {
  test('where the rule wants a transfer it is refused by name, is not offered, and the car stays', async () => {
    const { home, one } = await reported({ stays: [{ place: risky, from: inHours(-240) }] });
    await seenByGrid(one);
    const view = await page(home.resident, one);
    expect([view.ownWay, view.actions.includes('comeOwnWay')]).toEqual([{ is: 'MUST_BE_FETCHED' }, false]);
    const answer = await act(home.resident, one, 'come-own-way', { how: 'OWN_CAR' });
    expect([answer.status, answer.body.type]).toEqual([409, expect.stringMatching(/must-be-fetched$/)]);
    await settle();
    expect((await tripOf(one)).variant).toBe('RETURNEE');
  });

  test('once the trip is planned neither is it said nor taken back, and nothing is offered', async () => {
    const crew = await aCrew();
    const { home, one } = await reported();
    await seenByGrid(one);
    await goes(crew.township, (await tripOf(one))._id, 'approve');
    const refused = await act(home.resident, one, 'come-own-way', { how: 'OWN_CAR' });
    expect([refused.status, refused.body.next]).toEqual([409, 'askGridTrip']);
    const other = await reported();
    await does(other.home.resident, other.one, 'come-own-way', { how: 'OWN_CAR' });
    await seenByGrid(other.one);
    await goes(crew.township, (await tripOf(other.one))._id, 'approve');
    expect((await act(other.home.resident, other.one, 'let-fetch')).status).toBe(409);
    const view = await page(other.home.resident, other.one);
    expect(view.ownWay).toEqual({ is: 'PLANNED', how: 'OWN_CAR' });
    expect(view.actions).not.toEqual(expect.arrayContaining(['letFetch']));
  });

  test('who turns out to have been where the rule wants a transfer is fetched after all', async () => {
    const travellers = [aPerson1()];
    const { home, one } = await reported({ travellers });
    await does(home.resident, one, 'come-own-way', { how: 'OWN_CAR' });
    await seenByGrid(one);
    expect((await tripOf(one)).variant).toBe('SELF_DRIVE');
    const more = aDraft(home, { travellers, stays: [{ place: risky, from: inHours(-100) }] });
    expect((await submit(home.resident, more)).status).toBe(200);
    await settle();
    const trip = await tripOf(one);
    expect([trip.variant, trip.detail.goal, trip.state]).toEqual(['RETURNEE', 'SITE', 'REQUESTED']);
    expect([(await places(one)).length, (await page(home.resident, one)).ownWay]).toEqual([
      1,
      { is: 'MUST_BE_FETCHED' },
    ]);
  });

  test('nobody else says it for them: no neighbour, no post', async () => {
    const { one } = await reported();
    const [stranger, officer] = [await aHome(), await somebody('CHECKPOINT_OFFICER', '141122')];
    expect((await act(stranger.resident, one, 'come-own-way', { how: 'OWN_CAR' })).status).toBe(404);
    expect((await act(officer, one, 'come-own-way', { how: 'OWN_CAR' })).status).toBe(403);
  });

  test('whoever wavers for long phones the grid', async () => {
    const { home, one } = await reported();
    for (let nth = 0; nth < 10; nth++) {
      await does(home.resident, one, 'come-own-way', { how: 'OWN_CAR' });
      await does(home.resident, one, 'let-fetch');
    }
    const answer = await act(home.resident, one, 'come-own-way', { how: 'OWN_CAR' });
    expect([answer.status, answer.body.next]).toEqual([409, 'askGridTrip']);
  });
});
