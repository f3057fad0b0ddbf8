import { refusalQueries as queries, refusalActions } from '@grid-relief/shared-types/refusals/refusal.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { type PageQuery, pageOfRecords } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import { recordByHand } from './record-refusal';
import type { Refusal } from './refusal';
import type { RefusalDeps } from './refusal.deps';
import { readers, standingOf } from './refusal.policy';
import { rowOf, type Seen, viewOf } from './refusal.presenter';
import { refusalRepository } from './refusal.repository';
import { refusals } from './refusals';
import { revealRefusal } from './reveal-refusal';

async function seenBy(deps: RefusalDeps, actor: PersonActor): Promise<Seen> {
  return { actor, now: deps.now(), areaName: deps.areaName, cipher: await deps.cipherOf(actor.county) };
}

/** @returns undefined when it is out of this person's sight */
async function view(deps: RefusalDeps, actor: PersonActor, record: Refusal) {
  const standing = standingOf(record, actor, deps.now());
  return standing && viewOf(await seenBy(deps, actor), standing[1], record);
}

/** @throws Problem not-found */
async function get(deps: RefusalDeps, actor: PersonActor, id: string) {
  const record = await refusalRepository(deps.connection).byId(actor.county, id);
  const found = record ? await view(deps, actor, record) : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

async function record(deps: RefusalDeps, actor: PersonActor, draft: Parameters<typeof recordByHand>[2]) {
  const { state, detail } = await recordByHand(deps, actor, draft);
  return { id: draft.id, code: detail.code, state };
}

/** What is due first stands first; what has no time, at the end. */
async function list(deps: RefusalDeps, actor: PersonActor, query: PageQuery) {
  const now = deps.now();
  const areas = [...new Set(readers.flatMap((role) => areasOf(actor, role, now)))];
  const stored = refusalRepository(deps.connection);
  const seen = await seenBy(deps, actor);
  const open = (await stored.openIn(actor.county, areas)).filter((one) => standingOf(one, actor, now));
  const last = Number.MAX_SAFE_INTEGER;
  return pageOfRecords(open, query, {
    placeOf: ({ dueAt, _id }) => [dueAt?.getTime() ?? last, _id],
    wholeOf: (ids) => stored.byIds(actor.county, ids),
    draw: (page) =>
      page.flatMap((one) => {
        const standing = standingOf(one, actor, now);
        return standing ? [rowOf(seen, standing[1], one)] : [];
      }),
  });
}

/** Endpoints of refusals: recording, reading, and one for every action a person may take. */
export function refusalRoutes(deps: RefusalDeps): Route[] {
  return [
    mount(queries.recordRefusal, ({ actor, body }) => record(deps, actor, body)),
    mount(queries.listRefusals, ({ actor, query }) => list(deps, actor, query)),
    mount(queries.getRefusal, ({ actor, params }) => get(deps, actor, params.id)),
    mount(queries.revealRefusal, ({ actor, params, body }) => revealRefusal(deps, actor, params.id, body)),
    ...actionRoutes(refusalActions, refusals(deps), (actor, one) => view(deps, actor, one)),
  ];
}
