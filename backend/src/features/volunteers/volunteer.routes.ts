import * as contract from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { mount, type Route } from '../../http/mount';
import { goOffDuty, goOnDuty, volunteerMe } from './change-duty';
import { clearHold } from './clear-hold';
import { exposedDoors } from './exposed-doors';
import { healthHolds } from './health-holds';
import { listOnDuty } from './list-on-duty';
import type { VolunteerDeps } from './volunteer-deps';

/** Endpoints of volunteers. */
export function volunteerRoutes(deps: VolunteerDeps): Route[] {
  return [
    mount(contract.volunteerMe, ({ actor, now }) => volunteerMe(deps, actor, now)),
    mount(contract.goOnDuty, ({ actor, body, now }) => goOnDuty(deps, actor, body, now)),
    mount(contract.goOffDuty, ({ actor, body, now }) => goOffDuty(deps, actor, body, now)),
    mount(contract.onDuty, ({ actor, query, now }) => listOnDuty(deps, actor, query, now)),
    mount(contract.healthHolds, ({ actor, query, now }) => healthHolds(deps, actor, query, now)),
    mount(contract.clearHold, ({ actor, params, body, now }) => clearHold(deps, actor, params.id, body, now)),
    mount(contract.exposedDoors, ({ actor, query, now }) => exposedDoors(deps, actor, query, now)),
  ];
}
