import { aPhotoBy, lookAtFiles, openedBy } from '../episodes/testing/photos';
import { act, anEpisode, type Scene, see, settle, somebody, theApp } from '../episodes/testing/stage';
import { atHome, healthy, home } from '../episodes/testing/steps';
import { aContact, aSite, brought, episodeAct, grid, house, manager, other, setTheSites } from './testing/site-scene';

setTheSites();

const says = { ...healthy, selfTest: 'NEGATIVE' };

/** Somebody who lives in the house and has sent the photo of a self-test. */
async function tested(): Promise<{ scene: Scene; site: string; photo: string }> {
  const { id: site } = await aSite();
  const scene = await aContact();
  await episodeAct(scene.worker, scene.id, 'assess');
  await brought(scene, site);
  const photo = await aPhotoBy(scene.resident);
  const report = await act(scene.resident, scene.id, 'report-health', { ...says, selfTestPhoto: photo });
  expect(report.status).toBe(200);
  await settle();
  return { scene, site, photo };
}

/** Who keeps which house, and who looks after the grid around it. */
const keepers = async () => ({
  manager,
  ofOtherHouse: await somebody('SITE_MANAGER', other),
  around: await somebody('GRID_WORKER', grid),
});

test('who keeps the house opens the photo of whoever stays in it, and each look is kept; who keeps another does not', async () => {
  const { scene, photo } = await tested();
  expect(await openedBy(photo, await keepers())).toEqual(['manager']);
  expect((await see(manager, scene.id)).body.selfTests).toMatchObject([{ hasPhoto: true, photos: [photo] }]);
  await lookAtFiles();
  expect(await openedBy(photo, await keepers())).toEqual(['manager']);
  const looks = await theApp().connection.collection('auditRows').find({ record: photo }).toArray();
  expect(looks.map(({ who, role }) => [who, role])).toEqual(expect.arrayContaining([[manager.id, expect.any(String)]]));
});

test('who has moved to another house is that house’s, and who is free nobody’s', async () => {
  const { scene, photo } = await tested();
  const there = await aSite({ area: other });
  theApp().clock.advance(3_600_000);
  await brought(scene, there.id);
  expect(await openedBy(photo, await keepers())).toEqual(['ofOtherHouse']);
  await episodeAct(scene.investigator, scene.id, 'revoke');
  expect(await openedBy(photo, await keepers())).toEqual([]);
});

test('of whoever is at home the keeper of a site in the same grid sees nothing', async () => {
  const scene = await anEpisode(home);
  await atHome(scene);
  const photo = await aPhotoBy(scene.resident);
  await act(scene.resident, scene.id, 'report-health', { ...says, selfTestPhoto: photo });
  expect(await openedBy(photo, { site: scene.site, house: await somebody('SITE_MANAGER', house) })).toEqual([]);
});
