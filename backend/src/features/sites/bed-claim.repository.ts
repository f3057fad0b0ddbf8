import type { Connection } from 'mongoose';
import { recordsIn, untilKnown } from '../../lifecycle';
import { isDuplicate } from '../../platform/database';
import { derivedId } from '../../platform/ids';

export const bedClaimCollection = 'bedClaims';

/**
 * Which room somebody on the way is promised. The `_id` says for whom, so that whoever asks at the same time for the same
 * one goes to the same room; that the room is theirs, only the room itself says. It outlives the keeping: who comes late
 * is still known.
 */
export interface BedClaim {
  readonly _id: string;
  readonly county: string;
  /** The traveller. */
  readonly about?: string;
  readonly site: string;
  readonly room: string;
  readonly at: Date;
}

type Pointed = Pick<BedClaim, 'about' | 'site' | 'room' | 'at'>;

export const claimId = (county: string, heldFor: string): string => derivedId(county, heldFor, 'bed');

/** Promises of beds. */
export function bedClaims(connection: Connection) {
  const claims = () => recordsIn<BedClaim>(connection.collection(bedClaimCollection));
  return {
    of: (county: string, heldFor: string) => claims().findOne({ _id: claimId(county, heldFor), county }),
    /** Promises a room, in the place of the one that was read; a promise that has changed meanwhile stays as it is. */
    point: (county: string, heldFor: string, before: BedClaim | null, to: Pointed): Promise<void> =>
      untilKnown(async () => {
        const _id = claimId(county, heldFor);
        if (before) {
          await claims().updateOne({ _id, county, room: before.room, site: before.site }, { $set: to });
          return;
        }
        try {
          await claims().insertOne({ _id, county, ...to });
        } catch (error) {
          if (!isDuplicate(error)) throw error;
        }
      }),
    /** Forgets those of every county that were last pointed before an instant. */
    async forgetBefore(at: Date): Promise<void> {
      await claims().deleteMany({ at: { $lt: at } });
    },
  };
}
