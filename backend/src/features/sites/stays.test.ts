import {
  anEpisode,
  asked,
  at,
  clockTo,
  get,
  now,
  type Scene,
  somebody,
  stored,
  theApp,
  travellerOf,
} from '../episodes/testing/stage';
import { atHome, swabbed } from '../episodes/testing/steps';
import {
  aContact,
  aSite,
  brought,
  county,
  desk,
  does,
  episodeAct,
  found,
  grid,
  manager,
  other,
  roomState,
  type StoredRoom,
  setTheSites,
} from './testing/site-scene';

setTheSites();

describe('somebody who is to be in a site', () => {
  test('moves in: the quarantine begins, the chain hears, and who keeps this house sees this person alone', async () => {
    const { id: site } = await aSite();
    const [scene, stranger] = [await aContact(), await aContact()];
    expect((await get(manager, `/quarantine-episodes/${scene.id}`)).status).toBe(404);
    for (const one of [scene, stranger]) await episodeAct(one.worker, one.id, 'assess');
    await brought(scene, site);
    expect(await stored(scene.id)).toMatchObject({ state: 'CENTRAL_ACTIVE', detail: { placement: 'CENTRAL' } });
    const links = asked.links.filter(({ about }) => about === travellerOf(scene.id));
    expect(links.filter(({ how }) => how === 'finish').map(({ link }) => link)).toEqual(['PLACEMENT', 'NOTICE']);
    const seen = await get(manager, `/quarantine-episodes/${scene.id}`);
    expect(seen).toMatchObject({ status: 200, body: { part: 'SITE', stay: { site: '卦山隔离点' } } });
    expect((await get(manager, `/quarantine-episodes/${stranger.id}`)).status).toBe(404);
    const rows = (await get(manager, '/work/quarantine/site')).body.items;
    expect(rows.map((row: { id: string }) => row.id)).toEqual([scene.id]);
    // the grid around the house has nothing to do with its guests
    const around = await somebody('GRID_WORKER', grid);
    expect((await get(around, `/quarantine-episodes/${scene.id}`)).status).toBe(404);
    const [lived] = (await get(manager, `/sites/${site}`)).body.roomList.filter(
      (room: { state: string }) => room.state === 'OCCUPIED',
    );
    expect(lived.guest).toMatchObject({ episode: scene.id, nameMasked: '薛**', mayLeave: false });
    for (const person of [county, desk])
      expect(JSON.stringify((await get(person, `/sites/${site}`)).body)).not.toContain('薛');
    const room = await theApp().connection.collection('rooms').findOne({ state: 'OCCUPIED' });
    expect(JSON.stringify(room)).not.toContain('薛');
  });

  test('is brought before anybody has assessed: it begins with the assessment', async () => {
    const { id: site } = await aSite();
    const scene = await aContact();
    await brought(scene, site);
    expect((await stored(scene.id)).state).toBe('PENDING');
    await episodeAct(scene.worker, scene.id, 'assess');
    expect((await stored(scene.id)).state).toBe('CENTRAL_ACTIVE');
  });

  test('is at home by the rules, and in a room by mistake: nothing begins, and the site learns nothing', async () => {
    const { id: site } = await aSite();
    const scene = await anEpisode({ policy: 'V9_NATIONAL', category: 'MEDIUM_RISK_STAY', anchor: found, found });
    await atHome(scene);
    await brought(scene, site);
    expect(await stored(scene.id)).toMatchObject({ state: 'HOME_ACTIVE', detail: { placement: 'HOME' } });
    expect((await get(manager, `/quarantine-episodes/${scene.id}`)).status).toBe(404);
    expect(JSON.stringify((await get(manager, `/sites/${site}`)).body)).not.toContain('薛');
  });

  test('moves to another site: the old room is cleaned, and only who keeps the new one sees them', async () => {
    const [here, there] = [await aSite(), await aSite({ area: other })];
    const scene = await aContact();
    await episodeAct(scene.worker, scene.id, 'assess');
    await brought(scene, here.id);
    theApp().clock.advance(3_600_000);
    await brought(scene, there.id);
    expect(
      (await get(county, '/sites')).body.items.map(({ id, counts }: { id: string; counts: object }) => [id, counts]),
    ).toEqual(
      expect.arrayContaining([
        [here.id, expect.objectContaining({ occupied: 0, cleaning: 1 })],
        [there.id, expect.objectContaining({ occupied: 1, cleaning: 0 })],
      ]),
    );
    expect((await get(manager, `/quarantine-episodes/${scene.id}`)).status).toBe(404);
    const second = await somebody('SITE_MANAGER', other);
    expect((await get(second, `/quarantine-episodes/${scene.id}`)).status).toBe(200);
    expect((await stored(scene.id)).state).toBe('CENTRAL_ACTIVE');
  });
});

