import {
  policyChangeActions,
  policyChangeQueries as queries,
} from '@grid-relief/shared-types/quarantine/policy-change.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { Problem } from '../../http/problem';
import type { PolicyChangeDeps } from './policies.deps';
import { policyChanges } from './policy-changes';
import { prepareChange } from './prepare-change';
import { readChange, readChanges, readMoved, viewOf } from './read-changes';
import { namingWhoWasFirst } from './who-was-first';

/** Endpoints of changes of policy and risk list. */
export function policyChangeRoutes(deps: PolicyChangeDeps): Route[] {
  return [
    mount(queries.preparePolicyChange, async ({ actor, body }) => {
      const view = await viewOf(deps, actor, await prepareChange(deps, actor, body));
      if (!view) throw new Problem('not-found');
      return view;
    }),
    mount(queries.listPolicyChanges, ({ actor, query }) => readChanges(deps, actor, query)),
    mount(queries.getPolicyChange, ({ actor, params }) => readChange(deps, actor, params.id)),
    mount(queries.policyChangePeople, ({ actor, params, query }) => readMoved(deps, actor, params.id, query)),
    ...actionRoutes(policyChangeActions, namingWhoWasFirst(deps, policyChanges(deps)), (actor, change) =>
      viewOf(deps, actor, change),
    ),
  ];
}
