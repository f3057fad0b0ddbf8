import { recordsIn } from '../lifecycle';
import { idSource } from '../platform/ids';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { leaveSeat, longestWriteMs, type Seat, sweepSeats, takeSeat } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface Owner {
  readonly _id: string;
  readonly county: string;
  readonly seats?: readonly Seat[];
}
interface Job {
  readonly _id: string;
  readonly claimOp?: string;
  readonly by?: string;
}

const county = '141122';
const ids = idSource();
const anId = () => ids(county);
const at = new Date('2022-04-18T01:00:00Z');
const muchLater = new Date(at.getTime() + 2 * longestWriteMs);
const limit = 3;

const collection = () => database.connection.collection('owners');
const owners = () => recordsIn<Owner>(collection());
const jobs = () => recordsIn<Job>(database.connection.collection('jobs'));

async function anOwner(): Promise<string> {
  const _id = anId();
  await owners().insertOne({ _id, county });
  return _id;
}
const place = (owner: string) => ({ collection: collection(), owner, county });
const seatsOf = async (owner: string) => (await owners().findOne({ _id: owner }))?.seats ?? [];
const isHeld = async ({ task, opId }: Seat) => (await jobs().findOne({ _id: task }))?.claimOp === opId;

/** Reserve, act, release; `dies` stops between the seat and the claim, as a kill would. */
async function claim(owner: string, task: string, dies = false): Promise<void> {
  const opId = anId();
  await takeSeat(place(owner), limit, { task, opId, at });
  if (dies) return;
  const { matchedCount } = await jobs().updateOne(
    { _id: task, claimOp: { $exists: false } },
    { $set: { claimOp: opId, by: owner } },
  );
  if (matchedCount === 0) await leaveSeat(place(owner), opId);
}

test('when more tasks are taken at once than there are seats, the limit holds', async () => {
  const owner = await anOwner();
  const takes = Array.from({ length: 20 }, () => takeSeat(place(owner), limit, { task: anId(), opId: anId(), at }));
  const answers = await Promise.allSettled(takes);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(limit);
  const refused = answers.find(({ status }) => status === 'rejected');
  expect(refused).toMatchObject({ reason: { type: 'capacity-full', extras: { limit } } });
  expect(await seatsOf(owner)).toHaveLength(limit);
});

test('when the same operation repeats, it keeps its one seat; another for the same task is refused', async () => {
  const owner = await anOwner();
  const seat = { task: anId(), opId: anId(), at };
  await takeSeat(place(owner), limit, seat);
  await takeSeat(place(owner), limit, seat);
  await expect(takeSeat(place(owner), limit, { ...seat, opId: anId() })).rejects.toMatchObject({
    type: 'already-open',
  });
  expect(await seatsOf(owner)).toHaveLength(1);
  await leaveSeat(place(owner), seat.opId);
  await leaveSeat(place(owner), seat.opId);
  expect(await seatsOf(owner)).toHaveLength(0);
});

type Sweep = () => Promise<unknown>;

/** After kills and a sweep beside running claims: seats that nobody uses, and people who hold more than they may. */
async function faults(sweep: Sweep): Promise<{ leaked: number; over: number }> {
  const people = await Promise.all(Array.from({ length: 8 }, anOwner));
  const tasks = Array.from({ length: 60 }, anId);
  await jobs().insertMany(tasks.map((_id) => ({ _id })));
  const attempts = tasks.flatMap((task, i) =>
    [0, 1].map((who) => ({ task, owner: people[(i + who) % 8] ?? '', dies: i % 3 === 0 })),
  );
  const sweeping = (async () => {
    for (let i = 0; i < 5; i++) await sweep();
  })();
  await Promise.allSettled(attempts.map(({ owner, task, dies }) => claim(owner, task, dies)));
  await sweeping;
  await sweepSeats(collection(), isHeld, muchLater);
  let leaked = 0;
  let over = 0;
  for (const owner of people) {
    for (const seat of await seatsOf(owner)) if (!(await isHeld(seat))) leaked++;
    if ((await jobs().countDocuments({ by: owner })) > limit) over++;
  }
  return { leaked, over };
}

test('when claims are killed between seat and claim, the sweep frees exactly those seats', async () => {
  expect(await faults(() => sweepSeats(collection(), isHeld, at))).toEqual({ leaked: 0, over: 0 });
});

/** Six claims of one person, three of them held up between seat and claim while a sweep passes. How many are held in the end. */
async function heldAfterPause(sweep: Sweep): Promise<number> {
  const owner = await anOwner();
  const claims = Array.from({ length: 2 * limit }, () => ({ task: anId(), opId: anId() }));
  await jobs().insertMany(claims.map(({ task }) => ({ _id: task })));
  for (const [i, { task, opId }] of claims.entries()) {
    if (i === limit) await sweep();
    const seated = takeSeat(place(owner), limit, { task, opId, at });
    await seated.catch(() => claims.splice(i));
  }
  for (const { task, opId } of claims) await jobs().updateOne({ _id: task }, { $set: { claimOp: opId, by: owner } });
  return jobs().countDocuments({ by: owner });
}

test('when a claim is slow, the sweep leaves its young seat alone', async () => {
  expect(await heldAfterPause(() => sweepSeats(collection(), isHeld, at))).toBe(limit);
});

/** PLANTED FAULT: a sweep that frees young seats too, whose claim is still on its way. */
test('control: a sweep without the age lets a person hold more than the limit', async () => {
  expect(await heldAfterPause(() => sweepSeats(collection(), isHeld, muchLater))).toBeGreaterThan(limit);
});

test('control: without a sweep the seats of the killed stay taken', async () => {
  const owner = await anOwner();
  for (let i = 0; i < limit; i++) await claim(owner, anId(), true);
  await expect(claim(owner, anId())).rejects.toMatchObject({ type: 'capacity-full' });
  await sweepSeats(collection(), isHeld, muchLater);
  await expect(takeSeat(place(owner), limit, { task: anId(), opId: anId(), at })).resolves.toBeUndefined();
});
