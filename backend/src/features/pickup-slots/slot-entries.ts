import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import type { PickupSlot } from './pickup-slot';
import { pickupPolicy } from './pickup-times.rules';

/** The delivery comes along with its slot. */
export const moved: NewEntry = { kind: 'pickupMoved' };

/** What is not needed any more is given back: one claim of an operation, or, without a key, all of an ended slot. */
export function give(key?: string, opId?: string): NewEntry {
  return { kind: 'pickupGive', payload: { ...(key ? { key } : {}), ...(opId ? { opId } : {}) } };
}

/** To the household, about its request: bag code, place, numbered place and time. */
export function told({ household, detail }: Pick<PickupSlot, 'household' | 'detail'>, code: NoticeCode): NewEntry {
  const { delivery: record, code: bag, place, number, from, askedAt: since } = detail;
  const values = { code: bag, place, at: from.toISOString(), ...(number ? { number } : {}) };
  return notice({ household }, code, values, { record, since, urgent: code !== 'PICKUP_TIME' });
}

/** Nobody came: once the household hears of it; the second time the bag goes to the door, and that is what it hears. */
export function missed(slot: PickupSlot, last: boolean): NewEntry[] {
  return last ? [moved] : [told(slot, 'PICKUP_MISSED')];
}

/** When the household is reminded. */
export function remindAt(from: Date): Date {
  return addMinutes(from, -pickupPolicy.remindMinutes);
}

/** A bag that already stands there is called again when its household's new time comes near. */
export function callAgain(from: Date, now: Date): NewEntry {
  const due = remindAt(from) > now ? remindAt(from) : now;
  return { kind: 'fire', payload: { action: 'call' }, due, while: { states: ['RESERVED'] } };
}

/** A turn that has begun without its bag is put off. */
export function postponeAt(from: Date): NewEntry {
  return { kind: 'fire', payload: { action: 'postpone' }, due: from, while: { states: ['RESERVED'] } };
}
