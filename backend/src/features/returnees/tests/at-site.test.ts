import { deliveredTwice } from '../../../testing/delivered-twice';
import { testCounty } from '../../../testing/test-app';
import {
  aDraft,
  aHome,
  anId,
  collection,
  does,
  get,
  inHours,
  linksOf,
  post,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  submitted,
  wait,
} from '../testing/scene';

setTheStage(deliveredTwice, true);

async function step(person: Somebody, episode: string, action: string, more: object = {}): Promise<void> {
  const answer = await post(person, `/quarantine-episodes/${episode}/${action}`, { opId: anId(), ...more });
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  await settle();
}

const stateOfLink = async (id: string, wanted: string) =>
  (await linksOf(id)).filter(({ variant }) => variant === wanted).map(({ state }) => state);

test('whoever lives at a site is fed there: no supply clock of the home is called for again, however often it is looked at', async () => {
  const home = await aHome();
  const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
  await does(home.resident, id, 'arrive');
  const [found] = await collection('episodes')
    .find({ county: testCounty, kind: 'QUARANTINE_EPISODE', about: id } as object)
    .toArray();
  const episode = String(found?._id);
  const [worker, manager] = [await somebody('GRID_WORKER'), await somebody('SITE_MANAGER')];
  expect(await stateOfLink(id, 'DELIVERY_PLAN')).toEqual(['WAITING']);
  await step(worker, episode, 'assess');
  await step(manager, episode, 'start-central', { notice: 'SIGNED', site: '县招待所', room: '301' });
  expect(await stateOfLink(id, 'DELIVERY_PLAN')).toEqual(['NOT_NEEDED']);
  // late with it, a whole ladder would hear of what nobody needs
  await wait(24 * 60);
  expect(await stateOfLink(id, 'DELIVERY_PLAN')).toEqual(['NOT_NEEDED']);
  const shown = (await get(home.resident, `/travellers/${id}`)).body;
  expect(
    shown.links.filter(({ link, late }: { link: string; late: boolean }) => link === 'DELIVERY_PLAN' && late),
  ).toEqual([]);
});
