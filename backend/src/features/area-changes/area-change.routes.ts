import { areaChangeActions, areaChangeQueries as queries } from '@grid-relief/shared-types/areas/area-change.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { Problem } from '../../http/problem';
import { areaChanges } from './area-changes';
import type { AreaChangeDeps } from './area-changes.deps';
import { prepareAreaChange } from './prepare-area-change';
import { readAreaChange, readAreaChanges, viewOf } from './read-area-changes';

/** Endpoints of changes of the area tree. */
export function areaChangeRoutes(deps: AreaChangeDeps): Route[] {
  return [
    mount(queries.prepareAreaChange, async ({ actor, body }) => {
      const view = await viewOf(deps, actor, await prepareAreaChange(deps, actor, body));
      if (!view) throw new Problem('not-found');
      return view;
    }),
    mount(queries.listAreaChanges, ({ actor, query }) => readAreaChanges(deps, actor, query)),
    mount(queries.getAreaChange, ({ actor, params }) => readAreaChange(deps, actor, params.id)),
    ...actionRoutes(areaChangeActions, areaChanges(deps), (actor, change) => viewOf(deps, actor, change)),
  ];
}
