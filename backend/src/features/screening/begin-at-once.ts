import type { CampaignDraft } from '@grid-relief/shared-types/screening/screening.schema';
import type { PersonActor } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { inParts } from '../../platform/in-parts';
import { campaignRepository } from './campaign.repository';
import { campaigns } from './campaigns';
import { giveDoors } from './give-doors';
import { newVisit, visitIdOf } from './new-visit';
import { planCampaign } from './plan-campaign';
import type { ScreeningDeps } from './screening.deps';
import { visitRepository } from './visit.repository';

const listPart = 500;

/** Screenings of sample data: what the relay would do is done at once, and again by the relay it changes nothing. */
export function sampleScreening(
  deps: ScreeningDeps,
  actorOf: (person: string) => Promise<PersonActor | undefined>,
): {
  /** Plans, publishes and begins it; one that is there stays as it is. @returns whether it was made now */
  readonly begin: (dispatcher: string, draft: CampaignDraft) => Promise<boolean>;
  /** Gives the doors of a place to somebody, in the name of its leader. */
  readonly give: (leader: string, campaign: string, area: string, screener: string) => Promise<void>;
} {
  return {
    async begin(dispatcher, draft) {
      const actor = await actorOf(dispatcher);
      const stored = campaignRepository(deps.connection);
      if (!actor || (await stored.byId(actor.county, draft.id))) return false;
      const campaign = await planCampaign(deps, actor, draft);
      const { county, _id: id } = campaign;
      const act = (action: 'publish' | 'begin') =>
        campaigns(deps).act({ county, id, action, actor, opId: derivedId(county, id, action, 'sample') });
      await act('publish');
      for await (const part of inParts(deps.homesIn(county, campaign.detail.areas), listPart)) {
        const made = part.map((home) =>
          newVisit(campaign, { ...home, id: visitIdOf(campaign, home.household) }, deps.now()),
        );
        await visitRepository(deps.connection).addMany(made);
      }
      await act('begin');
      return true;
    },
    async give(leader, campaign, area, screener) {
      const actor = await actorOf(leader);
      const opId = derivedId(campaign.slice(0, 6), campaign, 'give', area);
      if (actor) await giveDoors(deps, actor, campaign, { opId, area: area as never, screener }); // a place of the sample
    },
  };
}
