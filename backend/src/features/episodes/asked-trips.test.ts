import { testCounty } from '../../testing/test-app';
import { anId, as, does, now, type Scene, setTheStage, settle, somebody, theApp } from './testing/stage';
import { atHomeNow } from './testing/steps';

setTheStage();

interface Stored {
  readonly state: string;
  readonly history: readonly { readonly reason?: string }[];
}
/** How every record of a kind stands, and why. */
async function stand(kind: string) {
  const found = (await theApp().connection.collection('transfers').find({ kind }).toArray()) as unknown as Stored[];
  return found.map(({ state, history }) => [state, history.at(-1)?.reason]); // of the transfers feature
}

/** Asked for by hand, by the leader of the grid. */
async function asks({ leader, id }: Scene, how: object) {
  const people = [{ person: id, needs: [] }];
  const body = { id: anId(), byAmbulance: false, from: now().toISOString(), people, ...how };
  const answer = await as(leader, 'POST', '/transfers', body);
  expect(answer.status).toBe(200);
  await settle();
  return body.id;
}

/** On leave in a hospital, from where they are to be brought home. */
async function inHospital() {
  const scene = await atHomeNow();
  await does(scene.worker, scene.id, 'mark-absent', { tried: ['PHONE', 'DOOR'] });
  await does(scene.worker, scene.id, 'found-in-care');
  return scene;
}

test('fetched from a hospital by hand, and back at home already: nobody is sent', async () => {
  const scene = await inHospital();
  await asks(scene, { kind: 'MEDICAL', goal: 'HOME' });
  await does(scene.worker, scene.id, 'return-from-care');
  expect(await stand('TRANSFER')).toEqual([['CANCELLED', 'AT_HOME']]);
  expect(await stand('PASSENGER')).toEqual([['DROPPED_OUT', 'AT_HOME']]);
});

test('to a hospital, and asked for after they were back: it stands', async () => {
  const scene = await inHospital();
  await does(scene.worker, scene.id, 'return-from-care');
  await asks(scene, { kind: 'MEDICAL', goal: 'HOSPITAL', destination: '县人民医院' });
  await does(scene.worker, scene.id, 'report-health', { temperatureTenths: 365, symptoms: [] });
  expect(await stand('TRANSFER')).toEqual([['REQUESTED', undefined]]);
});

test('for somebody who has died: whoever was to fetch them, in whatever car, does not come', async () => {
  const scene = await atHomeNow();
  const desk = await somebody('TRANSFER_DESK', testCounty);
  const trip = await asks(scene, { kind: 'MEDICAL', goal: 'HOSPITAL', destination: '县人民医院' });
  await does(scene.leader, scene.id, 'record-death');
  expect(await stand('TRANSFER')).toEqual([['CANCELLED', 'NOBODY_GOES']]);
  expect(await stand('PASSENGER')).toEqual([['DROPPED_OUT', 'NOT_NEEDED']]);
  const seen = await as(desk, 'GET', `/transfers/${trip}`);
  expect(seen.body).toMatchObject({ people: 0, passengers: [{ why: 'NOT_NEEDED' }] });
});
