import { randomBytes } from 'node:crypto';
import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { makeId } from '@grid-relief/shared-types/primitives/ids';
import type { Connection } from 'mongoose';
import { act, type PersonActor } from '../src/lifecycle';
import { type Task, taskModel } from '../src/tasks';
import { type Comparison, sideBySide } from './side-by-side';

const county = '141122';
const grid = areaId('141122100201-g01');
const newId = () => makeId(county, Date.now(), Math.random);
const skills = ['handover'];

function openTask(): Record<string, unknown> {
  const now = new Date();
  return {
    _id: newId(),
    county,
    kind: 'DELIVERY',
    variant: 'GROCERY',
    state: 'TRIAGED',
    revision: 1,
    enteredBy: newId(),
    area: grid,
    scope: scopeOf(grid),
    household: newId(),
    needs: { skills, ppe: 1 },
    assignment: { excluded: [], rung: 0 },
    priority: 2,
    createdAt: now,
    waitingSince: now,
    detail: { lines: [] },
    history: [
      {
        action: 'triage',
        from: 'SUBMITTED',
        to: 'TRIAGED',
        by: 'SYSTEM',
        role: 'policy',
        occurredAt: now,
        recordedAt: now,
        opId: newId(),
        inputHash: 'x',
        revision: 1,
      },
    ],
    outbox: [],
  };
}

function volunteer(): PersonActor {
  return {
    personId: newId(),
    county,
    grants: [{ role: 'VOLUNTEER', area: areaId(county) }],
    ownHouseholds: [],
    proxyHouseholds: [],
    skills,
    ppe: 2,
  };
}

async function fill(connection: Connection, count: number): Promise<string[]> {
  const { collection } = taskModel(connection);
  const ids: string[] = [];
  for (let done = 0; done < count; done += 2_000) {
    const batch = Array.from({ length: Math.min(2_000, count - done) }, openTask);
    ids.push(...batch.map(({ _id }) => String(_id)));
    await collection.insertMany(batch as never[], { ordered: false }); // typed by the schema, not by the driver
  }
  return ids;
}

/** Runs an operation on ids from a list, some at once; each id is used once. */
function consume(ids: string[], together: number, run: (id: string) => Promise<unknown>) {
  return async (times: number): Promise<void> => {
    let left = times;
    const one = async () => {
      while (left-- > 0) {
        const id = ids.pop();
        if (!id) throw new Error('out of tasks');
        await run(id);
      }
    };
    await Promise.all(Array.from({ length: together }, one));
  };
}

const times = 300;
const together = 16;
const perSide = Math.ceil(times / 5) + times * 7;

function claimBy(connection: Connection) {
  const collection = taskModel(connection).collection;
  return (id: string) =>
    act<string, string, Task>({
      collection,
      machine: deliveryLifecycle,
      action: 'claim',
      id,
      actor: volunteer(),
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
      { _id: id as never, county, kind: 'DELIVERY', state: 'TRIAGED' },
      {
        $set: { state: 'ACCEPTED', 'assignment.assignee': opId },
        $inc: { revision: 1 },
        $push: { history: { action: 'claim', opId, at: now } as never },
      },
      { returnDocument: 'after' },
    );
  };
}

/** P1 (the engine's part) and P2: a claim beside the plain driver's write, and how its cost grows with what is open. */
export async function claimBench(connection: Connection, sizes: readonly number[]): Promise<Comparison[]> {
  const rows: Comparison[] = [];
  const ids = await fill(connection, perSide * 2);
  const engine = consume(ids, together, claimBy(connection));
  const bare = consume(ids, together, bareClaim(connection));
  rows.push(
    await sideBySide({
      goal: 'P1',
      what: 'claim through the engine',
      peer: "the plain driver's guarded write",
      passLine: '≥ 0.80 of its throughput',
      atLeast: 0.8,
      times,
      ours: engine,
      theirs: bare,
    }),
  );
  rows.push(...(await growth(connection, sizes)));
  return rows;
}

async function growth(connection: Connection, sizes: readonly number[]): Promise<Comparison[]> {
  const rows: Comparison[] = [];
  let smallest: number | undefined;
  for (const size of sizes) {
    const { collection } = taskModel(connection);
    const open = await collection.countDocuments({ county });
    const ids = await fill(connection, Math.max(size - open, perSide));
    const one = consume(ids.slice(-perSide), 1, claimBy(connection));
    const each = await sideBySide({
      goal: 'P2',
      what: '',
      peer: '',
      passLine: '',
      times: 100,
      rounds: 5,
      ours: one,
      theirs: () => {},
    });
    smallest ??= each.ours;
    rows.push({
      ...each,
      what: `claim among ${size.toLocaleString('en')} tasks`,
      peer: `among ${sizes[0]?.toLocaleString('en')}`,
      theirs: smallest,
      ratio: each.ours / smallest,
      passLine: '≤ 1.25',
      reached: each.ours / smallest <= 1.25,
    });
  }
  return rows;
}

/** A database of its own for one measurement. */
export const benchName = (): string => `bench-${randomBytes(4).toString('hex')}`;
