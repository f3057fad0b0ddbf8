import { aDraft, aHome, does, grid, inHours, settle, somebody, submitted } from '../returnees/testing/scene';
import { seen, setTheRoad, trips } from './testing/fleet-scene';

setTheRoad();

/** How the trip of one report reads at the desk. */
async function atTheDesk(finder: 'home' | 'post', change: object) {
  const home = await aHome();
  const by = finder === 'home' ? home.resident : await somebody('CHECKPOINT_OFFICER', '141122');
  const id = await submitted(by, aDraft(home, { transport: undefined, ...change }));
  await settle();
  if (finder === 'home') await does(await somebody('GRID_WORKER'), id, 'acknowledge');
  const [trip] = await trips();
  if (!trip) throw new Error('nobody fetches them');
  return seen(await somebody('TRANSFER_DESK', '141122'), trip._id);
}

describe('where somebody is fetched', () => {
  test('off the train and at the exit of the road, as they said', async () => {
    const view = await atTheDesk('home', { transport: 'D1234 8车', entry: '交城西站' });
    expect(view.pickup).toBe('D1234 8车 · 交城西站');
  });

  test('at the own door, by its short sign, when nothing was said', async () => {
    expect((await atTheDesk('home', {})).pickup).toBe('3-1-0402');
  });

  test('at a post when a post has found them, and not where they want to go', async () => {
    const found = { foundBy: 'CHECKPOINT', plannedArrival: undefined, arrivedAt: inHours(0) };
    const destination = { kind: 'HOUSEHOLD', area: grid, place: '样例小区 7-1-202' };
    expect((await atTheDesk('post', { ...found, destination })).pickup).toBeUndefined();
  });

  test('the grid is named with what it is a part of', async () => {
    expect((await atTheDesk('home', {})).areaName.split(' ').length).toBeGreaterThan(1);
  });
});
