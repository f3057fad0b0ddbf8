import {
  aDraft,
  aHome,
  anId,
  elsewhere,
  get,
  grid,
  inHours,
  post,
  setTheStage,
  settle,
  somebody,
  submitted,
} from '../returnees/testing/scene';
import { act, aTraveller, proposed } from './testing/twice';

setTheStage(undefined, true);

test('everything that two travellers have is listed for both, and the other one is found among the people of the grid', async () => {
  const twice = await aTraveller();
  const { worker, first, second } = twice;
  const found = await get(worker, `/merge-candidates?like=${first}`);
  expect(found.status).toBe(200);
  const rows: { id: string; kind: string }[] = found.body.items;
  expect(rows.some(({ id }) => id === second)).toBe(true);
  expect(rows.some(({ id }) => id === first)).toBe(false);
  const id = await proposed(twice);
  const { view } = (await act(worker, id, 'preview')).body;
  const counted = Object.fromEntries(view.counts.map(({ kind, ...count }: { kind: string }) => [kind, count] as const));
  expect(counted).toMatchObject({ TRAVELLER: { first: 1, second: 1 }, TRIP: { first: 1, second: 1 } });
  expect(counted.EPISODE).toEqual({ first: 1, second: 1 });
});

test('of another grid whoever comes is found, and nobody who merely lives there', async () => {
  const { first } = await aTraveller();
  const [neighbour, far] = [await aHome(), await aHome(elsewhere)];
  const coming = await submitted(far.resident, aDraft(far, { plannedArrival: inHours(1) }));
  await settle();
  const dispatcher = await somebody('TOWNSHIP_DISPATCHER', grid.slice(0, 9));
  const { body } = await get(dispatcher, `/merge-candidates?like=${first}&limit=100`);
  const ids = body.items.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining([coming, neighbour.resident.id]));
  expect(ids).not.toContain(far.resident.id);
  expect(await get(dispatcher, `/merge-candidates?like=${anId()}`)).toMatchObject({ status: 404 });
  expect(await get(dispatcher, '/merge-candidates')).toMatchObject({ status: 422 });
});

test('once it is applied either page shows the other side with its steps, to the grid and not to the home', async () => {
  const twice = await aTraveller();
  const { worker, leader, resident, first, second } = twice;
  const id = await proposed(twice);
  const { revision } = (await act(worker, id, 'preview')).body.view;
  expect((await act(leader, id, 'apply', { revision, keep: 'SECOND' })).body.view.state).toBe('APPLIED');
  const seen = (await get(worker, `/travellers/${first}`)).body.samePerson;
  expect(seen).toMatchObject({ merge: id, isKept: false, people: [{ kind: 'TRAVELLER', id: second }] });
  expect(seen.timeline.map(({ action }: { action: string }) => action)).toContain('triage');
  expect((await get(worker, `/travellers/${second}`)).body.samePerson).toMatchObject({ isKept: true });
  expect((await get(resident, `/travellers/${first}`)).body.samePerson).toBeUndefined();
});

test('somebody with an account at home in the grid can be one of the two', async () => {
  const twice = await aTraveller();
  const people = [
    { kind: 'TRAVELLER', id: twice.first },
    { kind: 'PERSON', id: twice.resident.id },
  ];
  const answer = await post(twice.worker, '/person-merges', { opId: anId(), people });
  expect(answer.status).toBe(200);
  const { view } = (await act(twice.worker, answer.body.id, 'preview')).body;
  expect(view.counts).toContainEqual({ kind: 'ACCOUNT', first: 0, second: 1 });
  expect(view.people[1]).toMatchObject({ kind: 'PERSON', id: twice.resident.id });
  expect(view.holdings.every(({ areaName }: { areaName: string }) => areaName === '样例网格')).toBe(true);
});
