import type { SamePersonView } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { holdsRole, type PersonActor } from '../../lifecycle';
import { groupOf, keptOf } from './group';
import type { PersonMergeDeps } from './person-merge.deps';
import { deskRoles } from './person-merge.policy';
import { somebodyOf } from './person-merge.presenter';

/** Shows, beside a record, the other records of the same person. */
export type ShowSamePerson = (actor: PersonActor, names: readonly string[]) => Promise<SamePersonView | undefined>;

/**
 * The other records of the same person with what happened under them, as far as this viewer looks after them. For whoever
 * looks after people alone: nobody is shown somebody else's record as their own because two were mixed up.
 */
export function showSamePerson(deps: PersonMergeDeps): ShowSamePerson {
  return async (actor, names) => {
    const { county } = actor;
    const now = deps.now();
    const { merges } = await groupOf(deps, county, names);
    const [last] = [...merges].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    if (!last) return undefined;
    const all = new Map(merges.flatMap(({ detail }) => detail.people.map((one) => [one.id, one])));
    const own = [...all.values()].find((one) => one.names.some((name) => names.includes(name)));
    const others = [...all.values()].filter((one) => one !== own);
    const found = await deps.people.find(county, others);
    const seen = found.flatMap((one) => (one && holdsRole(actor, deskRoles, one.scope, now) ? [one] : []));
    if (seen.length === 0) return undefined;
    const timeline = seen.flatMap(({ id: of, steps }) => steps.map((step) => ({ of, ...step })));
    const view = {
      merge: last._id,
      isKept: own?.names.includes(keptOf(own.id, merges)) ?? false,
      people: seen.map((one) => somebodyOf(deps.areaName, one, one)),
      timeline: timeline.sort((a, b) => (a.at < b.at ? -1 : 1)),
    };
    return view as SamePersonView; // ids were parsed when they came in
  };
}
