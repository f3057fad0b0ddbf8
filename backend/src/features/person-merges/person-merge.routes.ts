import {
  personMergeActions,
  personMergeQueries as queries,
} from '@grid-relief/shared-types/person-merges/person-merge.contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { type PageQuery, pageOfRecords } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import { candidates } from './candidates';
import { contentsOf } from './contents';
import type { PersonMerge } from './person-merge';
import type { PersonMergeDeps } from './person-merge.deps';
import { maySeeMerge, readers } from './person-merge.policy';
import { rowOf, type Seen, viewOf } from './person-merge.presenter';
import { personMergeRepository } from './person-merge.repository';
import { personMerges } from './person-merges';
import { proposeMerge } from './propose-merge';
import { revealMerge } from './reveal-merge';

async function seenBy(deps: PersonMergeDeps, actor: PersonActor): Promise<Seen> {
  return { actor, now: deps.now(), areaName: deps.areaName, cipher: await deps.cipherOf(actor.county) };
}

/** @returns undefined when it is out of this person's sight */
async function view(deps: PersonMergeDeps, actor: PersonActor, record: PersonMerge) {
  if (!maySeeMerge(record, actor, deps.now())) return undefined;
  return viewOf(await seenBy(deps, actor), record, await contentsOf(deps, record));
}

/** @throws Problem not-found */
async function get(deps: PersonMergeDeps, actor: PersonActor, id: string) {
  const record = await personMergeRepository(deps.connection).byId(actor.county, id);
  const found = record ? await view(deps, actor, record) : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

async function propose(deps: PersonMergeDeps, actor: PersonActor, draft: Parameters<typeof proposeMerge>[2]) {
  const { _id: id, state, detail } = await proposeMerge(deps, actor, draft);
  return { id: RecordId.parse(id), code: detail.code, state };
}

/** Whoever has waited longest stands first. */
async function list(deps: PersonMergeDeps, actor: PersonActor, query: PageQuery) {
  const now = deps.now();
  const areas = [...new Set(readers.flatMap((role) => areasOf(actor, role, now)))];
  const stored = personMergeRepository(deps.connection);
  const seen = await seenBy(deps, actor);
  return pageOfRecords(await stored.openIn(actor.county, areas), query, {
    placeOf: ({ createdAt, _id }) => [createdAt.getTime(), _id],
    wholeOf: (ids) => stored.byIds(actor.county, ids),
    draw: (page) => Promise.all(page.map(async (one) => rowOf(seen, one, await contentsOf(deps, one)))),
  });
}

/** Endpoints of merges: proposing, reading, and one for every action a person may take. */
export function personMergeRoutes(deps: PersonMergeDeps): Route[] {
  return [
    mount(queries.proposePersonMerge, ({ actor, body }) => propose(deps, actor, body)),
    mount(queries.listPersonMerges, ({ actor, query }) => list(deps, actor, query)),
    mount(queries.mergeCandidates, ({ actor, query }) => candidates(deps, actor, query)),
    mount(queries.getPersonMerge, ({ actor, params }) => get(deps, actor, params.id)),
    mount(queries.revealPersonMerge, ({ actor, params, body }) => revealMerge(deps, actor, params.id, body)),
    ...actionRoutes(personMergeActions, personMerges(deps), (actor, one) => view(deps, actor, one)),
  ];
}
