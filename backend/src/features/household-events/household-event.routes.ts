import {
  householdEventQueries as events,
  householdEventActions,
} from '@grid-relief/shared-types/household-events/household-event.contract';
import {
  welfareTaskQueries as welfare,
  welfareTaskActions,
} from '@grid-relief/shared-types/household-events/welfare-task.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import type { HouseholdEventDeps } from './household-event.deps';
import { householdEvents } from './household-events';
import { openByHand } from './open-event';
import { getEvent, homesInCare, listEvents, viewEvent } from './read-events';
import { getWelfare, listWelfare, viewWelfare } from './welfare/read-welfare';
import { revealWelfare } from './welfare/reveal-welfare';
import { welfareTasks } from './welfare/welfare-tasks';

/** Endpoints of what happens in homes: opening, reading, and one for every action a person may take. */
export function householdEventRoutes(deps: HouseholdEventDeps): Route[] {
  return [
    mount(events.openHouseholdEvent, ({ actor, body }) => openByHand(deps, actor, body)),
    mount(events.listHouseholdEvents, ({ actor, query }) => listEvents(deps, actor, query)),
    mount(events.getHouseholdEvent, ({ actor, params }) => getEvent(deps, actor, params.id)),
    mount(events.homesInCare, ({ actor }) => homesInCare(deps, actor)),
    ...actionRoutes(householdEventActions, householdEvents(deps), (actor, one) => viewEvent(deps, actor, one)),
    mount(welfare.listWelfareTasks, ({ actor, query }) => listWelfare(deps, actor, query)),
    mount(welfare.getWelfareTask, ({ actor, params }) => getWelfare(deps, actor, params.id)),
    mount(welfare.revealWelfareTask, ({ actor, params, body }) => revealWelfare(deps, actor, params.id, body)),
    ...actionRoutes(welfareTaskActions, welfareTasks(deps), (actor, one) => viewWelfare(deps, actor, one)),
  ];
}
