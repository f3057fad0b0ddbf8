import type { PolicyMove } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { indexPlan } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import type { MoveRow } from './policy-move.record';

/** Whoever is named at one time: a page, or what a head answers for. */
const readAtMost = 1_000;

type Place = Pick<MoveRow, 'county' | 'change' | 'one'>;
type NewMove = Place & Pick<MoveRow, 'kind' | 'move'> & { readonly moved: NonNullable<MoveRow['shown']> };

export const policyMoveIndexes = [indexPlan('policyMoves', [{ key: { county: 1, change: 1, move: 1, _id: 1 } }])];

/** Reads and writes of whom a change moves. */
export function policyMoveRepository(connection: Connection) {
  const rows = () => recordsIn<MoveRow>(connection.collection('policyMoves'));

  async function keep(field: 'shown' | 'decided', moves: readonly NewMove[]): Promise<void> {
    if (moves.length === 0) return;
    const operations = moves.map(({ moved, move, ...place }) => {
      const { county, change, one, kind } = place;
      const filter = { _id: rowId(place), ...(field === 'decided' ? { decided: { $exists: false } } : {}) };
      const update = { $set: { [field]: moved, move }, $setOnInsert: { county, change, one, kind } };
      return { updateOne: { filter, update, upsert: true } };
    });
    // a field chosen by name is not one of the record's own for the driver's types
    await rows().bulkWrite(operations as never, { ordered: false });
  }

  return {
    show: (moves: readonly NewMove[]) => keep('shown', moves),
    /** What was decided first stays decided. */
    decide: (moves: readonly NewMove[]) => keep('decided', moves),
    async done(places: readonly Place[], doneAt: Date): Promise<void> {
      if (places.length === 0) return;
      const ids = places.map(rowId);
      await rows().updateMany({ _id: { $in: ids }, doneAt: { $exists: false } }, { $set: { doneAt } });
    },
    of: async (county: string, change: string, ones: readonly string[]): Promise<ReadonlyMap<string, MoveRow>> => {
      const ids = ones.map((one) => rowId({ county, change, one }));
      const found = await rows()
        .find({ _id: { $in: ids } })
        .toArray();
      return new Map(found.map((row) => [row.one, row]));
    },
    page: (county: string, change: string, move: PolicyMove, after: string | undefined, limit: number) =>
      rows()
        .find({ county, change, move, ...(after ? { _id: { $gt: after } } : {}) })
        .sort({ _id: 1 })
        .limit(Math.min(limit, readAtMost))
        .toArray(),
    /** How many have been dealt with, and how many of them kept an old end. */
    async counts(county: string, change: string): Promise<{ done: number; keptOldEnd: number }> {
      const done = { county, change, doneAt: { $exists: true } };
      const [all, kept] = await Promise.all([
        rows().countDocuments(done),
        rows().countDocuments({ ...done, move: 'lengthen', 'decided.kind': 'NEEDS_APPROVAL' }),
      ]);
      return { done: all, keptOldEnd: kept };
    },
  };
}
export type PolicyMoveRepository = ReturnType<typeof policyMoveRepository>;

function rowId({ county, change, one }: Place): string {
  return derivedId(county, change, 'move', one);
}
