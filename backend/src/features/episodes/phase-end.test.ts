import {
  act,
  anEpisode,
  clockTo,
  does,
  open,
  openingOf,
  type Scene,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
} from './testing/stage';
import { atHome, inSite, swabbed } from './testing/steps';

setTheStage();

const found = '2022-08-10 20:00';

/** In a site for a week, then three days of monitoring. */
async function aContact(): Promise<Scene> {
  const scene = await anEpisode({
    policy: 'V9_NATIONAL',
    category: 'CLOSE_CONTACT',
    anchor: '2022-08-10 06:20',
    found,
  });
  await inSite(scene);
  return scene;
}

describe('nobody begins the next phase before the days say so', () => {
  test('monitoring: asked for early it waits, with every test negative or not', async () => {
    const scene = await aContact();
    const { id, worker } = scene;
    for (const date of ['11', '12', '13']) await swabbed(scene, `2022-08-${date} 09:00`, `2022-08-${date} 15:00`);
    expect((await act(worker, id, 'start-monitoring')).body).toMatchObject({ status: 409, next: 'wait' });
    expect(await stored(id)).toMatchObject({ state: 'CENTRAL_ACTIVE', detail: { phase: 0 } });
    await swabbed(scene, '2022-08-15 09:00', '2022-08-15 15:00');
    await swabbed(scene, '2022-08-17 01:00', '2022-08-17 05:00', { withRoom: true });
    await clockTo('2022-08-17 06:19');
    expect((await act(worker, id, 'start-monitoring')).status).toBe(409);
    await clockTo('2022-08-17 06:21');
    expect(await stored(id)).toMatchObject({ state: 'MONITORING', detail: { phase: 1 } });
  });

  test('a second phase of another kind: neither early, nor as monitoring', async () => {
    const opening = openingOf({
      ...{ policy: 'V9_NATIONAL', category: 'CLOSE_CONTACT', anchor: '2022-08-10 06:20', found },
      ...(await whereSomebodyLives()),
    });
    const [site, monitoring] = opening.rule.phases;
    if (!site || !monitoring) throw new Error('a contact has two phases');
    const rule = {
      ...opening.rule,
      phases: [
        { ...site, days: 5, testDays: [] },
        { ...monitoring, kind: 'HOME' as const },
      ],
    };
    await open({ ...opening, rule });
    await settle();
    const { id, area } = opening;
    const [worker, manager] = [await somebody('GRID_WORKER', area), await somebody('SITE_MANAGER', area)];
    await does(worker, id, 'assess');
    await does(manager, id, 'start-central', { notice: 'SIGNED', site: '县招待所', room: '301' });
    await clockTo('2022-08-12 12:00');
    expect((await act(worker, id, 'next-phase')).body).toMatchObject({ status: 409, next: 'wait' });
    expect((await act(worker, id, 'start-monitoring')).status).toBe(409);
    expect(await stored(id)).toMatchObject({ state: 'CENTRAL_ACTIVE', detail: { phase: 0 } });
    // over by its days, but not while the samples of the room are not there
    await clockTo('2022-08-16 07:00');
    expect((await act(worker, id, 'next-phase')).status).toBe(409);
    expect(await stored(id)).toMatchObject({ state: 'RELEASE_BLOCKED', detail: { phase: 0 } });
  });
});

async function whereSomebodyLives() {
  const { id, place, household } = await anEpisode({
    policy: 'V9_NATIONAL',
    category: 'MEDIUM_RISK_STAY',
    anchor: found,
    found,
  });
  return { id: `${id.slice(0, 7)}${'s'.repeat(26)}`, place, household };
}

test('who keeps a site does not learn of somebody who is at home, and acts on nobody there', async () => {
  const scene = await anEpisode({
    policy: 'V9_NATIONAL',
    category: 'MEDIUM_RISK_STAY',
    anchor: '2022-08-10 06:20',
    found,
  });
  await atHome(scene);
  const { id, site, leader } = scene;
  await clockTo('2022-08-18 08:00');
  const before = await stored(id);
  for (const action of ['report-health', 'next-phase', 'mark-absent', 'taken-by120'])
    expect([action, (await act(site, id, action, bodies[action])).status]).toEqual([action, 404]);
  expect((await stored(id)).state).toBe(before.state);
  await does(leader, id, 'move', { to: 'CENTRAL', reason: { code: 'OWN_WISH' } });
  expect((await act(site, id, 'settle-central', { site: '县招待所', room: '301' })).status).toBe(200);
  expect(await stateOf(id)).toBe('CENTRAL_ACTIVE');
});

const bodies: Readonly<Record<string, object>> = {
  'report-health': { temperatureTenths: 365, symptoms: [] },
  'mark-absent': { tried: ['PHONE', 'DOOR'] },
};
