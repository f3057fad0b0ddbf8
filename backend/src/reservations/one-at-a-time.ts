import { Problem } from '../http/problem';
import { type NativeCollection, type Records, recordsIn, untilKnown } from '../lifecycle';
import { isDuplicate } from '../platform/database';

/** What may be there only once while it lasts: `_id` says what (e.g. household:kind), `holder` which record has it. */
export interface Reservation {
  readonly _id: string;
  readonly county: string;
  /** The client-made id of the record it was made for, before that record existed. */
  readonly holder: string;
  readonly at: Date;
}

/** How the record of a reservation stands. A VOID record has ended. */
export type HolderState = 'open' | 'ended' | 'absent';

/** What a reservation needs to know about the records it is made for. */
export interface Holders {
  look(id: string): Promise<HolderState>;
  /**
   * Inserts a VOID record under this very id, so that a late insert of the real one fails.
   * @returns false when a record was there already
   */
  insertVoid(id: string): Promise<boolean>;
}

/** Longer than any write between reserving and inserting can be under way. Milliseconds. */
export const longestWriteMs = 60_000;
const tries = 5;

interface Place {
  readonly collection: NativeCollection;
  readonly key: string;
  readonly county: string;
  readonly holder: string;
}

/**
 * Reserves before the record is inserted; a repeat for the same record succeeds. A reservation whose record has ended
 * is taken over.
 * @throws Problem already-open with the id of the record that has it
 */
export async function reserve(place: Place, holders: Holders, now: Date): Promise<void> {
  const reservations = reservationsIn(place.collection);
  const wanted: Reservation = { _id: place.key, county: place.county, holder: place.holder, at: now };
  for (let attempt = 0; attempt < tries; attempt++) {
    const present = await untilKnown(() => insertOrRead(reservations, wanted));
    if (present.holder === place.holder) return;
    if (!(await removeIfOver(reservations, present, holders, now))) {
      throw new Problem('already-open', undefined, { open: present.holder, next: 'open' });
    }
  }
  throw new Problem('already-open', undefined, { next: 'refresh' });
}

/** Ends a reservation, if it still is this record's. Safe to repeat. */
export async function unreserve({ collection, key, county, holder }: Place): Promise<void> {
  await untilKnown(() => reservationsIn(collection).deleteOne({ _id: key, county, holder }));
}

/** Gives a reservation to another record of the same thing. @returns false when this record has it no more */
export async function passOn({ collection, key, county, holder }: Place, to: string, now: Date): Promise<boolean> {
  const filter = { _id: key, county, holder };
  const { matchedCount } = await untilKnown(() =>
    reservationsIn(collection).updateOne(filter, { $set: { holder: to, at: now } }),
  );
  return matchedCount > 0;
}

/**
 * Frees what a crash or a lost release left behind: first the fence, then the place.
 * @returns how many were freed
 */
export async function sweepReservations(
  collection: NativeCollection,
  holdersOf: (reservation: Reservation) => Holders,
  now: Date,
): Promise<number> {
  const reservations = reservationsIn(collection);
  let freed = 0;
  for await (const reservation of reservations.find({ at: { $lt: longAgo(now) } })) {
    if (await removeIfOver(reservations, reservation, holdersOf(reservation), now)) freed++;
  }
  return freed;
}

async function insertOrRead(reservations: Records<Reservation>, wanted: Reservation): Promise<Reservation> {
  try {
    await reservations.insertOne(wanted);
    return wanted;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  // gone between the two: as good as another's whose record has ended; the next try inserts
  return (await reservations.findOne({ _id: wanted._id })) ?? { ...wanted, holder: '' };
}

/** @returns true when the place is free to be asked for again */
async function removeIfOver(
  reservations: Records<Reservation>,
  { _id, county, holder, at }: Reservation,
  holders: Holders,
  now: Date,
): Promise<boolean> {
  if (holder === '') return true;
  let state = await holders.look(holder);
  // no record: its insert may still be under way, and must fail before anybody else gets the place
  if (state === 'absent' && at < longAgo(now)) {
    state = (await holders.insertVoid(holder)) ? 'ended' : await holders.look(holder);
  }
  if (state !== 'ended') return false;
  await untilKnown(() => reservations.deleteOne({ _id, county, holder }));
  return true;
}

function reservationsIn(collection: NativeCollection): Records<Reservation> {
  return recordsIn<Reservation>(collection);
}

function longAgo(now: Date): Date {
  return new Date(now.getTime() - longestWriteMs);
}
