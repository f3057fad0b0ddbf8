import { aMeal, anOpenMeal, claims, rowOf } from '../testing/post-scene';
import {
  aCarrier,
  act,
  aHome,
  anId,
  aPost,
  collection,
  does,
  get,
  now,
  post,
  type Somebody,
  see,
  setTheStage,
  settle,
  shop,
  somebody,
  stored,
  submit,
  twoLines,
  wait,
} from '../testing/scene';

setTheStage();

test('a shift is fed: asked for by its leader, brought to the post by name and head count, confirmed, closed', async () => {
  const { id, place, resident, leader, name, household } = await anOpenMeal();
  expect(await stored(id)).toMatchObject({ priority: 3, detail: { forPost: true, headCount: 12, mode: 'DOOR' } });
  expect(await rowOf(leader, id)).toMatchObject({ forPost: true, headCount: 12, doorCode: '样例卡口', flags: [] });
  const pooled = await aCarrier(place);
  const [row] = (await get(pooled, '/work/pool')).body.items;
  expect(row).toMatchObject({ id, headCount: 12 });
  expect(row.doorCode).toBeUndefined();
  // whose it is stands in the household's own list alone
  const own = (await get(resident, '/deliveries/mine')).body.items.find((each: { id: string }) => each.id === id);
  expect([own, row, await rowOf(leader, id)].map((each) => each.household)).toEqual([household, undefined, undefined]);
  const carrier = await claims(place, id);
  const { body } = await see(carrier, id);
  expect(body).toMatchObject({ headCount: 12, household: { name: '样例卡口', phone: expect.any(String) } });
  expect(body.household.address).toMatchObject({ compound: '样例小区' });
  expect(JSON.stringify(body.household)).not.toContain(name);
  for (const [action, more] of [
    ['collect', { bags: 2 }],
    ['depart', {}],
    ['drop', { photo: anId() }],
  ] as const)
    await does(carrier, id, action, more);
  await does(resident, id, 'confirm');
  await settle();
  expect((await stored(id)).state).toBe('CLOSED');
  expect((await see(resident, id)).body.money).toBeUndefined();
  // the next shift eats as well
  expect((await submit(resident, aMeal({ household }))).status).toBe(200);
});

test('a double tap is one meal, and a second open one names the first', async () => {
  const post = await aPost();
  const draft = aMeal(post);
  const [first, again] = await Promise.all([submit(post.resident, draft), submit(post.resident, draft)]);
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(await collection('tasks').countDocuments({ household: post.household } as object)).toBe(1);
  const second = await submit(post.resident, aMeal(post, { headCount: 30 }));
  expect(second).toMatchObject({ status: 409, body: { open: draft.id } });
  // the same id with another count is another wish
  expect((await submit(post.resident, { ...draft, headCount: 13 })).status).toBe(409);
  expect((await stored(draft.id)).detail.headCount).toBe(12);
});

test('nobody asks for a post but who leads its shift now', async () => {
  const post = await aPost();
  const other = await aPost(post.place);
  const worker = await somebody('GRID_WORKER', post.place);
  const led = await somebody('SHIFT_LEADER', post.place);
  expect((await submit(worker, aMeal(post))).status).toBe(403);
  // neither is seeing to the grid and leading a shift in it
  const both = await somebody('GRID_WORKER', post.place, 'SHIFT_LEADER');
  expect((await submit(both, aMeal(post))).status).toBe(403);
  // leading a shift somewhere is not being tied to this post
  expect((await submit(led, aMeal(post))).status).toBe(404);
  expect((await submit(other.resident, aMeal(post))).status).toBe(404);
  const stranger = await aHome();
  expect((await submit(stranger.resident, aMeal(post))).status).toBe(404);
  expect(await collection('tasks').countDocuments({})).toBe(0);
});

