import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import { type EpisodeDeps, fenceQuarantines, lookAtEndsOf } from '../features/episodes';
import type { PersonMergeDeps } from '../features/person-merges';
import { mergePeople } from './merge-people';

/** What merges need of the other features; quarantines and chains are put together later. */
export function personMergeDeps(
  deps: Deps,
  { areaName }: Pick<AreaBook, 'areaName'>,
  { episodes, lookAtTrips }: { readonly episodes: () => EpisodeDeps } & Pick<PersonMergeDeps, 'lookAtTrips'>,
): PersonMergeDeps {
  const { connection, now, vault, audit } = deps;
  const cipherOf = (county: string) => vault.of(county, 'epidemic');
  return {
    ...{ connection, now, areaName, cipherOf, recordLook: audit.record },
    people: mergePeople(deps, episodes),
    fence: (county, ids) => fenceQuarantines(deps, county, ids),
    lookAtTrips,
    lookAtEnds: (county, names, because) => lookAtEndsOf(episodes(), county, names, because),
  };
}
