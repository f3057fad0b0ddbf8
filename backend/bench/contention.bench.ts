import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { Problem } from '../src/http/problem';
import { taskModel } from '../src/tasks';
import { claimBy } from './claims.bench';
import { county, fill, newId, openTask } from './sample';
import { type Comparison, median } from './side-by-side';
import { lessIsBetter, moreIsBetter } from './side-by-side-http';

const claimers = 64;
/** Claims of each; whoever has taken something looks again before taking the next. */
const each = 2;
/** Open in every grid, in one as in 64 of them: a list costs what it matches, and only the crowd is to differ. */
const open = 256;
const rounds = 5;
/** As many as the pool reads before it shows the most urgent. */
const candidates = 500;
const sort = { priority: 1, waitingSince: 1 } as const;

interface Turn {
  readonly perSecond: number;
  readonly retries: number;
}

/** Grids of a village of its own. */
function gridsOf(village: number, count: number): AreaId[] {
  return Array.from({ length: count }, (_, number) =>
    areaId(`1411221${String(10 + village)}201-g${String(number + 1).padStart(2, '0')}`),
  );
}

/** Open tasks in these grids, as many in each. */
async function stocked(connection: Connection, grids: readonly AreaId[]): Promise<readonly AreaId[]> {
  await fill(connection, open * grids.length, (number) =>
    openTask(newId(), grids[number % grids.length] ?? areaId(county)),
  );
  return grids;
}

/** P3: 64 claimers in one grid, beside 64 grids, beside everybody taking the head of the sorted list. */
export async function contentionBench(connection: Connection): Promise<Comparison[]> {
  const turns = { oneGrid: [] as Turn[], spread: [] as Turn[], sortedHead: [] as Turn[] };
  let village = 0;
  // a few are taken from each in every round
  const many = await stocked(connection, gridsOf(village++, claimers));
  for (let round = -1; round < rounds; round++) {
    const one = await race(await stocked(connection, gridsOf(village++, 1)), byCandidates(connection));
    const spread = await race(many, byCandidates(connection));
    const head = await race(await stocked(connection, gridsOf(village++, 1)), bySortedHead(connection));
    // the first round warms everything up
    if (round < 0) continue;
    turns.oneGrid.push(one);
    turns.spread.push(spread);
    turns.sortedHead.push(head);
  }
  const speed = (all: readonly Turn[]) => median(all.map(({ perSecond }) => perSecond));
  const what = `${claimers} claimers in one grid`;
  const retries = median(turns.oneGrid.map((one) => one.retries));
  return [
    moreIsBetter(
      { goal: 'P3', what, peer: `spread over ${claimers} grids` },
      speed(turns.oneGrid),
      speed(turns.spread),
      0.7,
    ),
    moreIsBetter(
      { goal: 'P3', what, peer: 'all take the sorted head' },
      speed(turns.oneGrid),
      speed(turns.sortedHead),
      3,
    ),
    { ...lessIsBetter({ goal: 'P3', what: 'lost races for one claim', peer: 'none' }, retries, 1, 0.2, ''), theirs: 0 },
  ];
}

/** One claimer's next claim in a grid; answers how many races it lost on the way. */
type Claim = (grid: AreaId) => () => Promise<number>;

async function race(grids: readonly AreaId[], claim: Claim): Promise<Turn> {
  let retries = 0;
  const began = performance.now();
  const live = async (number: number) => {
    const take = claim(grids[number % grids.length] ?? areaId(county));
    for (let done = 0; done < each; done++) retries += await take();
  };
  await Promise.all(Array.from({ length: claimers }, (_, number) => live(number)));
  const count = claimers * each;
  return { perSecond: (count * 1000) / (performance.now() - began), retries: retries / count };
}

/** As the product does: what is open is read, then one of it claimed by its id, at random (handbook 6); who loses tries another. */
function byCandidates(connection: Connection): Claim {
  const { collection } = taskModel(connection);
  const claim = claimBy(connection);
  return (grid) => async () => {
    const found = collection.find({ county, kind: 'DELIVERY', scope: grid, state: 'TRIAGED' });
    const known = await found.sort(sort).limit(candidates).project({ _id: 1 }).toArray();
    for (let lost = 0; ; lost++) {
      const [one] = known.splice(Math.floor(Math.random() * known.length), 1);
      if (!one) throw new Error('nothing is open');
      if (await taken(claim, String(one._id))) return lost;
    }
  };
}

async function taken(claim: (id: string) => Promise<unknown>, id: string): Promise<boolean> {
  try {
    await claim(id);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** The peer: find and modify in sorted order, as many job queues do. */
function bySortedHead(connection: Connection): Claim {
  const { collection } = taskModel(connection);
  return (grid) => async () => {
    const opId = newId();
    await collection.findOneAndUpdate(
      { county, kind: 'DELIVERY', scope: grid, state: 'TRIAGED' },
      {
        $set: { state: 'ACCEPTED', 'assignment.assignee': opId },
        $inc: { revision: 1 },
        $push: { history: { action: 'claim', opId, at: new Date() } as never }, // typed by the schema, not by the driver
      },
      { sort, returnDocument: 'after' },
    );
    return 0;
  };
}
