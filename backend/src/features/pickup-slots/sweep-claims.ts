import type { Connection } from 'mongoose';
import { pickupClaims } from './pickup-claim.repository';
import { isOpenSlot } from './pickup-slot';
import { pickupSlotRepository } from './pickup-slot.repository';

/** Longer than any write between taking a number and saying that a bag stands there. */
const longestWriteMs = 10 * 60_000;
const dayMs = 24 * 60 * 60_000;

/**
 * Frees what a crash left behind: turns that are over, which nobody can take any more, and numbers whose slot has ended
 * or stands elsewhere. A turn to come is not touched: the act it was taken for may still be on its way.
 * @returns how many were freed
 */
export async function sweepPickupClaims(connection: Connection, now: Date): Promise<number> {
  const claims = pickupClaims(connection);
  let freed = await claims.giveTurnsBefore(new Date(now.getTime() - dayMs));
  for await (const { _id, county, slot: id, opId, number } of claims.numbersBefore(
    new Date(now.getTime() - longestWriteMs),
  )) {
    const slot = await pickupSlotRepository(connection).byId(county, id);
    if (slot && isOpenSlot(slot) && slot.detail.number === number) continue;
    freed += await claims.give(_id, { slot: id, opId });
  }
  return freed;
}
