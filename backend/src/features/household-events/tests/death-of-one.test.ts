import { changeHousehold } from '../../../testing/builders';
import {
  act,
  allNotices,
  anEpisode,
  anId,
  as,
  asked,
  clockTo,
  does,
  get,
  type Scene,
  type Somebody,
  setTheStage,
  settle,
  stateOf,
  theApp,
  travellerOf,
} from '../../episodes/testing/stage';
import { atHome, atHomeNow, healthy, home, recordOf } from '../../episodes/testing/steps';

setTheStage();
beforeEach(async () => {
  for (const name of ['householdEvents', 'tasks', 'notices', 'lateFacts'])
    await theApp().connection.collection(name).deleteMany({});
});

const line = { line: 'eggs', name: '鸡蛋', unit: '斤', quantity: 2, priceLimitFen: 900, substitution: { rule: 'ASK' } };
/** Groceries for the home, asked for by who lives there. */
async function ordered({ household, resident }: Scene): Promise<string> {
  const draft = { id: anId(), household, kind: 'GROCERY', lines: [line], payMode: 'VOLUNTEER_ADVANCE' };
  expect((await as(resident, 'POST', '/deliveries', draft)).status).toBe(200);
  await settle();
  return draft.id;
}
const onOrder = (person: Somebody, id: string, action: string) =>
  as(person, 'POST', `/deliveries/${id}/${action}`, { opId: anId(), reason: { code: 'OTHER' } });
const onEvent = async (person: Somebody, id: string, action: string, more: object = {}) => {
  const body = { opId: anId(), reason: { code: 'OTHER' }, ...more };
  const answer = await as(person, 'POST', `/household-events/${id}/${action}`, body);
  await settle();
  return answer;
};
const events = async ({ worker }: Scene) => (await get(worker, '/household-events')).body.items;
const event = async ({ worker }: Scene, id: string) => (await get(worker, `/household-events/${id}`)).body;
const secured = { secured: { people: '女儿陪着', pets: '没有', goods: '煤气关了' } };

const orderState = async (id: string) =>
  (await theApp().connection.collection<{ _id: string; state: string }>('tasks').findOne({ _id: id }))?.state;
/** Runs that still have a way before them. */
const openRuns = () =>
  theApp()
    .connection.collection('tasks')
    .countDocuments({ kind: 'RUN', state: { $nin: ['DISSOLVED', 'CLOSED'] } });
const inbox = async ({ id: person }: Somebody) =>
  (await theApp().connection.collection('notices').find({ person }).toArray()).map(({ code }) => code as string);
/** What the grid does first, by person. */
const toDo = async ({ worker }: Scene): Promise<string[]> =>
  (await get(worker, '/work/quarantine')).body.items.map(({ id }: { id: string }) => id);
/** Whatever asks, reminds, counts or sends somebody because of a quarantine or an order. */
const goesOn = /REPORT_MISSING|TEST_MISSED|RUNS_OUT|NOT_ENSURED|NO_SIGN|LINK_|OFFER|NO_ANSWER|UNPAID|PHASE_|RELEASE/;

