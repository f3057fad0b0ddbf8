import { Problem } from '../../http/problem';
import { type Fields, isSystem } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { placeFor } from './choose-turn';
import { numberKey, pickupClaims } from './pickup-claim.repository';
import { freeNumber } from './pickup-times.rules';
import { give } from './slot-entries';
import type { SlotAttempt } from './slot-verb';

/** What standing on a number changes. */
export interface OnNumber {
  readonly number?: number;
  readonly claimed?: string;
  readonly set: Fields;
  readonly emit: readonly NewEntry[];
}

/** The numbered place that was named, if no other bag stands on it. What a carrier reported afterwards is taken as it is. */
export async function onNumber({ deps, slot, actor, opId, now, body }: SlotAttempt): Promise<OnNumber> {
  const { number } = body;
  const { placeArea, number: old, numberOp } = slot.detail;
  if (number === undefined || number === old) return { ...(old ? { number: old } : {}), set: {}, emit: [] };
  const claims = pickupClaims(deps.connection);
  const { numbers } = placeFor(deps, slot);
  const who = { county: slot.county, area: placeArea, slot: slot._id, opId };
  if (!isSystem(actor) && number > numbers) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/number', detail: 'too-large' }] });
  }
  const taken = await claims.takeNumber(who, number, now);
  if (!taken && !isSystem(actor)) {
    const free = freeNumber(numbers, await claims.numbersTaken(slot.county, placeArea));
    throw new Problem('capacity-full', undefined, { next: 'otherNumber', ...(free ? { freeNumber: free } : {}) });
  }
  const claimed = numberKey(placeArea, number);
  return {
    number,
    ...(taken ? { claimed } : {}),
    set: { 'detail.number': number, ...(taken ? { 'detail.numberOp': opId } : {}) },
    emit: old && numberOp ? [give(numberKey(placeArea, old), numberOp)] : [],
  };
}
