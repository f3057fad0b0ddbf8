import { listAreas as listAreasEndpoint } from '@grid-relief/shared-types/areas/area.contract';
import { mount } from '../../http/mount';
import { type ListAreasDeps, listAreas } from './list-areas';

/** Endpoints of the area tree. */
export function areaRoutes(deps: ListAreasDeps) {
  return [mount(listAreasEndpoint, ({ actor, query }) => listAreas(deps, actor.county, query))];
}