describe('of one who lived alone', () => {
  async function alone() {
    const scene = await atHomeNow();
    await changeHousehold(theApp(), scene.household, { size: 1, needs: [] });
    return { ...scene, order: await ordered(scene) };
  }

  test('the order stops and ends without a word, and nothing asks, reminds, counts or rings any more', async () => {
    const scene = await alone();
    expect(['TRIAGED', 'BATCHED', 'OFFERED']).toContain(await orderState(scene.order));
    await does(scene.leader, scene.id, 'record-death');
    expect([await orderState(scene.order), await openRuns()]).toEqual(['ON_HOLD', 0]);
    const before = await inbox(scene.resident);
    const said = allNotices().length;
    await clockTo('2022-08-13 12:00');
    expect(await orderState(scene.order)).toBe('CANCELLED');
    expect(await inbox(scene.resident)).toEqual(before);
    const later = allNotices().slice(said);
    expect(later.filter(({ line: told }) => goesOn.test(told))).toEqual([]);
    expect((await recordOf('DELIVERY_PLAN', scene.id)).state).toBe('CLOSED');
    expect([asked.needs, await toDo(scene)]).toEqual([[], []]);
    expect((await get(scene.resident, '/my-quarantine')).body.items).toEqual([]);
  });

  test('every link of the chain is over, but for the days of being followed, which such a chain has none of', async () => {
    const scene = await alone();
    asked.links.length = 0;
    await does(scene.leader, scene.id, 'record-death');
    const about = travellerOf(scene.id);
    const moves = asked.links.filter((move) => move.about === about).map(({ link, how }) => `${link} ${how}`);
    expect(new Set(moves)).toEqual(
      new Set([
        ...['EPISODE start', 'EPISODE finish', 'ACKNOWLEDGEMENT skip', 'LANDING_TEST skip', 'TRANSFER skip'],
        ...['PLACEMENT skip', 'CODE_REQUEST skip', 'NOTICE skip', 'DELIVERY_PLAN skip', 'SENSOR skip'],
      ]),
    );
  });

  test('an old page decides nothing and is answered kindly; what it reports is kept as a late fact', async () => {
    const scene = await alone();
    await does(scene.leader, scene.id, 'record-death');
    const report = await act(scene.resident, scene.id, 'report-health', healthy);
    expect([report.status, report.body.receipt.to]).toEqual([200, 'LATE_FACT']);
    const way = await act(scene.resident, scene.id, 'say-way-home', { way: 'OWN' });
    expect([way.status, way.body.type]).toEqual([
      409,
      expect.stringMatching(/(changed-meanwhile|transition-not-allowed)$/),
    ]);
    expect(await onOrder(scene.resident, scene.order, 'resume')).toMatchObject({
      status: 409,
      body: { state: 'ON_HOLD', next: 'in-care' },
    });
    await settle();
    expect([await stateOf(scene.id), await orderState(scene.order)]).toEqual(['DECEASED', 'ON_HOLD']);
    // of their own accord they stop it
    expect((await onOrder(scene.resident, scene.order, 'cancel')).status).toBe(200);
  });

  test('told by hand, it is not sorted out before somebody has said whose quarantine it is', async () => {
    const scene = await alone();
    const opening = { opId: anId(), household: scene.household, kind: 'DEATH' };
    const { id } = (await as(scene.worker, 'POST', '/household-events', opening)).body;
    await settle();
    await onEvent(scene.worker, id, 'secure', secured);
    await onOrder(scene.worker, scene.order, 'cancel');
    expect((await event(scene, id)).inTheWay).toMatchObject([{ what: 'EPISODE_OPEN', record: scene.id }]);
    expect((await onEvent(scene.worker, id, 'reconcile')).status).toBe(409);
    await does(scene.leader, scene.id, 'record-death');
    expect((await event(scene, id)).inTheWay).toEqual([]);
    expect((await onEvent(scene.worker, id, 'reconcile')).body.view.state).toBe('RECONCILED');
    // the quarantine has opened no second one
    expect(await events(scene)).toHaveLength(1);
  });
});

describe('of one of two', () => {
  async function two() {
    const scene = await atHomeNow();
    const other = await anEpisode({ ...home, beside: scene });
    await atHome(other);
    return { ...scene, other, order: await ordered(scene) };
  }

  test('the order waits for the grid, and goes on once somebody there wants it; the supply clock is the other’s', async () => {
    const scene = await two();
    await does(scene.leader, scene.id, 'record-death');
    expect(await orderState(scene.order)).toBe('ON_HOLD');
    expect((await recordOf('DELIVERY_PLAN', scene.id)).state).toBe('CLOSED');
    expect((await recordOf('DELIVERY_PLAN', scene.other.id)).state).not.toBe('CLOSED');
    const [{ id }] = await events(scene);
    await onEvent(scene.worker, id, 'secure', secured);
    expect((await onOrder(scene.worker, scene.order, 'resume')).status).toBe(200);
    await settle();
    expect(['TRIAGED', 'BATCHED', 'OFFERED']).toContain(await orderState(scene.order));
    expect(await toDo(scene)).toEqual([scene.other.id]);
  });

  test('once the home has been seen to, whoever lives on is reminded again, and nothing is said of the order', async () => {
    const scene = await two();
    await does(scene.leader, scene.id, 'record-death');
    const [{ id }] = await events(scene);
    await onEvent(scene.worker, id, 'secure', secured);
    await onOrder(scene.worker, scene.order, 'cancel');
    await onEvent(scene.worker, id, 'reconcile');
    expect((await onEvent(scene.leader, id, 'close')).status).toBe(200);
    const before = await inbox(scene.resident);
    await clockTo('2022-08-11 11:00');
    const news = (await inbox(scene.resident)).slice(before.length);
    expect(news).toContain('REPORT_MISSING');
    const ofOrder = await theApp()
      .connection.collection('notices')
      .find({ person: scene.resident.id, record: scene.order, code: 'CANCELLED' })
      .toArray();
    expect(ofOrder).toEqual([]);
  });
});
