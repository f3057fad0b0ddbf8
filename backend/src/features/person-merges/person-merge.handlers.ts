import type { EntryHandler } from '../../tasks';
import type { PersonMergeDeps } from './person-merge.deps';
import { personMergeRepository } from './person-merge.repository';
import { personMerges } from './person-merges';

/** What the relay delivers of merges. */
export interface PersonMergeHandlers {
  readonly timer: EntryHandler;
  readonly mergeMoved: EntryHandler;
}

/** Whose end or trip had waited, or waits from now on, is looked at: by what holds then, however often. */
export function personMergeHandlers(deps: PersonMergeDeps): PersonMergeHandlers {
  return {
    timer: personMerges(deps).timer,
    async mergeMoved({ county, _id }, { id }) {
      const merge = await personMergeRepository(deps.connection).byId(county, _id);
      const names = merge?.detail.people.flatMap((one) => one.names) ?? [];
      if (names.length === 0) return;
      await deps.lookAtEnds(county, names, id);
      await deps.lookAtTrips(county, names);
    },
  };
}
