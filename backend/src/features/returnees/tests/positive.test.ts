import { deliveredTwice } from '../../../testing/delivered-twice';
import {
  aDraft,
  aHome,
  anId,
  collection,
  does,
  get,
  inHours,
  link,
  onLink,
  post,
  quiet,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  submitted,
  told,
} from '../testing/scene';

setTheStage(deliveredTwice, true);

interface Case {
  readonly _id: string;
  readonly about: string;
  readonly state: string;
  readonly detail: { readonly because: string };
}
const cases = async (): Promise<Case[]> => (await collection('investigations').find({}).toArray()) as unknown as Case[]; // of that feature

/** Somebody from a quiet place who is here: a test and a tracker, and no quarantine. */
async function followed() {
  const home = await aHome();
  const stays = [{ place: quiet, from: inHours(-200) }];
  const id = await submitted(home.resident, aDraft(home, { stays, plannedArrival: inHours(1) }));
  await does(home.resident, id, 'arrive');
  const { tracker } = (await get(home.resident, `/travellers/${id}`)).body;
  return { ...home, id, tracker: tracker.id as string, test: (await link(id, 'LANDING_TEST'))._id };
}

async function sampled(test: string, worker: Somebody): Promise<void> {
  expect((await onLink(worker, test, 'start-by-hand')).status).toBe(200);
}
const saysPositive = { reason: { code: 'POSITIVE' } };

test('a landing test that is positive opens one investigation, and doctor, leader and investigators hear at once', async () => {
  const { test: id, resident } = await followed();
  const [worker, investigator] = [await somebody('GRID_WORKER'), await somebody('CDC_INVESTIGATOR')];
  await sampled(id, worker);
  // nobody of the home says it, and a landing test that has not begun has no result
  expect((await onLink(resident, id, 'finish-by-hand', saysPositive)).status).toBe(404);
  const opId = anId();
  for (let tap = 0; tap < 2; tap++) {
    expect((await onLink(worker, id, 'finish-by-hand', { opId, ...saysPositive })).status).toBe(200);
    await settle();
  }
  const [found] = await cases();
  expect(await cases()).toMatchObject([{ about: id, state: 'OPEN', detail: { because: 'RESULT_POSITIVE' } }]);
  expect(told(id).filter((line) => line.endsWith('TEST_POSITIVE'))).toEqual([
    'DOCTOR:TEST_POSITIVE',
    'GRID_LEADER:TEST_POSITIVE',
  ]);
  expect(told(found?._id ?? '')).toEqual(['CDC_INVESTIGATOR:INVESTIGATION_NEW']);
  const { items } = (await get(investigator, '/investigations')).body;
  expect(items).toMatchObject([{ nameMasked: '王**', because: 'RESULT_POSITIVE' }]);
  // it is over: a second word of somebody else comes too late
  expect((await onLink(await somebody('GRID_LEADER'), id, 'finish-by-hand', saysPositive)).status).toBe(409);
  expect(await cases()).toHaveLength(1);
});

test.each(['DONE_ON_PAPER', 'NEGATIVE'])('a landing test that is done with %s opens none', async (code) => {
  const { test: id } = await followed();
  const worker = await somebody('GRID_WORKER');
  await sampled(id, worker);
  expect((await onLink(worker, id, 'finish-by-hand', { reason: { code } })).status).toBe(200);
  await settle();
  expect([await cases(), told(id).filter((line) => line.endsWith('TEST_POSITIVE'))]).toEqual([[], []]);
});

test('another link that is done with the same word is no test', async () => {
  const { id } = await followed();
  const worker = await somebody('GRID_WORKER');
  const { _id } = await link(id, 'ACKNOWLEDGEMENT');
  await onLink(worker, _id, 'start-by-hand');
  await onLink(worker, _id, 'finish-by-hand', saysPositive);
  await settle();
  expect(await cases()).toEqual([]);
});

test('a tracker that ends because the person is positive opens one, and none beside that of the landing test', async () => {
  const [investigator, worker] = [await somebody('CDC_INVESTIGATOR'), await somebody('GRID_WORKER')];
  const { tracker, test: id } = await followed();
  const exposed = { contact: 'CLOSE', lastExposureAt: inHours(-20) };
  const convert = (by: Somebody, reason: object = saysPositive) =>
    post(by, `/health-trackers/${tracker}/convert`, { opId: anId(), ...exposed, ...reason });
  expect((await convert(worker)).status).toBe(403);
  expect((await convert(investigator)).status).toBe(200);
  await settle();
  expect(await cases()).toMatchObject([{ about: tracker, detail: { because: 'RESULT_POSITIVE' } }]);
  await sampled(id, worker);
  await onLink(worker, id, 'finish-by-hand', saysPositive);
  await settle();
  expect(await cases()).toHaveLength(1);
});

test('a tracker that an investigator ends for a contact opens none', async () => {
  const investigator = await somebody('CDC_INVESTIGATOR');
  const { tracker } = await followed();
  const body = { opId: anId(), contact: 'CLOSE', lastExposureAt: inHours(-20), reason: { code: 'CONTACT' } };
  expect((await post(investigator, `/health-trackers/${tracker}/convert`, body)).status).toBe(200);
  await settle();
  expect(await cases()).toEqual([]);
});
