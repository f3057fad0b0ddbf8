import type { Clock } from '../../platform/clock';
import type { EntryHandler } from '../../tasks';
import type { VolunteerSeats } from './seats';

/**
 * Delivers `freeSeat` entries: `{person, opId, done?, onTime?}`, where opId is the operation that took the task. The
 * second delivery finds nothing to free.
 */
export function freeSeatHandler(seats: VolunteerSeats, now: Clock): EntryHandler {
  return async (document, entry) => {
    const { person, opId, done, onTime } = entry.payload;
    if (typeof person !== 'string' || typeof opId !== 'string') throw new Error('freeSeat names person and opId');
    const end = done === true ? { done: true, onTime: onTime === true } : undefined;
    await seats.release({ county: document.county, person, opId }, now(), end);
  };
}
