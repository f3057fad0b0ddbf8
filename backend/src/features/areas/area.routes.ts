import { listAreas as listAreasEndpoint } from '@grid-relief/shared-types/areas/area.contract';
import * as contract from '@grid-relief/shared-types/areas/four-class.contract';
import { mount } from '../../http/mount';
import { listFourClass, setFourClass } from './four-class';
import { type ListAreasDeps, listAreas } from './list-areas';

/** Endpoints of the area tree. */
export function areaRoutes(deps: ListAreasDeps) {
  return [
    mount(listAreasEndpoint, ({ actor, query }) => listAreas(deps, actor.county, query)),
    mount(contract.listFourClass, ({ actor, query }) => listFourClass(deps, actor, query)),
    mount(contract.setFourClass, ({ actor, params, body }) => setFourClass(deps, actor, params.id, body)),
  ];
}
