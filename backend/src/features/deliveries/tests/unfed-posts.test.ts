import { aMeal, anOpenMeal, claims, rowOf } from '../testing/post-scene';
import { act, aHome, does, see, setTheStage, settle, stored, submit, told, wait } from '../testing/scene';

setTheStage();

const unfed = (id: string) => told(id).filter((line) => line.endsWith(':POST_UNFED'));

test('an hour before the middle of the shift nobody has it: the post and the grid leader hear of it, once', async () => {
  const { id, resident, leader } = await anOpenMeal();
  await wait(119);
  expect(unfed(id)).toEqual([]);
  expect((await rowOf(leader, id)).flags).toEqual([]);
  await wait(1);
  expect(unfed(id)).toEqual(['HOUSEHOLD:POST_UNFED', 'GRID_LEADER:POST_UNFED']);
  expect((await rowOf(leader, id)).flags).toEqual(['POST_UNFED']);
  expect((await see(resident, id)).body.flags).toEqual(['POST_UNFED']);
  await wait(60);
  expect(unfed(id)).toHaveLength(2);
  expect((await act(leader, id, 'post-unfed')).status).toBe(404);
});

test('somebody has it in time: nothing is said; gone again in the last hour, it is said at once', async () => {
  const { id, place, leader } = await anOpenMeal();
  const carrier = await claims(place, id);
  await does(carrier, id, 'collect', { bags: 1 });
  await wait(150);
  expect(unfed(id)).toEqual([]);
  const late = await anOpenMeal();
  const second = await claims(late.place, late.id);
  await wait(125);
  // nothing begun for an hour: it was taken back, and found nobody
  expect((await stored(late.id)).assignment.assignee).not.toBe(second.id);
  expect(unfed(late.id)).toHaveLength(2);
  expect((await rowOf(late.leader, late.id)).flags).toEqual(['POST_UNFED']);
  const third = await claims(late.place, late.id);
  expect((await rowOf(late.leader, late.id)).flags).toEqual([]);
  await does(third, late.id, 'give-back');
  await settle();
  expect(unfed(late.id)).toHaveLength(4);
  expect((await rowOf(late.leader, late.id)).flags).toEqual(['POST_UNFED']);
  expect((await rowOf(leader, id)).flags).toEqual([]);
});

test('a cancelled meal and a family’s meal make nobody unfed', async () => {
  const { id, resident } = await anOpenMeal();
  await does(resident, id, 'cancel');
  const home = await aHome();
  const draft = aMeal(home, { headCount: undefined });
  await submit(home.resident, draft);
  await settle();
  await wait(170);
  expect([unfed(id), unfed(draft.id)]).toEqual([[], []]);
});

test('given back early and found by nobody, it is told once at its hour; put on hold after it it is told at once, and once', async () => {
  const early = await anOpenMeal();
  const carrier = await claims(early.place, early.id);
  await does(carrier, early.id, 'give-back');
  await settle();
  await wait(121);
  expect(unfed(early.id)).toHaveLength(2);
  const held = await anOpenMeal();
  await wait(100);
  await claims(held.place, held.id);
  await wait(25);
  expect(unfed(held.id)).toEqual([]);
  await does(held.leader, held.id, 'hold');
  await settle();
  await does(held.leader, held.id, 'resume');
  await settle();
  expect(unfed(held.id)).toEqual(['HOUSEHOLD:POST_UNFED', 'GRID_LEADER:POST_UNFED']);
});
