import { deliveredTwice } from '../../../testing/delivered-twice';
import {
  aDraft,
  aHome,
  anId,
  collection,
  does,
  inHours,
  link,
  linksOf,
  post,
  quiet,
  setRiskList,
  setTheStage,
  settle,
  somebody,
  stateOf,
  submitted,
  told,
  usualList,
  wait,
} from '../testing/scene';

setTheStage(deliveredTwice, true);

const over: readonly string[] = ['DONE', 'NOT_NEEDED', 'HANDED_OUT'];
const openLinks = async (person: string) =>
  (await linksOf(person)).filter(({ state }) => !over.includes(state)).map(({ variant }) => variant);
const records = async (name: string, filter: object) =>
  (await collection(name).find(filter).toArray()) as unknown as { _id: string; state: string }[]; // of these features

test('somebody who has died before the days began: no link, no code and no car is waited for, and nothing rings', async () => {
  setRiskList([...usualList, { ...usualList[0], id: 'line-2', place: quiet, areaRisk: 'CASES' } as never]); // like the first
  const home = await aHome();
  const stays = [{ place: quiet, from: inHours(-240) }];
  const person = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1), stays }));
  await settle();
  await does(await somebody('GRID_WORKER'), person, 'arrive');
  const open = await openLinks(person);
  expect(open).toEqual(expect.arrayContaining(['LANDING_TEST', 'TRANSFER', 'EPISODE']));
  const [episode] = await records('episodes', { kind: 'QUARANTINE_EPISODE' });
  const dead = await post(await somebody('GRID_LEADER'), `/quarantine-episodes/${episode?._id}/record-death`, {
    ...{ opId: anId(), reason: { code: 'OTHER' } },
  });
  expect(dead.status).toBe(200);
  await settle();
  expect([await openLinks(person), await stateOf(person)]).toEqual([[], 'CLOSED']);
  expect((await link(person, 'LANDING_TEST')).state).toBe('NOT_NEEDED');
  expect(await records('transfers', { kind: 'TRANSFER', state: { $ne: 'CANCELLED' } })).toEqual([]);
  const requests = await records('codeRequests', {});
  expect(requests.every(({ state }) => state === 'WITHDRAWN')).toBe(true);
  const links = await linksOf(person);
  const rung = () => links.flatMap(({ _id }) => told(_id)).length;
  const before = rung();
  await wait(3 * 24 * 60);
  expect(rung()).toBe(before);
});
