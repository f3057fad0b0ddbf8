import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { KindOfRecord } from '../../acting';
import { recordsIn, type Tracked } from '../../lifecycle';
import { heldByNobody, movableStates, relocate } from '../../routing';
import type { Holding, Lying } from './holding';

/** Work that goes along when its area ends. */
export interface KindOfWork extends KindOfRecord {
  /** It stays where it is until it ends: its number is painted on the ground there. */
  readonly stays?: true;
}

type Work = Tracked & Lying & { readonly detail?: Readonly<Record<string, unknown>> };

const asked = { area: 1, county: 1, kind: 1, state: 1, revision: 1, 'detail.grid': 1 } as const;

/** Open records of one kind that nobody holds. */
export function workHolding(connection: Connection, { collection, kind, machine }: KindOfWork): Holding<Work> {
  const records = connection.collection(collection);
  return {
    name: kind,
    find({ county, roots, after, limit }) {
      const states = movableStates(machine);
      const where = { county, scope: { $in: [...roots] }, kind, state: { $in: states }, ...heldByNobody };
      return recordsIn<Work>(records)
        .find({ ...where, _id: { $gt: after } } as object)
        .project<Work>(asked)
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
    },
    move(record, to, { now, passage }) {
      const grid = record.detail?.grid;
      const next = typeof grid === 'string' ? gridIn(to, passage.heirs.get(grid)) : undefined;
      return relocate({
        ...{ collection: records, machine, record, to, now },
        ...(next ? { set: { 'detail.grid': next } } : {}),
      });
    },
  };
}

/** Of the areas that come in a grid's place the one in which something lies now. */
function gridIn(to: AreaId, heirs: readonly AreaId[] = []): AreaId | undefined {
  return heirs.find((heir) => to === heir || to.startsWith(`${heir}-`)) ?? heirs[0];
}

/** How much of one kind lies where. */
export interface WorkCount {
  readonly area: string;
  readonly held: number;
  readonly free: number;
}

/** Open records of a kind by place, and how many of them somebody holds. */
export async function countWork(
  connection: Connection,
  { collection, kind, machine, stays }: KindOfWork,
  county: string,
  roots: readonly AreaId[],
): Promise<WorkCount[]> {
  const movable = stays ? [] : movableStates(machine);
  const isFree = {
    $and: [{ $in: ['$state', movable] }, { $eq: [{ $type: '$assignment.assignee' }, 'missing'] }],
  };
  const groups = await recordsIn<Work>(connection.collection(collection))
    .aggregate<{ _id: string; all: number; free: number }>([
      { $match: { county, scope: { $in: [...roots] }, kind, state: { $in: openStates(machine) } } },
      { $group: { _id: '$area', all: { $sum: 1 }, free: { $sum: { $cond: [isFree, 1, 0] } } } },
    ])
    .toArray();
  return groups.map(({ _id: area, all, free }) => ({ area, free, held: all - free }));
}
