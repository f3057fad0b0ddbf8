import { Problem } from '../http/problem';
import { type NativeCollection, type Records, recordsIn, untilKnown } from '../lifecycle';
import { longestWriteMs } from './one-at-a-time';

/** One place of a person, bed or vehicle, taken for a task by an operation. */
export interface Seat {
  readonly task: string;
  readonly opId: string;
  readonly at: Date;
}

interface SeatOwner {
  readonly _id: string;
  readonly revision?: number;
  readonly county: string;
  readonly seats?: readonly Seat[];
}

/** Whose seats: a document with a `seats` list. */
export interface SeatPlace {
  readonly collection: NativeCollection;
  readonly owner: string;
  readonly county: string;
  /**
   * Of an owner that is a record itself: as it was read. Only then is the seat taken, and taking it counts as a change,
   * so that nobody changes the owner by what was true before.
   */
  readonly revision?: number;
}

/**
 * Takes a seat before the claim. A repeat of the same operation keeps the one it has.
 * @param limit how many seats there are, about 50 at most
 * @throws Problem capacity-full, also for an owner that has changed since it was read; already-open when the task has a seat here under another operation; not-found
 */
export async function takeSeat(place: SeatPlace, limit: number, seat: Seat): Promise<void> {
  const { owner: _id, county, revision } = place;
  const owners = ownersIn(place.collection);
  const isFree = { [`seats.${limit - 1}`]: { $exists: false }, 'seats.task': { $ne: seat.task } };
  const taken = await untilKnown(async () => {
    const asRead = revision === undefined ? {} : { revision };
    const counted = revision === undefined ? {} : { $inc: { revision: 1 } };
    const { matchedCount } = await owners.updateOne(
      { _id, county, ...isFree, ...asRead },
      { $push: { seats: { ...seat } }, ...counted },
    );
    return matchedCount > 0 ? undefined : ((await owners.findOne({ _id, county })) ?? 'nobody');
  });
  if (taken === undefined) return;
  if (taken === 'nobody') throw new Problem('not-found');
  const present = taken.seats?.find(({ task }) => task === seat.task);
  if (present?.opId === seat.opId) return;
  if (present) throw new Problem('already-open', undefined, { open: seat.task, next: 'open' });
  throw new Problem('capacity-full', undefined, { limit, next: 'finish' });
}

/** Gives a seat back: the claim was lost, or the task has ended. Safe to repeat. */
export async function leaveSeat({ collection, owner: _id, county }: SeatPlace, opId: string): Promise<void> {
  await untilKnown(() => ownersIn(collection).updateOne({ _id, county }, { $pull: { seats: { opId } } }));
}

/**
 * Frees seats whose task is not held under their operation. Only old ones: between the seat and the claim a younger
 * one looks just the same. Counts nothing and resets nothing.
 * @returns how many were freed
 */
export async function sweepSeats(
  collection: NativeCollection,
  isHeld: (seat: Seat) => Promise<boolean>,
  now: Date,
): Promise<number> {
  const owners = ownersIn(collection);
  const longAgo = new Date(now.getTime() - longestWriteMs);
  let freed = 0;
  for await (const { _id, county, seats = [] } of owners.find({ 'seats.at': { $lt: longAgo } })) {
    for (const seat of seats.filter(({ at }) => at < longAgo)) {
      if (await isHeld(seat)) continue;
      await leaveSeat({ collection, owner: _id, county }, seat.opId);
      freed++;
    }
  }
  return freed;
}

function ownersIn(collection: NativeCollection): Records<SeatOwner> {
  return recordsIn<SeatOwner>(collection);
}
