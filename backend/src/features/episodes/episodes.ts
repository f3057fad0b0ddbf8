import type { Connection } from 'mongoose';
import { type ActingOn, actingOn, recordModel } from '../../acting';
import { Problem } from '../../http/problem';
import { careVerbs } from './care.verbs';
import { endingVerbs } from './ending.verbs';
import { isHomeEvent, tripFollows } from './entries';
import { type Episode, type EpisodeAction, type EpisodeBody, machine } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { isOfAnotherPlace, maySeeEpisode } from './episode.policy';
import { healthVerbs } from './health.verbs';
import { phaseEndVerbs } from './phase-end.verbs';
import { placementVerbs } from './placement.verbs';
import { recountVerbs } from './recount.verbs';
import { testingVerbs } from './testing.verbs';
import type { EpisodeVerb } from './verb';

export type Episodes = ActingOn<Episode, EpisodeAction, EpisodeBody>;

export const episodeCollection = (connection: Connection) => recordModel(connection, 'episodes').collection;

/**
 * Quarantines and what is done to them (handbook 2.3).
 * @throws Problem from `act` beside the engine's: invalid-input; transition-not-allowed with what to do instead
 */
export function episodes(deps: EpisodeDeps): Episodes {
  return actingOn({
    ...{ kind: 'QUARANTINE_EPISODE', machine, deps, maySee: maySeeEpisode },
    collection: episodeCollection(deps.connection),
    verbs: seenFirst(
      withTrips({
        ...placementVerbs,
        ...healthVerbs,
        ...testingVerbs,
        ...careVerbs,
        ...phaseEndVerbs,
        ...endingVerbs,
        ...recountVerbs,
      }),
    ),
  });
}

type Verbs = Readonly<Partial<Record<EpisodeAction, EpisodeVerb>>>;

/** Wherever somebody is to be from now on: the trip there follows, and one to where they were to be does not (handbook 2.4). */
function withTrips(verbs: Verbs): Verbs {
  const moving = (Object.keys(machine.actions) as EpisodeAction[]).filter((one) => machine.actions[one].to !== 'SAME');
  const followed = moving.map((action): [string, EpisodeVerb] => [
    action,
    // before the room is left: that is where they are fetched
    async (attempt) => {
      const { emit = [], ...effects } = (await verbs[action]?.(attempt)) ?? {};
      // and before anything else is sent to that door, the home is seen to
      const [home, others] = [emit.filter(isHomeEvent), emit.filter((entry) => !isHomeEvent(entry))];
      return { ...effects, emit: [...home, tripFollows, ...others] };
    },
  ]);
  return { ...verbs, ...Object.fromEntries(followed) };
}

/** Whoever keeps a site acts on nobody who has nothing to do with one; also where an action changes no more than the state. */
function seenFirst(verbs: Verbs): Verbs {
  const actions = Object.keys(machine.actions) as EpisodeAction[];
  const guarded = actions.map((action): [string, EpisodeVerb] => [
    action,
    (attempt) => {
      if (isOfAnotherPlace(attempt.record, attempt.actor, attempt.now)) throw new Problem('not-found');
      return verbs[action]?.(attempt) ?? {};
    },
  ]);
  return Object.fromEntries(guarded);
}
