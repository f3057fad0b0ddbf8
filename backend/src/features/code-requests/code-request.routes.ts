import {
  codeRequestActions,
  codeRequestQueries as queries,
} from '@grid-relief/shared-types/quarantine/code-request.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { type PageQuery, pageOfRecords } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import type { CodeRequest } from './code-request';
import type { CodeRequestDeps } from './code-request.deps';
import { deskRoles, isWaitingFor, maySeeRequest } from './code-request.policy';
import { rowOf, type Seen, viewOf } from './code-request.presenter';
import { codeRequestRepository } from './code-request.repository';
import { codeRequests } from './code-requests';
import { revealRequest } from './reveal-request';

async function seenBy(deps: CodeRequestDeps, actor: PersonActor): Promise<Seen> {
  return { actor, now: deps.now(), areaName: deps.areaName, cipher: await deps.cipherOf(actor.county) };
}

/** @returns undefined when it is out of this person's sight */
async function view(deps: CodeRequestDeps, actor: PersonActor, record: CodeRequest) {
  return maySeeRequest(record, actor, deps.now()) ? viewOf(await seenBy(deps, actor), record) : undefined;
}

/** @throws Problem not-found */
async function get(deps: CodeRequestDeps, actor: PersonActor, id: string) {
  const record = await codeRequestRepository(deps.connection).byId(actor.county, id);
  const found = record ? await view(deps, actor, record) : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

/** Whose next step is this person's, the oldest first; only a page of them is read whole and opened. */
async function toDo(deps: CodeRequestDeps, actor: PersonActor, query: PageQuery) {
  const now = deps.now();
  const areas = [...new Set(deskRoles.flatMap((role) => areasOf(actor, role, now)))];
  const stored = codeRequestRepository(deps.connection);
  const waiting = (await stored.openIn(actor.county, areas)).filter((record) => isWaitingFor(record, actor, now));
  const seen = await seenBy(deps, actor);
  return pageOfRecords(waiting, query, {
    placeOf: ({ createdAt, _id }) => [createdAt.getTime(), _id],
    wholeOf: (ids) => stored.byIds(actor.county, ids),
    draw: (page) => page.map((record) => rowOf(seen, record)),
  });
}

/** Endpoints of requests for codes: reading, and one for every action a person may take. */
export function codeRequestRoutes(deps: CodeRequestDeps): Route[] {
  return [
    mount(queries.codeRequestsToDo, ({ actor, query }) => toDo(deps, actor, query)),
    mount(queries.getCodeRequest, ({ actor, params }) => get(deps, actor, params.id)),
    mount(queries.revealCodeRequest, ({ actor, params, body }) => revealRequest(deps, actor, params.id, body)),
    ...actionRoutes(codeRequestActions, codeRequests(deps), (actor, record) => view(deps, actor, record)),
  ];
}
