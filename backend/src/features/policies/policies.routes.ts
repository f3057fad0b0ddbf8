import { policyQueries as queries } from '@grid-relief/shared-types/quarantine/policy.contract';
import { mount, type Route } from '../../http/mount';
import type { PoliciesDeps } from './policies.deps';
import { readCountyPolicy, readRiskAreas, readSet, readSets } from './read-policies';

/** Endpoints of policy sets, the county's policy and the risk list. */
export function policyRoutes(deps: PoliciesDeps): Route[] {
  return [
    mount(queries.listPolicySets, ({ actor, query }) => readSets(deps, actor.county, query)),
    mount(queries.getPolicySet, ({ actor, params }) => readSet(deps, actor.county, params)),
    mount(queries.countyPolicy, ({ actor }) => readCountyPolicy(deps, actor.county)),
    mount(queries.listRiskAreas, ({ actor, query }) => readRiskAreas(deps, actor.county, query)),
  ];
}
