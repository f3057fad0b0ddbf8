import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { Problem } from '../src/http/problem';
import { taskModel } from '../src/tasks';
import { claimBy } from './claims.bench';
import { county, fill, newId, openTask } from './sample';
import { type Comparison, median } from './side-by-side';
import { lessIsBetter, moreIsBetter } from './side-by-side-http';

const claimers = 64;
const each = 10;
/** The peer loses so many races that more of them would outlast the driver's patience; the rate is what counts. */
const eachOfPeer = 2;
const rounds = 5;
/** As many as the pool reads before it shows the most urgent. */
const candidates = 500;
const sort = { priority: 1, waitingSince: 1 } as const;

interface Turn {
  readonly perSecond: number;
  readonly retries: number;
}

/** Grids of a village of its own for every turn, so that no turn meets what another left. */
function gridsOf(turn: number, count: number): AreaId[] {
  const village = `1411221${String(10 + turn)}201`;
  return Array.from({ length: count }, (_, number) => areaId(`${village}-g${String(number + 1).padStart(2, '0')}`));
}

/** P3: 64 claimers in one grid, beside 64 grids, beside everybody taking the head of the sorted list. */
export async function contentionBench(connection: Connection): Promise<Comparison[]> {
  const turns = { oneGrid: [] as Turn[], spread: [] as Turn[], sortedHead: [] as Turn[] };
  let turn = 0;
  for (let round = -1; round < rounds; round++) {
    const one = await race(connection, gridsOf(turn++, 1), byCandidates(connection));
    const spread = await race(connection, gridsOf(turn++, claimers), byCandidates(connection));
    const head = await race(connection, gridsOf(turn++, 1), bySortedHead(connection), eachOfPeer);
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

async function race(connection: Connection, grids: readonly AreaId[], claim: Claim, times = each): Promise<Turn> {
  const gridOf = (number: number) => grids[number % grids.length] ?? areaId(county);
  // twice as many as are taken: the last ones must not be fought for because they are the last
  await fill(connection, claimers * each * 2, (number) => openTask(newId(), gridOf(number)));
  let retries = 0;
  const began = performance.now();
  const live = async (number: number) => {
    const take = claim(gridOf(number));
    for (let done = 0; done < times; done++) retries += await take();
  };
  await Promise.all(Array.from({ length: claimers }, (_, number) => live(number)));
  const count = claimers * times;
  return { perSecond: (count * 1000) / (performance.now() - began), retries: retries / count };
}

/** As the product does: candidates are read once, then claimed by their id, at random among them (handbook 6). */
function byCandidates(connection: Connection): Claim {
  const { collection } = taskModel(connection);
  const claim = claimBy(connection);
  return (grid) => {
    let known: string[] = [];
    return async () => {
      for (let lost = 0; ; lost++) {
        if (known.length === 0) {
          const open = collection.find({ county, kind: 'DELIVERY', scope: grid, state: 'TRIAGED' });
          const rows = await open.sort(sort).limit(candidates).project({ _id: 1 }).toArray();
          known = rows.map(({ _id }) => String(_id));
        }
        const [id] = known.splice(Math.floor(Math.random() * known.length), 1);
        if (id && (await taken(claim, id))) return lost;
      }
    };
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
