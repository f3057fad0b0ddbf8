import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { aPerson } from '../../testing/builders';
import { testCounty } from '../../testing/test-app';
import { anId, collection, get, now, post, settle, somebody, theApp, wait } from '../deliveries/testing/scene';
import {
  acts,
  applied,
  aVillage,
  type County,
  merge,
  planted,
  renumber,
  rightsOf,
  setTheTree,
  split,
  theCounty,
} from './testing/area-scene';

setTheTree();

type By = { readonly id: string };
const endRole = (by: By, person: By, role: Role, area: string) =>
  post(by, `/people/${person.id}/end-grant`, { opId: anId(), role, area });

async function mustEnd(by: By, person: By, area: string): Promise<void> {
  const { status, body } = await endRole(by, person, 'GRID_WORKER', area);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
}

const queueOf = async (person: By) => (await get(person, '/grid/queue?tab=all&limit=50')).status;
const revert = async (county: County, id: string) => {
  const { status } = await acts(county.head, id, 'revert', { reason: { code: 'MISTAKE' } });
  await settle();
  return status;
};

describe('a right that came with a change ends with the right it came from', () => {
  test('ended by hand, at once, and no later walk brings it back', async () => {
    const place = aVillage();
    const county = await theCounty();
    const worker = await somebody('GRID_WORKER', place.one);
    await applied(county, split(place));
    expect(await rightsOf(worker)).toEqual([place.one, place.fresh(1), place.fresh(2)]);
    expect(await queueOf(worker)).toBe(200);
    await mustEnd(county.dispatcher, worker, place.one);
    expect(await rightsOf(worker)).toEqual([]);
    expect(await queueOf(worker)).toBe(403);
    await wait(60);
    expect(await rightsOf(worker)).toEqual([]);
  });

  test('by its end date, to the minute', async () => {
    const place = aVillage();
    const county = await theCounty();
    const until = addMinutes(now(), 30);
    const worker = await aPerson(theApp()).withRole('GRID_WORKER', place.one, { until }).saved();
    await applied(county, split(place));
    expect(await queueOf(worker)).toBe(200);
    await wait(28);
    expect(await queueOf(worker)).toBe(403);
  });

  test('with the account', async () => {
    const place = aVillage();
    const county = await theCounty();
    const worker = await somebody('GRID_WORKER', place.one);
    const admin = await somebody('ADMIN', testCounty);
    await applied(county, split(place));
    expect((await post(admin, `/people/${worker.id}/block`, { opId: anId(), blocked: true })).status).toBe(200);
    expect((await get(worker, '/grid/queue?tab=all')).body.type).toMatch(/account-blocked$/);
  });

  test('when it has gone on through another change as well', async () => {
    const place = aVillage();
    const county = await theCounty();
    const worker = await somebody('GRID_WORKER', place.one);
    await applied(county, renumber(place));
    await wait(7 * 24 * 60);
    const next = { kind: 'RENUMBER', area: place.fresh(1), into: { area: place.fresh(3), name: '三格' } };
    await applied(county, next);
    expect(await rightsOf(worker)).toEqual([place.one, place.fresh(1), place.fresh(3)]);
    await mustEnd(county.dispatcher, worker, place.one);
    expect(await rightsOf(worker)).toEqual([]);
  });

  test('ended in a new area it ends there alone', async () => {
    const place = aVillage();
    const county = await theCounty();
    const worker = await somebody('GRID_WORKER', place.one);
    await applied(county, split(place));
    await mustEnd(county.dispatcher, worker, place.fresh(1));
    await wait(60);
    expect(await rightsOf(worker)).toEqual([place.one, place.fresh(2)]);
  });

  test('another role, and what somebody gave in the new area, stay', async () => {
    const place = aVillage();
    const county = await theCounty();
    const worker = await somebody('GRID_WORKER', place.one, 'VOLUNTEER');
    const given = await somebody('GRID_WORKER', place.fresh(1));
    await applied(county, split(place));
    await mustEnd(county.dispatcher, worker, place.one);
    expect(await rightsOf(worker)).toEqual([place.one, place.fresh(1), place.fresh(2)]);
    expect((await endRole(county.dispatcher, given, 'GRID_WORKER', place.one)).status).toBe(404);
    expect(await rightsOf(given)).toEqual([place.fresh(1)]);
  });

  test('of two areas that become one the other still holds, until it ends as well', async () => {
    const place = aVillage();
    const county = await theCounty();
    const worker = await aPerson(theApp())
      .withRole('GRID_WORKER', place.one)
      .withRole('GRID_WORKER', place.two)
      .saved();
    await applied(county, merge(place));
    await mustEnd(county.dispatcher, worker, place.one);
    expect(await rightsOf(worker)).toEqual([place.two, place.fresh(1)]);
    await mustEnd(county.dispatcher, worker, place.two);
    expect(await rightsOf(worker)).toEqual([]);
  });
});

describe('of a change that is taken back', () => {
  test('what it brought still ends with what it came from', async () => {
    const place = aVillage();
    const county = await theCounty();
    const worker = await somebody('GRID_WORKER', place.one);
    const id = await applied(county, split(place));
    expect(await revert(county, id)).toBe(200);
    expect(await rightsOf(worker)).toEqual([place.one, place.fresh(1), place.fresh(2)]);
    await mustEnd(county.dispatcher, worker, place.one);
    await wait(60);
    expect(await rightsOf(worker)).toEqual([]);
  });

  test('a right given in a new area counts in the old one again, and there too only while it lasts', async () => {
    const place = aVillage();
    const county = await theCounty();
    const id = await applied(county, split(place));
    const worker = await somebody('GRID_WORKER', place.fresh(1));
    expect(await revert(county, id)).toBe(200);
    expect(await rightsOf(worker)).toEqual([place.fresh(1), place.one]);
    await mustEnd(county.dispatcher, worker, place.fresh(1));
    await wait(60);
    expect(await rightsOf(worker)).toEqual([]);
  });
});

test('a right that ends while the walk is about to extend it leaves nothing behind', async () => {
  const place = aVillage();
  const county = await theCounty();
  const worker = await somebody('GRID_WORKER', place.one);
  let ended = 0;
  planted.before = async (_nth, what) => {
    if (what !== 'grants' || ended > 0) return;
    ended += 1;
    await mustEnd(county.dispatcher, worker, place.one);
  };
  await applied(county, split(place));
  await wait(60);
  expect(ended).toBe(1);
  expect(await rightsOf(worker)).toEqual([]);
});

test('planted: an extension that does not say what it came from would stay', async () => {
  const place = aVillage();
  const county = await theCounty();
  const worker = await somebody('GRID_WORKER', place.one);
  await applied(county, split(place));
  await collection('accounts').updateOne({ _id: worker.id }, { $unset: { 'grants.1.through': '' } });
  await mustEnd(county.dispatcher, worker, place.one);
  expect(await rightsOf(worker)).toEqual([place.fresh(1)]);
});
