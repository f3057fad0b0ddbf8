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

/** A record of a home, as far as it matters whether anything is said about it; unknown when it began: now. */
interface OfHome {
  readonly household: string;
  readonly createdAt: Date | undefined;
}

/**
 * About which records of these homes nothing is said to them: somebody there has died. As long as that is open about
 * none at all; afterwards about none that had begun before, so that no bill and no question about it comes (handbook 2.3,
 * 2.11).
 */
export function quietHomes(connection: Connection) {
  return async (county: string, households: readonly string[]): Promise<(record: OfHome) => boolean> => {
    const events = await householdEventRepository(connection).ofHomes(county, households);
    const deaths = events.filter(({ variant }) => variant === 'DEATH');
    return ({ household, createdAt }) =>
      deaths
        .filter((death) => death.household === household)
        .some((death) => !isEventOver(death) || (createdAt !== undefined && createdAt <= death.createdAt));
  };
}
