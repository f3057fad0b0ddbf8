import type { Connection } from 'mongoose';
import { isEventOver } from './household-event';
import { householdEventRepository } from './household-event.repository';

/** Of what happens to a home, as much as others must know before they send somebody to its door. */
export interface HomeNow {
  /** Something is open, and what is asked for meanwhile is looked at by the grid. */
  readonly isOpen: boolean;
  /** Nobody has said yet that people, pets and goods are safe. */
  readonly isUnsecured: boolean;
}

/** What happens in a home at this moment. */
export async function homeNow(connection: Connection, county: string, household: string): Promise<HomeNow> {
  const events = await householdEventRepository(connection).ofHomes(county, [household]);
  const states = events.map(({ state }) => state);
  return {
    isOpen: states.some((state) => state === 'OPENED' || state === 'SECURED'),
    isUnsecured: states.includes('OPENED'),
  };
}

/**
 * Whether nothing is said to a home: somebody there has died. As long as that is open nothing at all; afterwards nothing
 * about what had begun before, so that no bill and no question about it comes (handbook 2.3, 2.11).
 * @param since when the record began about which something is to be said; unknown: now
 */
export function quietHomes(connection: Connection) {
  return async (county: string, household: string, since: Date | undefined): Promise<boolean> => {
    const events = await householdEventRepository(connection).ofHomes(county, [household]);
    return events
      .filter(({ variant }) => variant === 'DEATH')
      .some((death) => !isEventOver(death) || (since !== undefined && since <= death.createdAt));
  };
}
