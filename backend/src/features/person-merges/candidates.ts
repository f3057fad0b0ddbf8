import type { MergeCandidate } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { type PageQuery, pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, holdsRole, type PersonActor } from '../../lifecycle';
import { gridOf } from '../../routing';
import type { FoundPerson } from './merge-people';
import type { PersonMergeDeps } from './person-merge.deps';
import { deskRoles } from './person-merge.policy';
import { somebodyOf } from './person-merge.presenter';

/** Whether two could be one by what is known of both: a number, a phone, or the whole name. Pure. */
export function isAlike(one: FoundPerson['who'], other: FoundPerson['who']): boolean {
  if (!one || !other) return false;
  return (['idNumber', 'phone', 'name'] as const).some((field) => {
    const value = one[field]?.toUpperCase();
    return value !== undefined && value !== '' && value === other[field]?.toUpperCase();
  });
}

/**
 * People of the own areas who could be the same as somebody, those alike first; names are compared here and shown to
 * nobody. Whoever comes or is in quarantine is looked for everywhere, who merely lives somewhere in the same grid alone:
 * a county's households are not opened for one question.
 * @throws Problem not-found for somebody out of sight
 */
export async function candidates(
  deps: PersonMergeDeps,
  actor: PersonActor,
  { like, ...query }: PageQuery & { readonly like: string },
) {
  const { county } = actor;
  const wanted = await likeWhom(deps, actor, like);
  const areas = [...new Set(deskRoles.flatMap((role) => areasOf(actor, role, deps.now())))];
  const known = await deps.people.peopleIn(county, areas, gridOf(wanted.area));
  const found = (await deps.people.find(county, known)).flatMap((one) => one ?? []);
  const rows = [...new Map(found.map((one) => [one.id, one])).values()]
    .filter((one) => !wanted.names.some((name) => one.names.includes(name)))
    .map((one) => ({ one, isAlike: isAlike(one.who, wanted.who) }));
  const page = pageOfRows(rows, ({ one, isAlike: is }) => [is ? 0 : 1, one.area, one.id], query);
  const items = page.rows.map(({ one, isAlike: is }) => ({
    ...somebodyOf(deps.areaName, one, one),
    ...(one.state ? { state: one.state } : {}),
    isAlike: is,
  }));
  // ids were parsed when they came in
  return { items: items as MergeCandidate[], ...(page.next ? { next: page.next } : {}) };
}

async function likeWhom(deps: PersonMergeDeps, actor: PersonActor, like: string): Promise<FoundPerson> {
  const kinds = ['TRAVELLER', 'EPISODE', 'PERSON'] as const;
  const asked = kinds.map((kind) => ({ kind, id: like }));
  const found = await deps.people.find(actor.county, asked);
  const one = found.find((each) => each && holdsRole(actor, deskRoles, each.scope, deps.now()));
  if (!one) throw new Problem('not-found');
  return one;
}
