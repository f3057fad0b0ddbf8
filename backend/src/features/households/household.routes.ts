import * as contract from '@grid-relief/shared-types/households/household.contract';
import { mount, type Route } from '../../http/mount';
import { findHouseholds, type HouseholdDeps, myHouseholds, whoLooked } from './read-households';
import { revealHousehold } from './reveal-household';

/** Endpoints of households. */
export function householdRoutes(deps: HouseholdDeps): Route[] {
  return [
    mount(contract.myHouseholds, ({ actor }) => myHouseholds(deps, actor)),
    mount(contract.findHouseholds, ({ actor, body }) => findHouseholds(deps, actor, body)),
    mount(contract.revealHousehold, ({ actor, params, body }) => revealHousehold(deps, actor, params.id, body)),
    mount(contract.whoLooked, ({ actor, params, query }) => whoLooked(deps, actor, params.id, query)),
  ];
}
