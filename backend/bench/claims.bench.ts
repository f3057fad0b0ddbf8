import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { act, type PersonActor } from '../src/lifecycle';
import { type Task, taskModel } from '../src/tasks';
import { county, fill, newId } from './sample';
import { type Comparison, median, sideBySide } from './side-by-side';
import { lessIsBetter } from './side-by-side-http';

const times = 300;
const together = 16;
const perSide = Math.ceil(times / 5) + times * 7;

/** Somebody who may take anything of the county. */
export function claimer(): PersonActor {
  return {
    personId: newId(),
    county,
    grants: [{ role: 'VOLUNTEER', area: areaId(county) }],
    ownHouseholds: [],
    proxyHouseholds: [],
    skills: [],
    ppe: 2,
  };
}

/** A claim by the lifecycle engine alone, without the seat and without HTTP. */
export function claimBy(connection: Connection): (id: string) => Promise<unknown> {
  const collection = taskModel(connection).collection;
  return (id) =>
    act<string, string, Task>({
      collection,
      machine: deliveryLifecycle,
      action: 'claim',
      id,
      actor: claimer(),
      opId: newId(),
      now: new Date(),
      kind: 'DELIVERY',
      visible: () => true,
    });
}

/** The peer: the same guarded write by the plain driver, with one history entry and nothing else. */
function bareClaim(connection: Connection) {
  const collection = taskModel(connection).collection;
  return (id: string) => {
    const opId = newId();
    const now = new Date();
    return collection.findOneAndUpdate(
      { _id: id as never, county, kind: 'DELIVERY', state: 'TRIAGED' }, // our ids are strings
      {
        $set: { state: 'ACCEPTED', 'assignment.assignee': opId },
        $inc: { revision: 1 },
        $push: { history: { action: 'claim', opId, at: now } as never },
      },
      { returnDocument: 'after' },
    );
  };
}

/** Runs an operation on ids from a list, some at once; each id is used once. */
function consume(ids: string[], atOnce: number, run: (id: string) => Promise<unknown>) {
  return async (count: number): Promise<void> => {
    let left = count;
    const one = async () => {
      while (left-- > 0) {
        const id = ids.pop();
        if (!id) throw new Error('out of tasks');
        await run(id);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
  };
}

/** P1, the engine's part: its one conditional write beside the plain driver's. */
export async function engineBench(connection: Connection): Promise<Comparison[]> {
  const ids = await fill(connection, perSide * 2);
  const sides = {
    goal: 'P1',
    what: 'a claim by the engine alone',
    peer: "the plain driver's guarded write",
    passLine: '≥ 0.80 of its throughput',
    atLeast: 0.8,
    times,
    ours: consume(ids, together, claimBy(connection)),
    theirs: consume(ids, together, bareClaim(connection)),
  };
  return [await sideBySide(sides)];
}

const growthRounds = 7;
const claimsOfRound = 100;

/**
 * P2: how the cost of a claim grows with what is open. One collection for each size, claimed from in turn.
 * @param connect opens a database of its own for a size
 */
export async function growthBench(
  sizes: readonly number[],
  connect: (size: number) => Promise<Connection>,
): Promise<Comparison[]> {
  const claimed = growthRounds * claimsOfRound + claimsOfRound;
  const sides = [];
  for (const size of sizes) {
    const connection = await connect(size);
    const ids = await fill(connection, size);
    // from all over the collection, not from its end
    const chosen = ids.filter((_, at) => at % Math.floor(size / claimed) === 0);
    sides.push({ size, run: consume(chosen, 1, claimBy(connection)), each: [] as number[] });
  }
  for (const { run } of sides) await run(claimsOfRound / 2);
  for (let round = 0; round < growthRounds; round++) {
    for (const { run, each } of sides) {
      const began = performance.now();
      await run(claimsOfRound);
      each.push(((performance.now() - began) * 1000) / claimsOfRound);
    }
  }
  const [smallest, ...larger] = sides;
  const name = (size = 0) => `${size.toLocaleString('en')} tasks`;
  return larger.map(({ size, each }) =>
    lessIsBetter(
      { goal: 'P2', what: `a claim among ${name(size)}`, peer: `among ${name(smallest?.size)}` },
      median(each),
      median(smallest?.each ?? []),
      1.25,
    ),
  );
}
