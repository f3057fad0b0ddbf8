import { deliveredTwice } from '../../../testing/delivered-twice';
import {
  aDraft,
  aHome,
  anId,
  collection,
  does,
  get,
  type Home,
  inHours,
  linksOf,
  post,
  quiet,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  stateOf,
  submitted,
  told,
  wait,
} from '../testing/scene';

setTheStage(deliveredTwice, true);
beforeEach(async () => {
  for (const name of ['householdEvents', 'notices']) await collection(name).deleteMany({});
});

/** Somebody from a quiet place who is here: a test and a tracker, and no quarantine. */
async function followed(home: Home): Promise<{ readonly id: string; readonly tracker: string }> {
  const stays = [{ place: quiet, from: inHours(-200) }];
  const id = await submitted(home.resident, aDraft(home, { stays, plannedArrival: inHours(1) }));
  await does(home.resident, id, 'arrive');
  return { id, tracker: (await get(home.resident, `/travellers/${id}`)).body.tracker.id };
}

const record = (by: Somebody, tracker: string) =>
  post(by, `/health-trackers/${tracker}/record-death`, { opId: anId() });
const openLinks = async (person: string) =>
  (await linksOf(person)).filter(({ state }) => !['DONE', 'NOT_NEEDED', 'HANDED_OUT'].includes(state));
const events = async (by: Somebody) => (await get(by, '/household-events')).body.items;
const onEvent = async (by: Somebody, id: string, action: string, more: object = {}) => {
  const answer = await post(by, `/household-events/${id}/${action}`, {
    ...{ opId: anId(), reason: { code: 'OTHER' } },
    ...more,
  });
  await settle();
  return answer;
};
const secured = { secured: { people: '女儿陪着', pets: '没有', goods: '煤气关了' } };
const inbox = async (person: Somebody): Promise<{ code: string; readAt?: string; withdrawnAt?: string }[]> =>
  (await get(person, '/notices')).body.items;

test('everything that was begun for them ends, the home is seen to, and nobody is asked or rung any more', async () => {
  const home = await aHome();
  const { id, tracker } = await followed(home);
  await wait(24 * 60 + 1);
  expect(await inbox(home.resident)).toContainEqual(expect.objectContaining({ code: 'TRACKER_MISSED' }));
  expect((await openLinks(id)).map(({ variant }) => variant)).toEqual(
    expect.arrayContaining(['LANDING_TEST', 'TRACKER']),
  );
  const leader = await somebody('GRID_LEADER');
  expect((await record(leader, tracker)).status).toBe(200);
  await settle();
  expect([await stateOf(tracker), await openLinks(id), await stateOf(id)]).toEqual(['DECEASED', [], 'CLOSED']);
  expect(await events(leader)).toMatchObject([{ kind: 'DEATH' }]);
  const missed = (await inbox(home.resident)).filter(({ code }) => code === 'TRACKER_MISSED');
  expect(missed.map(({ withdrawnAt }) => withdrawnAt)).toEqual([expect.any(String)]);
  // nothing is shown to the home by itself; the grid sees what it has said
  expect((await get(home.resident, `/travellers/${id}`)).body).not.toHaveProperty('tracker');
  expect((await get(leader, `/travellers/${id}`)).body.tracker).toMatchObject({ state: 'DECEASED', actions: [] });
  const rung = async () => [told(tracker), ...(await linksOf(id)).map(({ _id }) => told(_id))].flat().length;
  const before = [await rung(), (await inbox(home.resident)).length];
  await wait(7 * 24 * 60);
  expect([await rung(), (await inbox(home.resident)).length]).toEqual(before);
});

test.each(['GRID_WORKER', 'TOWNSHIP_DISPATCHER', 'DOCTOR'] as const)('%s does not say it', async (role) => {
  const home = await aHome();
  const { tracker } = await followed(home);
  expect((await record(await somebody(role), tracker)).status).toBeGreaterThanOrEqual(403);
  expect(await stateOf(tracker)).toBe('ACTIVE');
});

test('told by hand, it is not sorted out before somebody has said whether it is that of who is followed', async () => {
  const home = await aHome();
  const { id, tracker } = await followed(home);
  const [worker, leader] = [await somebody('GRID_WORKER'), await somebody('GRID_LEADER')];
  const opened = await post(worker, '/household-events', { opId: anId(), household: home.household, kind: 'DEATH' });
  await settle();
  const event: string = opened.body.id;
  await onEvent(worker, event, 'secure', secured);
  const points = async () => (await get(worker, `/household-events/${event}`)).body.inTheWay;
  expect(await points()).toMatchObject([{ what: 'TRACKER_OPEN', record: id }]);
  expect((await onEvent(worker, event, 'reconcile')).status).toBe(409);
  await record(leader, tracker);
  await settle();
  expect(await points()).toEqual([]);
  expect((await onEvent(worker, event, 'reconcile')).status).toBe(200);
  // the tracker has opened no second one
  expect(await events(leader)).toHaveLength(1);
});

test('whoever lives on is followed as before, and asked again once the home has been seen to', async () => {
  const home = await aHome();
  const [dead, other] = [await followed(home), await followed(home)];
  const [worker, leader] = [await somebody('GRID_WORKER'), await somebody('GRID_LEADER')];
  await record(leader, dead.tracker);
  await settle();
  const [{ id }] = await events(leader);
  await onEvent(worker, id, 'secure', secured);
  await onEvent(worker, id, 'reconcile');
  expect((await onEvent(leader, id, 'close')).status).toBe(200);
  await wait(24 * 60 + 1);
  expect([await stateOf(dead.tracker), await stateOf(other.tracker)]).toEqual(['DECEASED', 'LATE']);
  expect((await inbox(home.resident)).map(({ code }) => code)).toContain('TRACKER_MISSED');
});

test('what a phone had seen before is kept as a late fact, and decides nothing', async () => {
  const home = await aHome();
  const { tracker } = await followed(home);
  await record(await somebody('GRID_LEADER'), tracker);
  await settle();
  const late = await post(home.resident, `/health-trackers/${tracker}/report-health`, {
    ...{ opId: anId(), temperatureTenths: 366, symptoms: [] },
  });
  expect([late.status, late.body.receipt.to, await stateOf(tracker)]).toEqual([200, 'LATE_FACT', 'DECEASED']);
});
