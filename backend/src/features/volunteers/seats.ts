import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { Connection } from 'mongoose';
import { Problem } from '../../http/problem';
import { type ActResult, recordsIn } from '../../lifecycle';
import type { Task } from '../../tasks';
import type { VolunteerRecord } from './volunteer';
import { isOnDuty } from './volunteer.rules';

/** Who takes what, by which operation. */
export interface SeatClaim {
  readonly county: string;
  readonly person: string;
  readonly task: string;
  readonly opId: string;
}

/** A place that was found for a claim. */
export interface TakenPlace {
  /** Taken just now, rather than by the same operation before. */
  readonly isNew: boolean;
  /** What decides which work this person may take, as it stands at this moment. */
  readonly traits: PlaceTraits;
}

export type PlaceTraits = Pick<VolunteerRecord, 'skills' | 'ppe' | 'loop' | 'relatives' | 'stats'>;

const traitFields = { skills: 1, ppe: 1, loop: 1, relatives: 1, stats: 1 } as const;

/** What became of the task whose seat is freed. Absent: it was given back, or never taken. */
export interface SeatEnd {
  readonly done: boolean;
  readonly onTime: boolean;
}

/** The act may have taken the task, or its twin has: the place may be in use, and is left to the sweep. */
const mayHoldSeat: ReadonlySet<string> = new Set(['outcome-unknown', 'op-id-reused']);

/**
 * The places of volunteers: reserve, act, release (handbook 4). A place is taken only by somebody on duty, only while
 * one is free, and at most once for a task.
 */
export function volunteerSeats(connection: Connection) {
  const people = () => recordsIn<VolunteerRecord>(connection.collection('volunteers'));
  const tasks = () => recordsIn<Task>(connection.collection('tasks'));
  return {
    /**
     * Takes a place; a repeat of the same operation finds its own.
     * @throws Problem capacity-full, not-allowed (off duty, on health hold, in a chain of contacts), changed-meanwhile
     * (has one for this task)
     */
    async reserve({ county, person, task, opId }: SeatClaim, now: Date): Promise<TakenPlace> {
      const free = {
        _id: person,
        county,
        healthHold: false,
        contactChain: { $ne: true },
        'duty.on': true,
        'duty.until': { $gt: now },
        'seats.task': { $ne: task },
        $expr: { $lt: [{ $size: '$seats' }, '$seatLimit'] },
      };
      const place = { $push: { seats: { task, opId, at: now } } };
      const taken = await people().findOneAndUpdate(free, place, { projection: traitFields });
      return { isNew: taken !== null, traits: taken ?? (await explain({ county, person, task, opId }, now)) };
    },

    /** Frees the place of an operation and counts what became of the task, both in one write. Twice frees once. */
    async release({ county, person, opId }: Omit<SeatClaim, 'task'>, now: Date, end?: SeatEnd): Promise<boolean> {
      const day = dayOf(now);
      const own = { _id: person, county, 'seats.opId': opId };
      const gone = { $pull: { seats: { opId } } };
      if (!end?.done) return (await people().updateOne(own, gone)).matchedCount === 1;
      const counted = { 'stats.ended': 1, 'stats.endedOnTime': end.onTime ? 1 : 0 };
      const sameDay = await people().updateOne(
        { ...own, 'stats.day': day },
        { ...gone, $inc: { ...counted, 'stats.doneToday': 1 }, $set: { 'stats.lastServedAt': now } },
      );
      if (sameDay.matchedCount === 1) return true;
      const newDay = { 'stats.day': day, 'stats.doneToday': 1, 'stats.lastServedAt': now };
      const { matchedCount } = await people().updateOne(own, { ...gone, $inc: counted, $set: newDay });
      return matchedCount === 1;
    },

    /**
     * Reserve, act, release: takes the place, does the act, and gives the place back when the act was not done.
     * The act must set `assignment.claimOp` to the same operation.
     */
    async takeWith<R extends ActResult>(claim: SeatClaim, now: Date, attempt: () => Promise<R>): Promise<R> {
      try {
        await this.reserve(claim, now);
      } catch (error) {
        // a repeat must hear its first answer, whatever the places look like today
        if (await tasks().findOne({ _id: claim.task, 'history.opId': claim.opId }, { projection: { _id: 1 } }))
          return attempt();
        throw error;
      }
      return this.actInPlace(claim, now, attempt);
    },

    /** The second half: does the act for which a place was taken, and gives the place back when it was not done. */
    async actInPlace<R extends ActResult>(claim: SeatClaim, now: Date, attempt: () => Promise<R>): Promise<R> {
      try {
        const result = await attempt();
        if (result.document.assignment.claimOp !== claim.opId) await this.release(claim, now);
        return result;
      } catch (error) {
        if (error instanceof Problem && !mayHoldSeat.has(error.type)) await this.release(claim, now);
        throw error;
      }
    },
  };

  async function explain({ county, person, task, opId }: SeatClaim, now: Date): Promise<VolunteerRecord> {
    const volunteer = await people().findOne({ _id: person, county });
    if (!volunteer) throw new Problem('not-allowed');
    const taken = volunteer.seats.find((seat) => seat.task === task);
    if (taken?.opId === opId) return volunteer;
    if (taken) throw new Problem('changed-meanwhile');
    if (!isOnDuty(volunteer, now)) throw new Problem('not-allowed', undefined, { next: 'go-on-duty' });
    if (volunteer.contactChain) throw new Problem('not-allowed', undefined, { next: 'ask-the-grid' });
    throw new Problem('capacity-full', undefined, { next: 'finish-one-first' });
  }
}
export type VolunteerSeats = ReturnType<typeof volunteerSeats>;
