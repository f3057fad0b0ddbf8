import { testCounty } from '../../testing/test-app';
import { aFetchingHome, controlled, controlledPlaces, newMorning, slotOf } from '../deliveries/testing/pickup-scene';
import {
  aDelivery,
  anId,
  collection,
  does,
  post,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  wait,
} from '../deliveries/testing/scene';

setTheStage(controlledPlaces);
beforeEach(newMorning);

const told = async ({ id: person }: Somebody): Promise<string[]> =>
  (
    (await collection('notices')
      .find({ county: testCounty, person } as object)
      .toArray()) as unknown as {
      code: string;
    }[]
  ).map(({ code }) => code);

/** Bought before a death in its home, which has been seen to since. */
async function seenTo() {
  const scene = await aDelivery('PURCHASED', {}, await aFetchingHome());
  const [worker, leader] = [await somebody('GRID_WORKER', controlled), await somebody('GRID_LEADER', controlled)];
  const opening = { opId: anId(), household: scene.household, kind: 'DEATH' };
  const { id } = (await post(worker, '/household-events', opening)).body;
  await settle();
  const step = async (by: Somebody, action: string, more: object = {}) => {
    const body = { opId: anId(), reason: { code: 'OTHER' }, ...more };
    expect((await post(by, `/household-events/${id}/${action}`, body)).status).toBe(200);
    await settle();
  };
  await step(worker, 'secure', { secured: { people: '女儿陪着', pets: '没有', goods: '煤气关了' } });
  await step(worker, 'keep-as-is', { what: 'DELIVERY_BOUGHT', record: scene.id });
  await step(worker, 'reconcile');
  await step(leader, 'close');
  return scene;
}

test('a turn that is given after a death, for what was asked for before it, calls nobody to fetch anything', async () => {
  const scene = await seenTo();
  await wait(1);
  const before = await told(scene.resident);
  await does(scene.carrier, scene.id, 'depart');
  await settle();
  expect((await slotOf(scene.resident, scene.id)).body).toMatchObject({ state: 'RESERVED' });
  expect(await told(scene.resident)).toEqual(before);
});
