import {
  householdVisitActions,
  screeningQueries as queries,
  screeningCallbackActions,
  screeningCampaignActions,
} from '@grid-relief/shared-types/screening/screening.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { addDoor } from './add-door';
import { asStored, type DoorAction } from './at-the-door';
import { callbacks } from './callbacks';
import type { Campaign } from './campaign';
import { campaigns } from './campaigns';
import { giveDoors } from './give-doors';
import { planCampaign } from './plan-campaign';
import {
  campaignFor,
  listCampaigns,
  readCallbacks,
  readCoverage,
  readDoors,
  readMyDoors,
  readScreeners,
  viewCallback,
  viewCampaign,
  viewDoor,
  visitFor,
} from './read-doors';
import { doorCard, revealDoor } from './reveal-door';
import type { ScreeningDeps } from './screening.deps';
import type { HouseholdVisit } from './visit';
import { visits } from './visits';

/** @throws Problem not-found when it is out of this person's sight */
async function seenDoor(deps: ScreeningDeps, actor: PersonActor, visit: HouseholdVisit) {
  const view = await viewDoor(deps, actor, visit);
  if (!view) throw new Problem('not-found');
  return view;
}

async function seenCampaign(deps: ScreeningDeps, actor: PersonActor, campaign: Campaign) {
  const view = await viewCampaign(deps, actor, campaign);
  if (!view) throw new Problem('not-found');
  return view;
}

/** Endpoints of screenings: reading, planning, giving and adding doors, and one for every action a person may take. */
export function screeningRoutes(deps: ScreeningDeps): Route[] {
  return [
    mount(queries.planScreening, async ({ actor, body }) =>
      seenCampaign(deps, actor, await planCampaign(deps, actor, body)),
    ),
    mount(queries.listScreenings, ({ actor, query }) => listCampaigns(deps, actor, query)),
    mount(queries.getScreening, async ({ actor, params }) =>
      seenCampaign(deps, actor, await campaignFor(deps, actor, params.id)),
    ),
    mount(queries.screeningCoverage, ({ actor, params, query }) => readCoverage(deps, actor, params.id, query)),
    mount(queries.screeningDoors, ({ actor, params, query }) => readDoors(deps, actor, params.id, query)),
    mount(queries.screenersFor, ({ actor, params, query }) => readScreeners(deps, actor, params.id, query.area)),
    mount(queries.giveDoors, ({ actor, params, body }) => giveDoors(deps, actor, params.id, body)),
    mount(queries.addDoor, async ({ actor, params, body }) =>
      seenDoor(deps, actor, await addDoor(deps, actor, params.id, body)),
    ),
    mount(queries.myDoors, ({ actor, query }) => readMyDoors(deps, actor, query)),
    mount(queries.getDoor, async ({ actor, params }) => seenDoor(deps, actor, await visitFor(deps, actor, params.id))),
    mount(queries.revealDoor, ({ actor, params, body }) => revealDoor(deps, actor, params.id, body)),
    mount(queries.doorCard, ({ actor, params, body }) => doorCard(deps, actor, params.id, body)),
    mount(queries.screeningCallbacks, ({ actor, query }) => readCallbacks(deps, actor, query)),
    ...actionRoutes(screeningCampaignActions, campaigns(deps), (actor, record) => viewCampaign(deps, actor, record)),
    ...actionRoutes(
      householdVisitActions,
      visits(deps),
      (actor, record) => viewDoor(deps, actor, record),
      (actor, { action, ...at }, sent) => asStored(deps, actor, { ...at, action: action as DoorAction }, sent), // these contracts' own
    ),
    ...actionRoutes(screeningCallbackActions, callbacks(deps), (actor, record) => viewCallback(deps, actor, record)),
  ];
}
