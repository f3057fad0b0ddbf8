import type { QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import type { policyChangePeople } from '@grid-relief/shared-types/quarantine/policy-change.contract';
import type { PolicyChangeView } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import { type PageQuery, pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { type PersonActor, permittedActions } from '../../lifecycle';
import type { PolicyChangeDeps } from './policies.deps';
import { machine, type PolicyChange } from './policy-change';
import { maySeeChange, namesRole } from './policy-change.policy';
import { presentChange, presentMoved } from './policy-change.presenter';
import { policyChangeRepository } from './policy-change.repository';
import type { MoveRow, Reasons } from './policy-move.record';
import { policyMoveRepository } from './policy-move.repository';

const namesPerPage = 30;

/** A change as this person may see it; undefined: not at all. */
export async function viewOf(
  deps: PolicyChangeDeps,
  actor: PersonActor,
  change: PolicyChange,
): Promise<PolicyChangeView | undefined> {
  const now = deps.now();
  if (!maySeeChange(change, actor, now)) return undefined;
  const { county, detail, state } = change;
  const { preparedBy, approvedBy, longer, words } = detail;
  const people = [...new Set([preparedBy, approvedBy, longer?.by].filter((one) => one !== undefined))];
  return presentChange(change, {
    actions: permittedActions(machine, change, actor, now),
    names: await deps.staffNames(county, people),
    words: words === undefined ? undefined : await deps.unseal(county, words),
    applied: state === 'APPLIED' ? await appliedOf(deps, change, now) : undefined,
  });
}

async function appliedOf(deps: PolicyChangeDeps, change: PolicyChange, now: Date) {
  const [counts, isWaiting] = await Promise.all([
    policyMoveRepository(deps.connection).counts(change.county, change._id),
    policyChangeRepository(deps.connection).parts.isWaiting(change),
  ]);
  // not even dealt out yet; the second walk, which is not due, is nobody's waiting
  const isComing = change.outbox.some(({ kind, due }) => kind === 'policySpread' && due <= now);
  return { ...counts, waiting: isWaiting || isComing };
}

/** @throws Problem not-found */
export async function readChange(deps: PolicyChangeDeps, actor: PersonActor, id: string): Promise<PolicyChangeView> {
  const change = await policyChangeRepository(deps.connection).byId(actor.county, id);
  const view = change ? await viewOf(deps, actor, change) : undefined;
  if (!view) throw new Problem('not-found');
  return view;
}

/** Changes of the county, the latest first. */
export async function readChanges(deps: PolicyChangeDeps, actor: PersonActor, query: PageQuery) {
  const now = deps.now();
  const all = await policyChangeRepository(deps.connection).all(actor.county);
  const seen = all.filter((change) => maySeeChange(change, actor, now));
  const { rows, ...more } = pageOfRows(seen, ({ createdAt, _id }) => [-createdAt.getTime(), _id], query);
  const views = await Promise.all(rows.map((change) => viewOf(deps, actor, change)));
  return { items: views.filter((view) => view !== undefined), ...more };
}

/**
 * Whom a change moves, by name. Each look is stored before a name is answered.
 * @throws Problem not-found
 */
export async function readMoved(
  deps: PolicyChangeDeps,
  actor: PersonActor,
  id: string,
  { move, after, limit = namesPerPage }: QueryOf<typeof policyChangePeople>,
): Promise<ResponseOf<typeof policyChangePeople>> {
  const now = deps.now();
  const { county } = actor;
  const change = await policyChangeRepository(deps.connection).byId(county, id);
  const role = change && namesRole(change, actor, now);
  if (!change || !role) throw new Problem('not-found');
  const found = await policyMoveRepository(deps.connection).page(county, id, move, after, limit + 1);
  const page = found.slice(0, limit);
  for (const { one } of page) await deps.recordLook(actor, role, id, one, now);
  const names = await deps.namesOf(
    county,
    page.map(({ one }) => one),
  );
  const agreed = new Set(change.detail.longer?.named);
  const items = await Promise.all(
    page.map(async (row) =>
      presentMoved(row, move, names.get(row.one) ?? '', await reasonsOf(deps, row), agreed.has(row.one)),
    ),
  );
  const last = page.at(-1);
  return { items, ...(found.length > limit && last ? { next: last._id } : {}) };
}

async function reasonsOf({ unseal }: PolicyChangeDeps, { county, shown, decided }: MoveRow): Promise<Reasons> {
  const sealed = (decided ?? shown)?.reasons;
  const text = sealed === undefined ? undefined : await unseal(county, sealed);
  // sealed by our own preview, and by nobody else; nothing once the key was destroyed
  return text === undefined ? {} : (JSON.parse(text) as Reasons);
}
