import { aPerson } from '../../testing/builders';
import { aPhotoBy, isKept, lookAtFiles, openedBy, refusalOf, theOthers } from './testing/photos';
import { act, anEpisode, anId, aPlace, does, type Scene, see, setTheStage, stored, theApp } from './testing/stage';
import { home, yesToAll } from './testing/steps';

setTheStage();

/** Seen by both and assessed; the notice lies on the table. */
async function assessed(): Promise<Scene> {
  const scene = await anEpisode(home);
  const { id, worker, doctor } = scene;
  await does(worker, id, 'view-home', { answers: yesToAll });
  await does(doctor, id, 'view-home', { answers: yesToAll });
  await does(worker, id, 'assess');
  return scene;
}

const begin = { notice: 'SIGNED', door: 'VISITS', careContact: '女儿' } as const;

test('the photo of the signed notice is kept with it and opened by the home, the grid and the township alone', async () => {
  const scene = await assessed();
  const { id, worker, resident, household, doctor, township } = scene;
  const noticePhoto = await aPhotoBy(worker, 'NOTICE');
  await does(worker, id, 'start-home', { ...begin, noticePhoto });
  expect((await stored(id)).detail.notice).toMatchObject({ how: 'SIGNED', photo: noticePhoto });
  const others = await theOthers(scene, aPlace());
  const daughter = await aPerson(theApp()).speakingFor({ id: household }).saved();
  const entitled = ['resident', 'daughter', 'worker', 'leader', 'township'];
  expect(await openedBy(noticePhoto, { resident, daughter, ...others })).toEqual(entitled);
  await lookAtFiles();
  expect(await openedBy(noticePhoto, { resident, daughter, ...others })).toEqual(entitled);
  for (const person of [resident, worker, township])
    expect((await see(person, id)).body).toMatchObject({ noticePhoto });
  expect((await see(doctor, id)).body.noticePhoto).toBeUndefined();
});

test('without a photo it begins just as well', async () => {
  const { id, worker } = await assessed();
  await does(worker, id, 'start-home', begin);
  expect((await see(worker, id)).body).toMatchObject({ state: 'HOME_ACTIVE' });
  expect((await see(worker, id)).body.noticePhoto).toBeUndefined();
});

test.each([
  ['of somebody else', async ({ leader }: Scene) => ({ noticePhoto: await aPhotoBy(leader, 'NOTICE') })],
  ['that is not there', async () => ({ noticePhoto: anId() })],
  ['of another purpose', async ({ worker }: Scene) => ({ noticePhoto: await aPhotoBy(worker, 'SELF_TEST') })],
  [
    'of a notice that nobody signed',
    async ({ worker }: Scene) => ({ notice: 'SERVED', noticePhoto: await aPhotoBy(worker, 'NOTICE') }),
  ],
])('a photo %s is refused by its field, and nothing begins', async (_what, said) => {
  const scene = await assessed();
  const { id, worker } = scene;
  const body = { ...begin, ...(await said(scene)) };
  const before = await stored(id);
  expect(await refusalOf(worker, `/quarantine-episodes/${id}/start-home`, body)).toEqual([
    422,
    'invalid-input',
    '/noticePhoto',
  ]);
  expect(await stored(id)).toEqual(before);
});

const dayMs = 24 * 3_600_000;
/** By then the worker looks which record shows a new file. */
const firstLookMs = 5 * 60_000;

test('it goes along into the quarantine that follows, and stays until sixty days after the end of that one', async () => {
  const { id, worker, investigator } = await assessed();
  const noticePhoto = await aPhotoBy(worker, 'NOTICE');
  await does(worker, id, 'start-home', { ...begin, noticePhoto });
  // found while there is one quarantine that shows it
  theApp().clock.advance(firstLookMs);
  await lookAtFiles();
  const anchor = new Date(theApp().clock.now().getTime() - 3_600_000).toISOString();
  await does(investigator, id, 'convert', { category: 'SECOND_CONTACT', anchor });
  const { successor = '' } = (await stored(id)).detail;
  expect((await see(worker, successor)).body).toMatchObject({ noticePhoto });
  theApp().clock.advance(6 * dayMs);
  expect((await act(investigator, successor, 'revoke')).status).toBe(200);
  for (let day = 0; day < 59; day++) {
    theApp().clock.advance(dayMs);
    await lookAtFiles();
  }
  expect(await isKept(noticePhoto)).toBe(true);
  theApp().clock.advance(2 * dayMs);
  await lookAtFiles();
  expect(await isKept(noticePhoto)).toBe(false);
});
