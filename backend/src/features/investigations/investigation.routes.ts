import {
  investigationActions,
  investigationQueries as queries,
} from '@grid-relief/shared-types/investigations/investigation.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { type PageQuery, pageOfRecords } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import type { Investigation } from './investigation';
import type { InvestigationDeps } from './investigation.deps';
import { investigator, maySeeInvestigation } from './investigation.policy';
import { rowOf, type Seen, viewOf } from './investigation.presenter';
import { investigationRepository } from './investigation.repository';
import { investigations } from './investigations';
import { openByHand } from './open-investigation';
import { revealInvestigation } from './reveal-investigation';

async function seenBy(deps: InvestigationDeps, actor: PersonActor): Promise<Seen> {
  return { actor, now: deps.now(), areaName: deps.areaName, cipher: await deps.cipherOf(actor.county) };
}

/** @returns undefined when it is out of this person's sight */
async function view(deps: InvestigationDeps, actor: PersonActor, record: Investigation) {
  return maySeeInvestigation(record, actor, deps.now()) ? viewOf(await seenBy(deps, actor), record) : undefined;
}

/** @throws Problem not-found */
async function get(deps: InvestigationDeps, actor: PersonActor, id: string) {
  const record = await investigationRepository(deps.connection).byId(actor.county, id);
  const found = record ? await view(deps, actor, record) : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

async function open(deps: InvestigationDeps, actor: PersonActor, draft: Parameters<typeof openByHand>[2]) {
  return viewOf(await seenBy(deps, actor), await openByHand(deps, actor, draft));
}

/** Whatever runs against a clock first; what is reviewed, at the end. */
async function list(deps: InvestigationDeps, actor: PersonActor, query: PageQuery) {
  const stored = investigationRepository(deps.connection);
  const open = await stored.openIn(actor.county, areasOf(actor, investigator, deps.now()));
  const last = Number.MAX_SAFE_INTEGER;
  const seen = await seenBy(deps, actor);
  return pageOfRecords(open, query, {
    placeOf: ({ dueAt, _id }) => [dueAt?.getTime() ?? last, _id],
    wholeOf: (ids) => stored.byIds(actor.county, ids),
    draw: (page) => page.map((record) => rowOf(seen, record)),
  });
}

/** Endpoints of investigations: opening, reading, and one for every action a person may take. */
export function investigationRoutes(deps: InvestigationDeps): Route[] {
  return [
    mount(queries.openInvestigation, ({ actor, body }) => open(deps, actor, body)),
    mount(queries.listInvestigations, ({ actor, query }) => list(deps, actor, query)),
    mount(queries.getInvestigation, ({ actor, params }) => get(deps, actor, params.id)),
    mount(queries.revealInvestigation, ({ actor, params, body }) => revealInvestigation(deps, actor, params.id, body)),
    ...actionRoutes(investigationActions, investigations(deps), (actor, record) => view(deps, actor, record)),
  ];
}
