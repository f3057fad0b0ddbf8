import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import mongoose, { type Connection } from 'mongoose';
import type { OutboxEntry } from '../../outbox';
import { servedFilter } from '../../platform/database';
import type { ClearedHold, VolunteerRecord } from './volunteer';
import { volunteerModel } from './volunteer.model';

/** A hold to be ended, as the doctor has seen it. */
export interface HoldEnd {
  readonly county: string;
  readonly person: string;
  /** Where the doctor's word counts. */
  readonly areas: readonly AreaId[];
  readonly cleared: ClearedHold;
  readonly entries: readonly OutboxEntry[];
}

/** Somebody on hold, since when. */
export type HeldVolunteer = VolunteerRecord & { readonly sickAt: Date };

/** On hold at one time in a county. */
const readAtMost = 5_000;
/** Ended holds kept for repeats and for the person. */
const clearedKept = 20;

/** Who is on hold, and the ends of holds. */
export function healthHoldRepository(connection: Connection) {
  const model = volunteerModel(connection);
  return {
    /** Who is on hold in these areas. */
    async onHold(county: string, areas: readonly AreaId[]): Promise<HeldVolunteer[]> {
      const found = await model
        .find(
          servedFilter(model.collection.collectionName, {
            ...{ county, scope: { $in: [...areas] }, 'duty.on': false, healthHold: true },
          }),
        )
        .limit(readAtMost)
        .lean<VolunteerRecord[]>()
        .exec();
      return found.flatMap((volunteer) => (volunteer.sickAt ? [{ ...volunteer, sickAt: volunteer.sickAt }] : []));
    },

    /** Ends the hold that began at `cleared.since`. null: it is not there any more, or not the doctor's. */
    clearHold: ({ county, person, areas, cleared, entries }: HoldEnd): Promise<VolunteerRecord | null> =>
      model
        .findOneAndUpdate(
          {
            _id: person,
            county,
            scope: mongoose.trusted({ $in: [...areas] }),
            healthHold: true,
            sickAt: cleared.since,
          },
          {
            $set: { healthHold: false },
            $unset: { sickAt: 1, sickCause: 1, sickWords: 1, sickTenths: 1 },
            $push: {
              clearedHolds: { $each: [cleared], $slice: -clearedKept },
              outbox: { $each: [...entries] },
            },
            $min: { 'relay.due': cleared.at },
          },
          { returnDocument: 'after' },
        )
        .lean<VolunteerRecord>()
        .exec(),
  };
}
