import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import { type EpisodeDeps, followRoom, guestsOf } from '../features/episodes';
import type { SiteDeps } from '../features/sites';

/** What sites need of the other features; quarantines are put together after them. */
export function siteDeps(
  { connection, now }: Pick<Deps, 'connection' | 'now'>,
  { areaName, has }: Pick<AreaBook, 'areaName' | 'has'>,
  {
    episodes,
    ...later
  }: { readonly episodes: () => EpisodeDeps } & Pick<SiteDeps, 'registerWalkIn' | 'moveLink' | 'everyName'>,
): SiteDeps {
  return {
    ...{ connection, now, areaName, knowsArea: has },
    ...later,
    followRoom: (county, person) => followRoom(episodes(), county, person),
    guestsOf: (county, people) => guestsOf(episodes(), county, people),
  };
}
