import type { Connection } from 'mongoose';
import { servedFilter, withIds } from '../../platform/database';
import { volunteerModel } from './volunteer.model';

/** A shift, and the instant at which it is looked who has begun. */
export interface ShiftToBegin {
  readonly from: Date;
  readonly to: Date;
  readonly at: Date;
}

/** Puts people on duty for a shift. Whoever is on duty at that instant, or on hold, stays as they are. */
export async function beginShift(
  connection: Connection,
  county: string,
  people: readonly string[],
  { from, to, at }: ShiftToBegin,
): Promise<void> {
  if (people.length === 0) return;
  const isFree = [{ 'duty.on': { $ne: true } }, { 'duty.until': { $lte: at } }];
  const model = volunteerModel(connection);
  await model.updateMany(
    servedFilter(model.collection.collectionName, {
      ...withIds(county, people),
      healthHold: { $ne: true },
      $or: isFree,
    }),
    { $set: { duty: { on: true, since: from, until: to } } },
  );
}
