import {
  act,
  aDraft,
  aHome,
  anId,
  does,
  get,
  type Somebody,
  see,
  setTheStage,
  settle,
  shop,
  somebody,
  stored,
  submit,
  told,
  wait,
} from '../testing/scene';

setTheStage();

/** A request that nobody can read: the grid looks at it before anything is set off. */
async function aFlagged() {
  const home = await aHome();
  const line = { line: 'what', name: '？？', unit: '个', quantity: 1, substitution: { rule: 'NONE' } };
  const draft = aDraft(home.household, { lines: [line] });
  await submit(home.resident, draft);
  await settle();
  const worker = await somebody('GRID_WORKER', home.place);
  return { ...home, id: draft.id, worker };
}

const overdue = (id: string) => told(id).filter((line) => line.endsWith(':FLAG_OVERDUE'));
const rowOf = async (person: Somebody, id: string, tab = 'all') =>
  (await get(person, `/grid/queue?tab=${tab}`)).body.items.find((row: { id: string }) => row.id === id);

test('flagged and nobody looks: after 30 minutes the grid leader, after 60 the township; then nobody more', async () => {
  const { id, worker, resident } = await aFlagged();
  expect(told(id)).toEqual(['GRID:FLAGGED']);
  await wait(29);
  expect(overdue(id)).toEqual([]);
  expect((await rowOf(worker, id)).flags).toEqual(['UNCLEAR']);
  await wait(1);
  expect(overdue(id)).toEqual(['GRID_LEADER:FLAG_OVERDUE']);
  await wait(29);
  expect(overdue(id)).toHaveLength(1);
  await wait(1);
  expect(overdue(id)).toEqual(['GRID_LEADER:FLAG_OVERDUE', 'TOWNSHIP_DISPATCHER:FLAG_OVERDUE']);
  await wait(24 * 60);
  expect(overdue(id)).toHaveLength(2);
  // its row says so in the queue, to the grid and not to the household
  expect(await rowOf(worker, id, 'late')).toMatchObject({ late: true, flags: ['UNCLEAR', 'TRIAGE_LATE'] });
  expect((await see(resident, id)).body.flags).toEqual(['UNCLEAR']);
  // and is looked at all the same
  await does(worker, id, 'triage', { priority: 'P2' });
  expect((await see(worker, id)).body.flags).toEqual([]);
});

test.each([
  ['triage', { priority: 'P2' }],
  ['reject', { reason: { code: 'NOT_SOLD' } }],
])('once somebody has decided (%s) no time runs any more', async (action, body) => {
  const { id, worker } = await aFlagged();
  await wait(29);
  await does(worker, id, action, body);
  await wait(120);
  expect(overdue(id)).toEqual([]);
});

test('looked at between the two: the township hears nothing', async () => {
  const { id, worker } = await aFlagged();
  await wait(31);
  await does(worker, id, 'triage', { priority: 'P2' });
  await wait(120);
  expect(overdue(id)).toEqual(['GRID_LEADER:FLAG_OVERDUE']);
});

test('what waits for a doctor alone climbs by the doctor’s time, and nobody sets the timer off', async () => {
  const home = await aHome();
  const pills = {
    line: 'pills',
    sku: 'fever',
    name: '退烧药',
    unit: '盒',
    quantity: 1,
    substitution: { rule: 'NEVER' },
  };
  const more = { kind: 'MEDICINE', shop: shop(), lines: [pills], symptoms: true, prescription: anId() };
  const draft = aDraft(home.household, more);
  await submit(home.resident, draft);
  await settle();
  await wait(90);
  expect((await stored(draft.id)).state).toBe('SUBMITTED');
  expect(overdue(draft.id)).toEqual([]);
  const leader = await somebody('GRID_LEADER', home.place);
  expect((await act(leader, draft.id, 'triage-overdue')).status).toBe(404);
});

test('once the grid’s part is said and only the doctor is left, the grid’s time runs out into nothing', async () => {
  const home = await aHome();
  const pills = {
    line: 'pills',
    sku: 'fever',
    name: '退烧药',
    unit: '盒',
    quantity: 1,
    substitution: { rule: 'NEVER' },
  };
  const draft = aDraft(home.household, { kind: 'MEDICINE', shop: shop(), lines: [pills] });
  await submit(home.resident, draft);
  await settle();
  expect(told(draft.id)).toEqual(['GRID:FLAGGED', 'HOUSEHOLD:REGISTER_NEEDED']);
  await does(home.resident, draft.id, 'answer-symptoms', { symptoms: true });
  await wait(90);
  expect((await stored(draft.id)).state).toBe('SUBMITTED');
  expect(overdue(draft.id)).toEqual([]);
});
