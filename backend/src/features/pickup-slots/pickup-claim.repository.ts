import type { Connection } from 'mongoose';
import { recordsIn, untilKnown } from '../../lifecycle';
import { isDuplicate } from '../../platform/database';
import { type PickupClaim, pickupClaimCollection } from './pickup-claim.model';

/** Whose claim it is: of a slot, under the operation that wants it. */
export interface Claimer {
  readonly county: string;
  readonly area: string;
  readonly slot: string;
  readonly opId: string;
}

/** The key of a turn: one household at a place and time, whoever asks. */
export const turnKey = (area: string, from: Date): string => `${area}@${from.toISOString()}`;
/** The key of a numbered place: one bag. */
export const numberKey = (area: string, number: number): string => `${area}#${number}`;

/** Turns and numbered places that are taken; the `_id` is the lock (handbook: architecture 4). */
export function pickupClaims(connection: Connection) {
  const claims = () => recordsIn<PickupClaim>(connection.collection(pickupClaimCollection));
  const take = (claim: PickupClaim): Promise<boolean> =>
    untilKnown(async () => {
      try {
        await claims().insertOne(claim);
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
      // its own, from another attempt of the same operation; another one's may still be on its way, and is not shared
      const { _id, slot, opId } = claim;
      return (await claims().findOne({ _id, slot, opId })) !== null;
    });
  return {
    /** @returns false when another slot, or another operation of this one, has it */
    takeTurn: ({ area, ...who }: Claimer, from: Date) =>
      take({ _id: turnKey(area, from), area, ...who, what: 'TURN', at: from }),
    /** @returns false when another bag stands there */
    takeNumber: ({ area, ...who }: Claimer, number: number, at: Date) =>
      take({ _id: numberKey(area, number), area, ...who, what: 'NUMBER', at, number }),
    /** Gives back what this operation took. Safe to repeat. @returns how many, none when it is gone already */
    async give(_id: string, { slot, opId }: Pick<Claimer, 'slot' | 'opId'>): Promise<number> {
      const { deletedCount } = await untilKnown(() => claims().deleteOne({ _id, slot, opId }));
      return deletedCount;
    },
    /** Gives back whatever an ended slot had. Safe to repeat. */
    async giveAll(county: string, slot: string): Promise<void> {
      await untilKnown(() => claims().deleteMany({ county, slot }));
    },
    /** Gives back turns that began before an instant, of every county. @returns how many */
    async giveTurnsBefore(at: Date): Promise<number> {
      return (await claims().deleteMany({ what: 'TURN', at: { $lt: at } })).deletedCount;
    },
    /** Numbers taken before an instant, of every county, one by one. */
    numbersBefore: (at: Date): AsyncIterable<PickupClaim> => claims().find({ what: 'NUMBER', at: { $lt: at } }),
    async turnsTaken(county: string, area: string, from: Date, to: Date): Promise<ReadonlySet<number>> {
      const found = await claims()
        .find({ county, area, what: 'TURN', at: { $gte: from, $lt: to } })
        .toArray();
      return new Set(found.map(({ at }) => at.getTime()));
    },
    async numbersTaken(county: string, area: string): Promise<ReadonlySet<number>> {
      const found = await claims().find({ county, area, what: 'NUMBER' }).toArray();
      return new Set(found.flatMap(({ number }) => number ?? []));
    },
  };
}
