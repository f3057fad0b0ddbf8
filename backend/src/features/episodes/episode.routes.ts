import { deliveryPlanActions } from '@grid-relief/shared-types/quarantine/delivery-plan.contract';
import { episodeActions, episodeQueries as queries } from '@grid-relief/shared-types/quarantine/episode.contract';
import { type Acted, actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import type { EpisodeAction, EpisodeBody } from './episode';
import type { EpisodeDeps, SealedFor } from './episode.deps';
import { type Episodes, episodes } from './episodes';
import { atSite, forDoctor, getEpisode, myDays, results, today, toSample, viewOf } from './read-episodes';
import { revealEpisode } from './reveal-episode';
import { deliveryPlans } from './supply/delivery-plans';
import { presentSupply } from './supply/supply.presenter';

/** What an action's body says about health, or in free words: sealed before anything else sees it. */
const sealedFields: Readonly<Partial<Record<EpisodeAction, SealedFor>>> = {
  reportHealth: 'health',
  alertSymptom: 'health',
  clearSymptom: 'health',
  hearPerson: 'words',
  confirmHandOut: 'words',
};

/**
 * Health and free words never travel in the clear behind the door: a fact that comes too late is kept as it was sent.
 */
function sealing(deps: EpisodeDeps, { act }: Pick<Episodes, 'act'>): Pick<Episodes, 'act'> {
  return {
    async act(request: Acted<EpisodeAction, EpisodeBody>) {
      const use = sealedFields[request.action];
      const { body } = request;
      if (!use || !body) return act(request);
      const { selfTestPhoto, ...said } = body;
      const text = JSON.stringify(use === 'health' ? { symptoms: [], ...said } : said);
      const sealedWords = await deps.seal(request.county, text, use);
      // a file is found by its id, which says nothing of what it shows
      return act({ ...request, body: { sealedWords, ...(selfTestPhoto ? { selfTestPhoto } : {}) } });
    },
  };
}

/** Endpoints of quarantines: reading, and one for every action a person may take. */
export function episodeRoutes(deps: EpisodeDeps): Route[] {
  const now = deps.now;
  return [
    mount(queries.getEpisode, ({ actor, params }) => getEpisode(deps, actor, params.id)),
    mount(queries.myDays, ({ actor }) => myDays(deps, actor)),
    mount(queries.quarantineToday, ({ actor, query }) => today(deps, actor, query)),
    mount(queries.quarantineAtSite, ({ actor, query }) => atSite(deps, actor, query)),
    mount(queries.quarantineToSample, ({ actor, query }) => toSample(deps, actor, query)),
    mount(queries.quarantineResults, ({ actor, query }) => results(deps, actor, query)),
    mount(queries.quarantineSymptoms, ({ actor, query }) => forDoctor(deps, actor, query)),
    mount(queries.revealQuarantined, ({ actor, params, body }) => revealEpisode(deps, actor, params.id, body)),
    ...actionRoutes(episodeActions, sealing(deps, episodes(deps)), (actor, record) => viewOf(deps, actor, record)),
    ...actionRoutes(deliveryPlanActions, deliveryPlans(deps), async (actor, plan) => presentSupply(plan, actor, now())),
  ];
}
