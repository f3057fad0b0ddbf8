import { type ActingOn, actingOn, recordModel } from '../../acting';
import { type Campaign, type CampaignAction, campaignKind, campaignMachine, screeningCollection } from './campaign';
import { type CampaignBody, campaignVerbs } from './campaign.verbs';
import type { ScreeningDeps } from './screening.deps';
import { maySeeCampaign } from './screening.policy';

export type Campaigns = ActingOn<Campaign, CampaignAction, CampaignBody>;

/** Screenings, and what is done about them (handbook 2.8). */
export function campaigns(deps: ScreeningDeps): Campaigns {
  return actingOn({
    ...{ kind: campaignKind, machine: campaignMachine, deps, verbs: campaignVerbs, maySee: maySeeCampaign },
    collection: recordModel(deps.connection, screeningCollection).collection,
  });
}
