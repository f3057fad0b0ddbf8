import { secretsIn } from '../testing/checks';
import {
  aCarrier,
  act,
  aDelivery,
  aHome,
  anId,
  collection,
  does,
  receipt,
  type Somebody,
  see,
  setTheStage,
  somebody,
} from '../testing/scene';

setTheStage();

const beside = (place: string) => place.replace('g01', 'g02');

test('who has nothing to do with it finds nothing at any step, and a look of the carrier at the door is recorded', async () => {
  const scene = await aDelivery('TRIAGED');
  const strangers = [
    await aCarrier(beside(scene.place)),
    (await aHome(scene.place)).resident,
    await somebody('POLICE', scene.place),
  ];
  const steps: readonly (readonly [Somebody, string, object])[] = [
    [scene.carrier, 'claim', {}],
    [scene.carrier, 'start-shopping', {}],
    [scene.carrier, 'purchase', receipt()],
    [scene.carrier, 'depart', {}],
    [scene.carrier, 'drop', { photo: anId() }],
    [scene.resident, 'confirm', {}],
  ];
  const other = await aCarrier(scene.place);
  for (const [person, action, body] of steps) {
    await does(person, scene.id, action, body);
    for (const stranger of strangers) expect((await see(stranger, scene.id)).status).toBe(404);
    expect(secretsIn((await see(other, scene.id)).body, scene)).toEqual([]);
  }
  // nor does the carrier, once it is there
  expect(secretsIn((await see(scene.carrier, scene.id)).body, scene)).toEqual([]);
  expect(await act(strangers[0] ?? other, scene.id, 'dispute')).toMatchObject({ status: 404 });
  const looks = await collection('auditRows').countDocuments({ who: scene.carrier.id, record: scene.household });
  expect(looks).toBeGreaterThan(0);
});
