import { aPhotoBy, isKept, lookAtFiles, openedBy, theOthers } from './testing/photos';
import { act, aPlace, clockTo, does, get, type Scene, type Somebody, see, setTheStage, theApp } from './testing/stage';
import { atHomeNow, healthy } from './testing/steps';

setTheStage();

const says = { ...healthy, selfTest: 'NEGATIVE' } as const;

/** Free again, and reported afterwards what the phone had kept: with a photo of whoever sent it, or of somebody else. */
async function reportedLate(photoBy: (scene: Scene) => Somebody = ({ resident }) => resident) {
  const scene = await atHomeNow();
  await does(scene.investigator, scene.id, 'revoke');
  const photo = await aPhotoBy(photoBy(scene));
  const report = await act(scene.resident, scene.id, 'report-health', { ...says, selfTestPhoto: photo });
  expect([report.status, report.body.receipt.to]).toEqual([200, 'LATE_FACT']);
  return { ...scene, photo };
}
const factsFor = async (person: Somebody) => (await get(person, '/late-facts')).body.items;

test('a self-test that comes after the end is looked at where late facts wait, and with the others of that person', async () => {
  const scene = await reportedLate();
  const { id, photo, worker, doctor, township, resident } = scene;
  const late = { isLate: true, isSaid: true, hasPhoto: true, result: 'NEGATIVE' };
  for (const person of [worker, doctor, resident]) {
    expect((await see(person, id)).body.selfTests.at(-1)).toMatchObject({ ...late, photos: [photo] });
  }
  const [todo] = await factsFor(worker);
  expect(todo).toMatchObject({ record: id, fact: 'reportHealth', because: 'ENDED', selfTestPhoto: photo });
  // whoever may not open it sees that there is one, and no way to it
  expect((await factsFor(township))[0]).not.toHaveProperty('selfTestPhoto');
  expect((await see(township, id)).body.selfTests.at(-1)).not.toHaveProperty('photos');
});

test('it is opened by the same people as one that came in time, and kept as long', async () => {
  const scene = await reportedLate();
  const { resident, photo } = scene;
  const others = await theOthers(scene, aPlace());
  const entitled = ['resident', 'worker', 'leader', 'doctor'];
  expect(await openedBy(photo, { resident, ...others })).toEqual(entitled);
  await clockTo('2022-09-30 12:00');
  await lookAtFiles();
  expect(await isKept(photo)).toBe(true);
  expect(await openedBy(photo, { resident, ...others })).toEqual(entitled);
  const looks = await theApp().connection.collection('auditRows').find({ record: photo }).toArray();
  expect(looks.map(({ who }) => who)).toContain(others.doctor?.id);
});

test('another person’s photo is not theirs by being named too late: nobody opens it by that, nor sees it', async () => {
  const { id, photo, resident, worker, leader, doctor } = await reportedLate((scene) => scene.worker);
  expect(await openedBy(photo, { resident, leader, doctor })).toEqual([]);
  expect((await see(worker, id)).body.selfTests.at(-1)).toMatchObject({ isSaid: true, hasPhoto: false });
});
