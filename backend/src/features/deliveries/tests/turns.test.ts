import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import {
  act,
  aDraft,
  aHome,
  aPlace,
  aProxy,
  does,
  get,
  type Home,
  now,
  pass,
  type Somebody,
  setTheStage,
  settle,
  shop,
  somebody,
  submit,
} from '../testing/scene';
import { weekOf } from '../turns.rules';

setTheStage();

const minutesADay = 24 * 60;
const oil = { line: 'oil1', sku: 'oil', name: '胡麻油', unit: '桶', quantity: 1, substitution: { rule: 'NONE' } };
const eggs = { line: 'eggs', sku: 'eggs', name: '鸡蛋', unit: '斤', quantity: 1, substitution: { rule: 'NONE' } };
const wanting = (home: Home, more: object = {}) => aDraft(home.household, { shop: shop(), lines: [oil], ...more });

/** Waits for the morning of the Monday after this. */
function nextMonday(): void {
  do pass(minutesADay);
  while (weekOf(dayOf(now())) !== dayOf(now()));
}

async function shareOf({ household }: Home, person: Somebody) {
  const { status, body } = await get(person, `/households/${household}/shares?shop=${shop()}`);
  return status === 200 ? body.items.find(({ sku }: { sku: string }) => sku === 'oil') : status;
}
const turnOf = async (home: Home) => (await shareOf(home, home.resident)).turn as { day: string; isOpen: boolean };

/** A grid of seven households on a Monday: one turn a day. */
async function aGrid(): Promise<{ homes: Home[]; byDay: Home[] }> {
  nextMonday();
  const place = aPlace();
  const homes: Home[] = [];
  for (let n = 0; n < 7; n += 1) homes.push(await aHome(place));
  const days = await Promise.all(homes.map(turnOf));
  const byDay = homes.map((home, at) => ({ home, day: days[at]?.day ?? '' })).sort((a, b) => (a.day < b.day ? -1 : 1));
  expect(new Set(byDay.map(({ day }) => day)).size).toBe(7);
  return { homes, byDay: byDay.map(({ home }) => home) };
}

test('each household of a grid has its day of the week; before it the good is refused with the day, from it on it is not', async () => {
  const { byDay } = await aGrid();
  const [first, second] = byDay;
  if (!first || !second) throw new Error('seven homes');
  expect(await submit(first.resident, wanting(first))).toMatchObject({ status: 200 });
  const turn = await turnOf(second);
  expect(turn).toEqual({ day: dayOf(new Date(now().getTime() + minutesADay * 60_000)), isOpen: false });
  const early = await submit(second.resident, wanting(second));
  expect(early).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/lines/0/sku', detail: `turn ${turn.day}` }] },
  });
  // what is not scarce waits for nobody's turn
  const other = wanting(second, { lines: [eggs] });
  expect((await submit(second.resident, other)).status).toBe(200);
  expect(await act(second.resident, other.id, 'add-lines', { lines: [oil] })).toMatchObject({ status: 422 });
  pass(minutesADay);
  expect(await turnOf(second)).toMatchObject({ isOpen: true });
  await does(second.resident, other.id, 'add-lines', { lines: [oil] });
});

test('whoever had it goes without until all others have had their turn; nobody’s day moves while others order', async () => {
  const { byDay, homes } = await aGrid();
  const [first, second, ...rest] = byDay;
  if (!first || !second) throw new Error('seven homes');
  const before = await Promise.all(rest.map(turnOf));
  await submit(first.resident, wanting(first));
  expect(await shareOf(first, first.resident)).toMatchObject({ atMost: 1, left: 0 });
  pass(3 * minutesADay);
  // longer than two days, but the week is not over
  const again = await submit(first.resident, wanting(first, { kind: 'BABY' }));
  expect(again).toMatchObject({ status: 422, body: { errors: [{ detail: 'at most 0' }] } });
  expect((await Promise.all(rest.map(turnOf))).map(({ day }) => day)).toEqual(before.map(({ day }) => day));
  nextMonday();
  const days = await Promise.all(homes.map(async (home) => [(await turnOf(home)).day, home.household] as const));
  expect([...days].sort().at(-1)?.[1]).toBe(first.household);
});

test('what was asked for in its turn is not lost when the week ends', async () => {
  const { byDay } = await aGrid();
  const last = byDay.at(-1);
  if (!last) throw new Error('seven homes');
  pass(6 * minutesADay);
  const draft = wanting(last, { lines: [oil, eggs] });
  expect((await submit(last.resident, draft)).status).toBe(200);
  await settle();
  nextMonday();
  expect(await turnOf(last)).toMatchObject({ isOpen: false });
  const { body } = await get(last.resident, `/deliveries/${draft.id}`);
  const lines = [oil, { ...eggs, quantity: 2 }];
  const edited = await act(last.resident, draft.id, 'edit-lines', { lines, revision: body.revision });
  expect(edited).toMatchObject({ status: 200 });
});

test('whoever may order for a household reads its day, and nobody else', async () => {
  const place = aPlace();
  const home = await aHome(place);
  const proxy = await aProxy(home);
  const worker = await somebody('GRID_WORKER', place);
  const neighbour = await aHome(place);
  const own = await shareOf(home, home.resident);
  expect(own).toMatchObject({ sku: 'oil', atMost: 1, left: 1, turn: { day: expect.any(String) } });
  expect([await shareOf(home, proxy), await shareOf(home, worker)]).toEqual([own, own]);
  expect(await shareOf(home, neighbour.resident)).toBe(404);
});
