import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { indexPlan } from '../../platform/database';
import { derivedId } from '../../platform/ids';

/** One thing that a change has brought elsewhere, with the very place where it lay before. */
export interface MoveRow {
  readonly _id: string;
  readonly county: string;
  readonly change: string;
  /** Which sort of thing, as its holding is called. */
  readonly what: string;
  readonly one: string;
  readonly from: string;
  readonly to: string;
  readonly doneAt?: Date;
}

type Place = Pick<MoveRow, 'county' | 'change' | 'what'>;

export const areaMoveCollection = 'areaMoves';
export const areaMoveIndexes = indexPlan(areaMoveCollection, [{ key: { county: 1, change: 1, what: 1, doneAt: 1 } }]);

/** Reads and writes of what a change has brought where. */
export function areaMoveRepository(connection: Connection) {
  const rows = () => recordsIn<MoveRow>(connection.collection(areaMoveCollection));
  return {
    /** Written before anything is moved; what was meant first stays. */
    async meant(place: Place, moves: readonly Pick<MoveRow, 'one' | 'from' | 'to'>[]): Promise<void> {
      if (moves.length === 0) return;
      const operations = moves.map(({ one, from, to }) => ({
        updateOne: {
          filter: { _id: rowId(place, one) },
          update: { $setOnInsert: { ...place, one, from, to } },
          upsert: true,
        },
      }));
      await rows().bulkWrite(operations, { ordered: false });
    },
    async done(place: Place, one: string, doneAt: Date): Promise<void> {
      await rows().updateOne({ _id: rowId(place, one), doneAt: { $exists: false } }, { $set: { doneAt } });
    },
    async of(place: Place, ones: readonly string[]): Promise<ReadonlyMap<string, MoveRow>> {
      const ids = ones.map((one) => rowId(place, one));
      const found = await rows()
        .find({ _id: { $in: ids } })
        .toArray();
      return new Map(found.map((row) => [row.one, row]));
    },
    /** How many of each sort have been brought on by now. */
    async counts(county: string, change: string): Promise<ReadonlyMap<string, number>> {
      const groups = await rows()
        .aggregate<{ _id: string; done: number }>([
          { $match: { county, change, doneAt: { $exists: true } } },
          { $group: { _id: '$what', done: { $sum: 1 } } },
        ])
        .toArray();
      return new Map(groups.map(({ _id, done }) => [_id, done]));
    },
  };
}

function rowId({ county, change, what }: Place, one: string): string {
  return derivedId(county, change, 'moved', what, one);
}
