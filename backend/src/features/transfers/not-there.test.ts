import { deliveredTwice } from '../../testing/delivered-twice';
import {
  act,
  anId,
  does,
  get,
  grid,
  link,
  now,
  post,
  settle,
  somebody,
  stateOf,
  stored,
  told,
  wait,
} from '../returnees/testing/scene';
import {
  aCrew,
  aFamily,
  aVehicle,
  type Crew,
  goes,
  is,
  notThere,
  onPassenger,
  passengerOf,
  people,
  sent,
  setTheRoad,
  tripOf,
  trips,
} from './testing/fleet-scene';

setTheRoad(deliveredTwice);

/** A car at the door, and somebody who is not there. */
async function missed(crew: Crew, change: object = {}): Promise<{ readonly one: string; readonly passenger: string }> {
  const { travellers } = await aFamily(1, change);
  const [one = ''] = travellers;
  const { _id: trip } = await tripOf(one);
  await sent(crew, trip, await aVehicle());
  await goes(crew.driver, trip, 'reach-pickup');
  const { _id: passenger } = await passengerOf(one);
  await is(crew.driver, passenger, 'not-there', notThere);
  return { one, passenger };
}
const searches = async (one: string) =>
  (await stored(one)).history.filter(({ action }) => action === 'missAtPickup').length;
const open = async (one: string) =>
  (await people()).filter(({ about, state }) => about === one && ['LISTED', 'BOARDED'].includes(state));

describe('who is not there to be fetched', () => {
  test('before any quarantine: a search begins at once, the grid and above it hear, its clock runs', async () => {
    const { one, passenger } = await missed(await aCrew());
    expect(await stateOf(one)).toBe('SEARCH');
    expect(told(passenger)).toContain('GRID:TRANSFER_MISSING');
    expect(told(one)).toContain('GRID_LEADER:RETURNEE_SEARCH');
    await wait(24 * 60 + 1);
    expect(told(one)).toContain('TOWNSHIP_DISPATCHER:RETURNEE_SEARCH');
    expect(await searches(one)).toBe(1);
  });

  test('told by the driver twice, it is one search', async () => {
    const crew = await aCrew();
    const { one, passenger } = await missed(crew);
    const again = await onPassenger(crew.driver, passenger, 'not-there', notThere);
    await settle();
    // what a phone says late is kept, and moves nobody
    expect([again.status < 500, await searches(one)]).toEqual([true, 1]);
  });

  test('found again: asked for anew, one place on one trip, its hours from then on', async () => {
    const { one } = await missed(await aCrew());
    expect(await open(one)).toEqual([]);
    await wait(120);
    const before = await trips();
    await does(await somebody('GRID_WORKER'), one, 'arrive');
    expect(await open(one)).toHaveLength(1);
    expect(await trips()).toHaveLength(before.length + 1);
    expect((await link(one, 'TRANSFER')).state).toBe('STARTED');
    const { detail, state } = await tripOf(one);
    expect(state).toBe('REQUESTED');
    expect(Number(detail.from)).toBe(
      (await stored(one)).history.findLast(({ action }) => action === 'arrive')?.recordedAt.getTime(),
    );
    // judged again for whatever reason, nothing is asked for a second time
    await settle();
    expect(await open(one)).toHaveLength(1);
  });

  test('not found and somewhere else: nobody is sent', async () => {
    const { one } = await missed(await aCrew());
    await does(await somebody('GRID_LEADER'), one, 'end-search', { reason: { code: 'NEVER_LEFT' } });
    expect(await stateOf(one)).toBe('CANCELLED');
    expect(await open(one)).toEqual([]);
  });

  test.each([
    ['again: asked for once more', {}],
    ['at home: a trip home is asked for no more', { atHome: true }],
  ])('asked for by hand, missed and found %s', async (_how, where) => {
    const crew = await aCrew();
    const { travellers } = await aFamily();
    const [one = ''] = travellers;
    await goes(crew.desk, (await tripOf(one))._id, 'cancel', { reason: { code: 'NOT_NEEDED' } });
    const leader = await somebody('GRID_LEADER');
    const asked = {
      ...{ id: anId(), kind: 'RELEASE_HOME', goal: 'HOME', byAmbulance: false },
      ...{ from: now().toISOString(), people: [{ person: one, needs: [] }] },
    };
    expect((await post(leader, '/transfers', asked)).status).toBe(200);
    await settle();
    await goes(crew.township, asked.id, 'approve');
    const vehicle = await aVehicle(6, { kinds: ['RELEASE_HOME'] });
    await goes(crew.desk, asked.id, 'dispatch', { vehicle, driver: crew.driver.id });
    await goes(crew.driver, asked.id, 'reach-pickup');
    await is(crew.driver, (await passengerOf(one))._id, 'not-there', notThere);
    expect(await stateOf(one)).toBe('SEARCH');
    await does(leader, one, 'arrive', where);
    if ('atHome' in where) return void expect(await open(one)).toEqual([]);
    expect(await open(one)).toMatchObject([{ detail: { code: expect.any(String) } }]);
    expect((await tripOf(one)).detail).toMatchObject({ kind: 'RELEASE_HOME' });
  });

  test('nobody begins it by hand, and nobody elsewhere sees it', async () => {
    const { one } = await missed(await aCrew());
    expect((await act(await somebody('GRID_WORKER'), one, 'miss-at-pickup')).status).toBe(404);
    const elsewhere = await somebody('GRID_WORKER', `${grid.slice(0, -2)}09`);
    expect((await get(elsewhere, `/travellers/${one}`)).status).toBe(404);
    expect((await act(elsewhere, one, 'arrive')).status).toBe(404);
  });
});