describe('the end of a stay', () => {
  async function there(): Promise<{ scene: Scene; site: string; room: string }> {
    const { id: site } = await aSite();
    const scene = await aContact();
    await episodeAct(scene.worker, scene.id, 'assess');
    return { scene, site, room: await brought(scene, site) };
  }

  test('waits for the samples of person, belongings and room; taken in the room they are those the end waits for', async () => {
    const { scene, site, room } = await there();
    for (const date of ['11', '12', '13', '15']) await swabbed(scene, `2022-08-${date} 09:00`, `2022-08-${date} 15:00`);
    await swabbed(scene, '2022-08-17 01:00', '2022-08-17 05:00');
    await clockTo('2022-08-17 07:00');
    expect(await stored(scene.id)).toMatchObject({
      state: 'RELEASE_BLOCKED',
      detail: { block: { reason: 'SITE_SAMPLES_PENDING', owner: 'SITE_MANAGER' } },
    });
    // who keeps the house hears of it, wherever the person comes from
    const inbox = (await get(manager, '/notices')).body.items;
    expect(inbox.filter((notice: { record: string }) => notice.record === scene.id)).toMatchObject([
      { code: 'RELEASE_WAITS' },
    ]);
    await does(manager, room, 'sample');
    const sampled = await stored(scene.id);
    expect(sampled.detail.siteSamplesAt).toEqual(now());
    expect(sampled.detail.swabs.at(-1)).toMatchObject({ by: manager.id });
    expect(sampled.state).toBe('MONITORING');
    expect(await roomState(manager, site, '301')).toBeDefined();
    const view = (await get(manager, `/sites/${site}`)).body.roomList.find((one: { id: string }) => one.id === room);
    expect(view).toMatchObject({ state: 'SAMPLED', guest: { mayLeave: true }, actions: ['sample', 'startCleaning'] });
    // at home from now on: nobody's guest
    expect((await get(manager, `/quarantine-episodes/${scene.id}`)).status).toBe(404);
  });

  test('the sampler writes it to the person, and the room is sampled as well: one swab, one sample', async () => {
    const { scene, room } = await there();
    await swabbed(scene, '2022-08-11 01:00', '2022-08-11 05:00', { withRoom: true });
    const record = await stored(scene.id);
    expect(record.detail.swabs).toHaveLength(1);
    const found = await theApp().connection.collection<{ _id: string }>('rooms').findOne({ _id: room });
    expect(found).toMatchObject({ state: 'SAMPLED', detail: { sampled: { by: scene.sampler.id } } });
  });

  test.each([
    ['a death', async ({ leader, id }: Scene) => episodeAct(leader, id, 'record-death')],
    ['a positive result', async ({ investigator, id }: Scene) => episodeAct(investigator, id, 'confirm-positive')],
    [
      'a home after all',
      async ({ leader, worker, id }: Scene) => {
        await episodeAct(leader, id, 'move', { to: 'HOME', reason: { code: 'SPECIAL_GROUP' } });
        return episodeAct(worker, id, 'settle-home');
      },
    ],
  ])('%s: the room is to be cleaned, and nobody is in it', async (_what, ends) => {
    const { scene, room } = await there();
    theApp().clock.advance(3_600_000);
    expect((await ends(scene)).status).toBe(200);
    const found = await theApp().connection.collection<StoredRoom>('rooms').findOne({ _id: room });
    expect(found?.state).toBe('CLEANING');
    expect(Object.keys(found?.detail ?? {})).toEqual(['label']);
  });

  test('another category: the same room goes on, and its samples of before count for nothing', async () => {
    const { scene, room } = await there();
    await does(manager, room, 'sample');
    theApp().clock.advance(3_600_000);
    const convert = { category: 'CLOSE_CONTACT', anchor: at('2022-08-10 08:00').toISOString() };
    expect((await episodeAct(scene.investigator, scene.id, 'convert', convert)).status).toBe(200);
    const next = (await stored(scene.id)).detail.successor ?? '';
    expect(await stored(next)).toMatchObject({ state: 'CENTRAL_ACTIVE', detail: { room } });
    expect((await stored(next)).detail.siteSamplesAt).toBeUndefined();
    expect((await get(manager, `/quarantine-episodes/${next}`)).status).toBe(200);
    theApp().clock.advance(60_000);
    await does(manager, room, 'sample');
    expect((await stored(next)).detail.siteSamplesAt).toEqual(now());
  });
});
