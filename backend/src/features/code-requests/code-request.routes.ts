import {
  codeRequestActions,
  codeRequestQueries as queries,
} from '@grid-relief/shared-types/quarantine/code-request.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import type { CodeRequestDeps } from './code-request.deps';
import { codeRequests } from './code-requests';
import { getRequest, inGrid, mine, toDo, viewFor } from './read-requests';
import { revealRequest } from './reveal-request';

/** Endpoints of requests for codes: reading, and one for every action a person may take. */
export function codeRequestRoutes(deps: CodeRequestDeps): Route[] {
  return [
    mount(queries.codeRequestsToDo, ({ actor, query }) => toDo(deps, actor, query)),
    mount(queries.codeRequestsInGrid, ({ actor, query }) => inGrid(deps, actor, query)),
    mount(queries.myCodeRequests, ({ actor }) => mine(deps, actor)),
    mount(queries.getCodeRequest, ({ actor, params }) => getRequest(deps, actor, params.id)),
    mount(queries.revealCodeRequest, ({ actor, params, body }) => revealRequest(deps, actor, params.id, body)),
    ...actionRoutes(codeRequestActions, codeRequests(deps), (actor, record) => viewFor(deps, actor, record)),
  ];
}
