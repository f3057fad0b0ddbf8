import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { recordsIn } from '../lifecycle';
import { isDuplicate } from '../platform/database';
import { idSource } from '../platform/ids';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { type Holders, longestWriteMs, type Reservation, reserve, sweepReservations, unreserve } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface Wish {
  readonly _id: string;
  readonly household: string;
  readonly state: 'OPEN' | 'ENDED' | 'VOID';
}

const county = '141122';
const ids = idSource();
const anId = () => ids(county);
const start = new Date('2022-04-18T01:00:00Z');
const muchLater = new Date(start.getTime() + 2 * longestWriteMs);

const collection = () => database.connection.collection('reservations');
const wishes = () => recordsIn<Wish>(database.connection.collection('wishes'));

const holders = (household: string): Holders => ({
  async look(id) {
    const wish = await wishes().findOne({ _id: id });
    if (!wish) return 'absent';
    return wish.state === 'OPEN' ? 'open' : 'ended';
  },
  async insertVoid(id) {
    try {
      await wishes().insertOne({ _id: id, household, state: 'VOID' });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  },
});
const place = (household: string, holder: string) => ({
  collection: collection(),
  key: `${household}:wish`,
  county,
  holder,
});
const insert = (household: string, id: string) => wishes().insertOne({ _id: id, household, state: 'OPEN' });
const openOf = (household: string) => wishes().countDocuments({ household, state: 'OPEN' });
const householdOf = ({ _id }: Reservation) => _id.split(':')[0] ?? '';

type Sweep = (now: Date) => Promise<unknown>;
const sweep: Sweep = (now) => sweepReservations(collection(), (found) => holders(householdOf(found)), now);

/** PLANTED FAULT: frees the place of a record that is not there, without making sure that it never will be. */
const sweepWithoutFence: Sweep = async (now) => {
  const reservations = recordsIn<Reservation>(collection());
  for (const found of await reservations.find({ at: { $lt: new Date(now.getTime() - longestWriteMs) } }).toArray()) {
    if ((await holders('').look(found.holder)) !== 'open') await reservations.deleteOne({ _id: found._id });
  }
};

test('when a second record is wanted, it is refused with the id of the open one; a repeat of the first succeeds', async () => {
  const household = anId();
  const [first, second] = [anId(), anId()];
  await reserve(place(household, first), holders(household), start);
  await insert(household, first);
  await reserve(place(household, first), holders(household), start);
  const refused = reserve(place(household, second), holders(household), start);
  await expect(refused).rejects.toMatchObject({ type: 'already-open', extras: { open: first } });
});

test('when the record has ended and nobody released, the next submit takes the place over', async () => {
  const household = anId();
  const [first, second] = [anId(), anId()];
  await reserve(place(household, first), holders(household), start);
  await wishes().insertOne({ _id: first, household, state: 'ENDED' });
  await reserve(place(household, second), holders(household), start);
  // the late release of the first must not free the second's place
  await unreserve(place(household, first));
  await expect(reserve(place(household, anId()), holders(household), start)).rejects.toMatchObject({
    type: 'already-open',
  });
});

test('when 32 submits come at once, one gets the place', async () => {
  const household = anId();
  const submits = Array.from({ length: 32 }, async () => {
    const id = anId();
    await reserve(place(household, id), holders(household), start);
    await insert(household, id);
  });
  const answers = await Promise.allSettled(submits);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await openOf(household)).toBe(1);
});

/** Sixteen households whose first insert is so late that the sweep comes before it. */
async function doubleOpen(how: Sweep): Promise<number> {
  let double = 0;
  for (let i = 0; i < 16; i++) {
    const household = anId();
    const [slow, second] = [anId(), anId()];
    await reserve(place(household, slow), holders(household), start);
    await how(muchLater);
    await reserve(place(household, second), holders(household), muchLater);
    await insert(household, second);
    await insert(household, slow).catch(() => undefined);
    if ((await openOf(household)) > 1) double++;
  }
  return double;
}

test('when an insert is later than the sweep, the fence makes it fail', async () => {
  expect(await doubleOpen(sweep)).toBe(0);
});

test('control: without the fence households end with two open records', async () => {
  expect(await doubleOpen(sweepWithoutFence)).toBeGreaterThan(0);
});

test('a young reservation without a record is left alone', async () => {
  const household = anId();
  const id = anId();
  await reserve(place(household, id), holders(household), start);
  await sweep(new Date(start.getTime() + longestWriteMs / 2));
  await insert(household, id);
  expect(await openOf(household)).toBe(1);
});

/** One step of one client; each waits a drawn number of milliseconds, so that the steps interleave. */
const step = fc.record({
  what: fc.constantFrom('submit' as const, 'submitAndDie' as const, 'end' as const, 'sweep' as const),
  waits: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
});

test('when submits, ends, deaths and sweeps interleave, never are two open, and none is lost for good', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const household = anId();
      let most = 0;
      const run = async ({ what, waits: [first, second, third] }: (typeof steps)[number], at: number) => {
        const now = new Date(start.getTime() + at * longestWriteMs);
        await sleep(first);
        if (what === 'sweep') await sweep(now);
        else if (what === 'end') await endAny(household, second);
        else await submit(household, now, second, what === 'submitAndDie').catch(() => undefined);
        await sleep(third);
        most = Math.max(most, await openOf(household));
      };
      await Promise.all(steps.map(run));
      expect(most).toBeLessThanOrEqual(1);
      await endAny(household, 0);
      const late = new Date(start.getTime() + 100 * longestWriteMs);
      await sweep(late);
      await expect(reserve(place(household, anId()), holders(household), late)).resolves.toBeUndefined();
    }),
    { numRuns: 60 },
  );
}, 60_000);

async function submit(household: string, now: Date, pause: number, dies: boolean): Promise<void> {
  const id = anId();
  await reserve(place(household, id), holders(household), now);
  await sleep(pause);
  if (!dies) await insert(household, id);
}

async function endAny(household: string, pause: number): Promise<void> {
  const open = await wishes().findOne({ household, state: 'OPEN' });
  if (!open) return;
  await wishes().updateOne({ _id: open._id }, { $set: { state: 'ENDED' } });
  await sleep(pause);
  await unreserve(place(household, open._id));
}