test('a role that has ended asks for nothing more, and what was asked for goes on', async () => {
  const post = await aPost(undefined, new Date(now().getTime() + 30 * 60_000));
  const draft = aMeal(post);
  expect((await submit(post.resident, draft)).status).toBe(200);
  await settle();
  await wait(30);
  const errand = aMeal(post, { kind: 'ERRAND', words: '送热水', headCount: undefined });
  expect((await submit(post.resident, errand)).status).toBe(403);
  // the tap that was lost on the way is still answered, and the meal can still be received
  expect((await submit(post.resident, draft)).status).toBe(200);
  expect((await see(post.resident, draft.id)).status).toBe(200);
});

test.each([
  ['no head count', { headCount: undefined }, '/headCount'],
  ['nobody eats', { headCount: 0 }, '/headCount'],
  ['more than any post has', { headCount: 201 }, '/headCount'],
  ['half a head', { headCount: 2.5 }, '/headCount'],
  ['no time', { wantedBy: undefined }, '/wantedBy'],
  ['a shift that is over', { wantedBy: '2020-01-01T00:00:00.000Z' }, '/wantedBy'],
  ['next year', { wantedBy: '2999-01-01T00:00:00.000Z' }, '/wantedBy'],
  ['groceries', { kind: 'GROCERY', headCount: undefined }, '/kind'],
  ['an errand by the head', { kind: 'ERRAND', words: '送热水' }, '/headCount'],
  ['for money', { payMode: 'VOLUNTEER_ADVANCE' }, '/payMode'],
  ['goods', { lines: twoLines }, '/lines'],
])('a post does not ask for %s', async (_what, more, pointer) => {
  const post = await aPost();
  const { status, body } = await submit(post.resident, aMeal(post, more));
  expect(status).toBe(422);
  expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  expect(await collection('tasks').countDocuments({})).toBe(0);
});

test('an errand for a post needs no head count; a family gives none, whatever it asks for', async () => {
  const post = await aPost();
  const errand = aMeal(post, { kind: 'ERRAND', words: '送热水和棉衣', headCount: undefined, wantedBy: undefined });
  expect((await submit(post.resident, errand)).status).toBe(200);
  await settle();
  // for people not in quarantine too, and never before what is urgent (handbook C34)
  expect((await see(post.resident, errand.id)).body).toMatchObject({ kind: 'ERRAND', priority: 'P3', forPost: true });
  const home = await aHome();
  for (const kind of ['MEAL', 'GROCERY']) {
    const { status, body } = await submit(home.resident, aMeal(home, { kind }));
    expect([kind, status, body.errors[0].pointer]).toEqual([kind, 422, '/headCount']);
  }
  expect((await submit(home.resident, aMeal(home, { headCount: undefined }))).status).toBe(200);
});

test('goods are never added to the meal of a post', async () => {
  const { id, resident } = await anOpenMeal();
  expect((await see(resident, id)).body.actions).toEqual(expect.not.arrayContaining(['addLines', 'editLines']));
  expect((await act(resident, id, 'add-lines', { lines: twoLines })).status).toBe(409);
  expect((await stored(id)).detail.lines).toEqual([]);
});

const find = async (person: Somebody, door: string): Promise<string[]> =>
  (await post(person, '/households/find', { door })).body.items.map(({ id }: { id: string }) => id);

test('a post is no family: behind no door that the grid looks for, and with no share of scarce goods', async () => {
  const gate = await aPost();
  const home = await aHome(gate.place);
  const worker = await somebody('GRID_WORKER', gate.place);
  const found = await find(worker, '');
  expect(found).toEqual([home.household]);
  expect(await find(worker, '样例卡口')).toEqual([]);
  expect((await get(gate.resident, `/households/${gate.household}/shares?shop=${shop()}`)).status).toBe(404);
  expect((await get(home.resident, `/households/${home.household}/shares?shop=${shop()}`)).status).toBe(200);
  const [mine] = (await get(gate.resident, '/households/mine')).body.items;
  expect(mine).toMatchObject({ id: gate.household, post: { name: '样例卡口' }, needs: [], inQuarantine: false });
});
