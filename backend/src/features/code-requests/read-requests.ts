import { addHours } from '@grid-relief/shared-types/primitives/instants';
import { type PageQuery, type Place, pageOfRecords } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, householdsOf, type PersonActor } from '../../lifecycle';
import { type CodeRequest, isRequestOver } from './code-request';
import type { CodeRequestDeps } from './code-request.deps';
import { deskRoles, gridRoles, isWaitingFor, maySeeRequest } from './code-request.policy';
import { rowOf, type Seen, viewOf } from './code-request.presenter';
import { codeRequestRepository, type ListedRequest } from './code-request.repository';
import { isLate, waitsSince } from './waiting.rules';

/** A person is shown what was answered for as long as somebody may still ask about it. Days. */
const shownAfterEndDays = 14;

async function seenBy(deps: CodeRequestDeps, actor: PersonActor): Promise<Seen> {
  return { actor, now: deps.now(), areaName: deps.areaName, cipher: await deps.cipherOf(actor.county) };
}

/** @returns undefined when it is out of this person's sight */
export async function viewFor(deps: CodeRequestDeps, actor: PersonActor, record: CodeRequest) {
  return maySeeRequest(record, actor, deps.now()) ? viewOf(await seenBy(deps, actor), record) : undefined;
}

/** @throws Problem not-found */
export async function getRequest(deps: CodeRequestDeps, actor: PersonActor, id: string) {
  const record = await codeRequestRepository(deps.connection).byId(actor.county, id);
  const found = record ? await viewFor(deps, actor, record) : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

/** Only a page is read whole and opened. */
async function pageOf(
  deps: CodeRequestDeps,
  actor: PersonActor,
  query: PageQuery,
  found: readonly ListedRequest[],
  placeOf: (record: ListedRequest) => Place,
) {
  const seen = await seenBy(deps, actor);
  return pageOfRecords(found, query, {
    placeOf,
    wholeOf: (ids) => codeRequestRepository(deps.connection).byIds(actor.county, ids),
    draw: (page) => page.map((record) => rowOf(seen, record)),
  });
}

/** Whose next step is this person's, or of whose delay they have heard, the oldest first. */
export async function toDo(deps: CodeRequestDeps, actor: PersonActor, query: PageQuery) {
  const now = deps.now();
  const areas = [...new Set(deskRoles.flatMap((role) => areasOf(actor, role, now)))];
  const open = await codeRequestRepository(deps.connection).openIn(actor.county, areas);
  const waiting = open.filter((record) => isWaitingFor(record, actor, now));
  return pageOf(deps, actor, query, waiting, ({ createdAt, _id }) => [createdAt.getTime(), _id]);
}

/** All that is open in the grid: what is late first, then what has waited longest where it is. */
export async function inGrid(deps: CodeRequestDeps, actor: PersonActor, query: PageQuery) {
  const now = deps.now();
  const areas = [...new Set(gridRoles.flatMap((role) => areasOf(actor, role, now)))];
  const open = await codeRequestRepository(deps.connection).openIn(actor.county, areas);
  return pageOf(deps, actor, query, open, (record) => [
    isLate(record) ? 0 : 1,
    waitsSince(record).getTime(),
    record._id,
  ]);
}

/** Everybody's of the own homes, and whoever is named: what waits for the person first, what is over last. */
export async function mine(deps: CodeRequestDeps, actor: PersonActor) {
  const found = await codeRequestRepository(deps.connection).mine(actor.county, householdsOf(actor), actor.personId);
  const since = addHours(deps.now(), -24 * shownAfterEndDays);
  const shown = found.filter((record) => !isRequestOver(record) || waitsSince(record) >= since);
  const placeOf = (record: CodeRequest) => (isRequestOver(record) ? 2 : record.state === 'REFUSED' ? 0 : 1);
  const inOrder = [...shown].sort((a, b) => placeOf(a) - placeOf(b) || b.createdAt.getTime() - a.createdAt.getTime());
  const seen = await seenBy(deps, actor);
  return { items: inOrder.map((record) => viewOf(seen, record)) };
}
