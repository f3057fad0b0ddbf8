import { indexPlan } from '../../platform/database';

/**
 * What only one slot can have: a turn at a place, or a numbered place. The `_id` says what it is, so that the database
 * itself lets no second one in.
 */
export interface PickupClaim {
  readonly _id: string;
  readonly county: string;
  readonly area: string;
  readonly what: 'TURN' | 'NUMBER';
  /** Beginning of the turn; of a number, when it was taken. */
  readonly at: Date;
  readonly number?: number;
  readonly slot: string;
  /** The operation that took it: only what that one did depends on it. */
  readonly opId: string;
}

export const pickupClaimCollection = 'pickupClaims';

export const pickupClaimIndexes = indexPlan(pickupClaimCollection, [
  { key: { county: 1, area: 1, what: 1, at: 1 } },
  { key: { county: 1, slot: 1 } },
]);
