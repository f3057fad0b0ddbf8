import {
  aCarrier,
  aDraft,
  aHome,
  anId,
  aPlace,
  changeHome,
  does,
  get,
  pass,
  receipt,
  type Somebody,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  submit,
  told,
  wait,
} from '../testing/scene';

setTheStage();

const idsIn = async (person: Somebody, path: string) =>
  (await get(person, path)).body.items.map(({ id }: { id: string }) => id);
const beside = (place: string) => place.replace('g01', 'g02');

/** A request of a household at this door, not taken by anybody. */
async function waiting(place: string, doorCode = '3-1-0402', more: object = {}) {
  const home = await aHome(place);
  await changeHome(home.household, { doorCode });
  const draft = aDraft(home.household, more);
  await submit(home.resident, draft);
  await settle();
  return { ...home, id: draft.id };
}

test('the pool: the most urgent first, then whoever waits longest; only what I may take, by pages, without a door', async () => {
  const place = aPlace();
  const older = await waiting(place);
  pass(1);
  const newer = await waiting(place);
  const urgent = await waiting(place, '3-1-0402', { needs: ['CHILD_ALONE'], daysLeft: 0 });
  await waiting(beside(place));
  const carrier = await aCarrier(place);
  const wanted = [urgent.id, older.id, newer.id];
  expect(await idsIn(carrier, '/work/pool')).toEqual(wanted);
  const first = (await get(carrier, '/work/pool?limit=2')).body;
  expect(first.items.map(({ id }: { id: string }) => id)).toEqual(wanted.slice(0, 2));
  expect(await idsIn(carrier, `/work/pool?limit=2&after=${first.next}`)).toEqual(wanted.slice(2));
  const shown = JSON.stringify(first);
  for (const secret of [urgent.phone, urgent.name, urgent.household, '402', '0402'])
    expect(shown).not.toContain(secret);
  expect((await get(urgent.resident, '/work/pool')).status).toBe(403);
  await does(carrier, older.id, 'claim');
  await does(carrier, older.id, 'give-back', { reason: { code: 'NO_CAR' } });
  await settle();
  expect(await idsIn(carrier, '/work/pool')).toEqual([urgent.id, newer.id]);
});

test('what I hold: doors in walking order, then what is only money, and nothing of others', async () => {
  const place = aPlace();
  const doors = [await waiting(place, '12-1-0301'), await waiting(place, '3-2-1001'), await waiting(place, '3-2-0902')];
  const carrier = await aCarrier(place);
  const other = await aCarrier(place);
  for (const { id } of doors) await does(carrier, id, 'claim');
  const [far, high, low] = doors.map(({ id }) => id);
  expect(await idsIn(carrier, '/work/mine')).toEqual([low, high, far]);
  expect(await idsIn(other, '/work/mine')).toEqual([]);
  const [done] = doors.slice(-1);
  if (!done) throw new Error('there are three');
  await does(carrier, done.id, 'start-shopping');
  await does(carrier, done.id, 'purchase', receipt());
  await does(carrier, done.id, 'depart');
  await does(carrier, done.id, 'drop', { photo: anId() });
  await does(done.resident, done.id, 'confirm');
  const { items } = (await get(carrier, '/work/mine')).body;
  expect(items.map(({ id }: { id: string }) => id)).toEqual([high, far, low]);
  expect(items[0].household).toMatchObject({ phone: doors[1]?.phone });
  expect(items[2].household).toBeUndefined();
  await does(done.resident, done.id, 'tick-paid');
  await does(carrier, done.id, 'tick-received');
  await settle();
  expect(await idsIn(carrier, '/work/mine')).toEqual([high, far]);
});

test('the grid’s queue: what is late first, each tab counted, names masked, and no other grid', async () => {
  const place = aPlace();
  const worker = await somebody('GRID_WORKER', place);
  const late = await waiting(place);
  pass(31);
  const home = await aHome(place);
  const flagged = aDraft(home.household, { lines: [{ ...aDraft('').lines[0], name: '？？' }] });
  await submit(home.resident, flagged);
  await settle();
  await waiting(beside(place));
  const all = (await get(worker, '/grid/queue?tab=all')).body;
  expect(all.counts).toEqual({ late: 1, new: 1, asking: 0, all: 2 });
  expect(all.items).toMatchObject([
    { id: late.id, late: true, doorCode: '3-1-0402' },
    { id: flagged.id, flags: ['UNCLEAR'] },
  ]);
  expect(await idsIn(worker, '/grid/queue?tab=new')).toEqual([flagged.id]);
  for (const secret of [late.phone, late.name]) expect(JSON.stringify(all)).not.toContain(secret);
  expect((await see(worker, late.id)).body.household).toMatchObject({ masked: true, name: '李**' });
  expect((await get(worker, `/grid/queue?tab=all&area=${beside(place)}`)).status).toBe(403);
  expect((await get(late.resident, '/grid/queue?tab=all')).status).toBe(403);
  await does(worker, flagged.id, 'reject', { reason: { code: 'UNCLEAR', words: '请打电话说明要什么' } });
  await settle();
  const rejected = (await see(home.resident, flagged.id)).body;
  expect(rejected).toMatchObject({ state: 'REJECTED', timeline: [{}, { reason: '请打电话说明要什么' }] });
  expect(told(flagged.id)).toContain('HOUSEHOLD:REJECTED');
});

test('flagged and let through by the grid, it looks for somebody; what waits two hours becomes more urgent', async () => {
  const place = aPlace();
  const worker = await somebody('GRID_WORKER', place);
  const errand = { kind: 'ERRAND', lines: [], words: '？', payMode: 'FREE' };
  const home = await aHome(place, 'DIABETIC');
  const draft = aDraft(home.household, errand);
  await submit(home.resident, draft);
  await does(worker, draft.id, 'triage');
  await settle();
  expect(await stored(draft.id)).toMatchObject({ state: 'TRIAGED', priority: 3, detail: { flags: [] } });
  await wait(120);
  expect((await stored(draft.id)).priority).toBe(2);
  await wait(120);
  await wait(120);
  expect((await stored(draft.id)).priority).toBe(1);
  expect(told(draft.id)).toContain('GRID:WAITING_LONG');
});
