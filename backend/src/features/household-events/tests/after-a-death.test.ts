import {
  aDelivery,
  aDraft,
  aHome,
  anId,
  collection,
  does,
  get,
  pass,
  post,
  settle,
  stored,
  submit,
  wait,
} from '../../deliveries/testing/scene';
import { allSafe, aSeenHome, doesEvent, opened, setTheStage } from '../testing/scene';

setTheStage();

/** Codes that somebody has in the inbox, with what would be sent to a phone. */
const inboxOf = async (person: { readonly id: string }): Promise<string[]> =>
  (
    await collection('notices')
      .find({ person: person.id } as object)
      .toArray()
  ).map((one) => (one as unknown as { code: string }).code);

/** Everything a request says to a home on its way: dropped, confirmed by time, unpaid for two days. */
async function toUnpaid(id: string): Promise<void> {
  await wait(13 * 60);
  expect((await stored(id)).state).toBe('CONFIRMED');
  await wait(48 * 60);
  expect((await stored(id)).state).toBe('UNPAID');
}

test('no prompt, no bill and no question goes on to the home, nor to whoever speaks for it', async () => {
  const scene = await aDelivery('IN_TRANSIT');
  const home = await aSeenHome(scene);
  await opened(home, 'DEATH');
  const before = await inboxOf(home.resident);
  await does(scene.carrier, scene.id, 'drop', { photo: anId() });
  await toUnpaid(scene.id);
  expect(await inboxOf(home.resident)).toEqual(before);
  // those who work on it hear as ever
  expect(await inboxOf(home.worker)).toContain('NO_ANSWER_AT_DOOR');
});

test('without a death the same request says all of it', async () => {
  const scene = await aDelivery('IN_TRANSIT');
  const home = await aSeenHome(scene);
  await opened(home, 'FIRE');
  await does(scene.carrier, scene.id, 'drop', { photo: anId() });
  await toUnpaid(scene.id);
  expect(await inboxOf(home.resident)).toEqual(expect.arrayContaining(['DROPPED', 'UNPAID']));
});

test('what was on hold for it ends without a word', async () => {
  const scene = await aDelivery('TRIAGED');
  const home = await aSeenHome(scene);
  await opened(home, 'DEATH');
  const before = await inboxOf(home.resident);
  await wait(24 * 60);
  expect((await stored(scene.id)).state).toBe('CANCELLED');
  expect(await inboxOf(home.resident)).toEqual(before);
  expect(before).not.toContain('ON_HOLD');
});

test('once it is closed, what had begun before stays silent; what is asked for afterwards speaks', async () => {
  const scene = await aDelivery('IN_TRANSIT');
  const home = await aSeenHome(scene);
  const id = await opened(home, 'DEATH');
  await doesEvent(home.worker, id, 'secure', { secured: allSafe });
  await doesEvent(home.worker, id, 'keep-as-is', { what: 'DELIVERY_BOUGHT', record: scene.id });
  await doesEvent(home.worker, id, 'reconcile');
  await doesEvent(home.leader, id, 'close');
  const before = await inboxOf(home.resident);
  await does(scene.carrier, scene.id, 'drop', { photo: anId() });
  await toUnpaid(scene.id);
  expect(await inboxOf(home.resident)).toEqual(before);
  pass(1);
  const draft = aDraft(home.household, { kind: 'BABY' });
  expect(await submit(home.resident, draft)).toMatchObject({ status: 200 });
  await settle();
  await does(home.worker, draft.id, 'hold', { reason: { code: 'ADMITTED' } });
  await settle();
  expect(await inboxOf(home.resident)).toEqual([...before, 'ON_HOLD']);
});

test('being in care is said in the same words as after anything else; another home of the grid is told as ever', async () => {
  const home = await aSeenHome();
  await opened(home, 'DEATH');
  const inCare = (await get(home.resident, '/homes-in-care')).body;
  expect(inCare.items).toEqual([{ household: home.household, gridPhone: expect.any(String) }]);
  await opened(home, 'FIRE');
  expect((await get(home.resident, '/homes-in-care')).body).toEqual(inCare);
  const other = await aDelivery('ACCEPTED', {}, await aHome(home.place));
  await does(home.worker, other.id, 'hold', { reason: { code: 'ADMITTED' } });
  await settle();
  expect(await inboxOf(other.resident)).toContain('ON_HOLD');
  expect(await post(home.resident, '/homes-in-care', {})).toMatchObject({ status: 405 });
});
