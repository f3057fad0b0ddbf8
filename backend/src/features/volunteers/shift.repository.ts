import type { Connection } from 'mongoose';
import { withIds } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
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
  await volunteerModel(connection).updateMany(
    trustedFilter({ ...withIds(county, people), healthHold: { $ne: true }, $or: isFree }),
    { $set: { duty: { on: true, since: from, until: to } } },
  );
}
