import type { JoinedPeople, SamePerson } from '../quarantine';
import { otherOf } from './contents.rules';
import type { MergePeople } from './merge-people';
import type { MergedPerson, PersonMerge } from './person-merge';
import type { PersonMergeDeps } from './person-merge.deps';
import { personMergeRepository } from './person-merge.repository';

/** Somebody under all names, and the merges by which they are one. */
export interface Group {
  readonly names: readonly string[];
  readonly merges: readonly PersonMerge[];
}

/** As much as it takes to say who somebody is. */
export type GroupDeps = Pick<PersonMergeDeps, 'connection'> & { readonly people: Pick<MergePeople, 'namesOf'> };

/** Each round finds somebody who is one more; nobody is so many. */
const rounds = 12;

/**
 * Everybody who is one with whoever these names mean, by way of merges in force: an alias of an alias as well.
 * @param except a merge that is looked at as if it were not there
 */
export async function groupOf(
  { connection, people }: GroupDeps,
  county: string,
  names: readonly string[],
  except?: string,
): Promise<Group> {
  const stored = personMergeRepository(connection);
  let known = new Set(await people.namesOf(county, names));
  const merges = new Map<string, PersonMerge>();
  for (let round = 0; round < rounds; round++) {
    const found = await stored.inForceOf(county, [...known]);
    const fresh = found.filter(({ _id }) => _id !== except && !merges.has(_id));
    if (fresh.length === 0) break;
    for (const merge of fresh) merges.set(merge._id, merge);
    const others = fresh.flatMap(({ detail }) => detail.people.flatMap((one) => one.names));
    known = new Set([...known, ...(await people.namesOf(county, others))]);
  }
  return { names: [...known], merges: [...merges.values()] };
}

/** For features that have to do with one person and know one record: who else that is (decision 0014). */
export function samePerson(deps: GroupDeps): SamePerson {
  return async (county, names) => {
    const { names: all, merges } = await groupOf(deps, county, names);
    return merges.length === 0 ? undefined : joinedBy(merges, all);
  };
}

function joinedBy(merges: readonly PersonMerge[], names: readonly string[]): JoinedPeople {
  const since = merges.flatMap(({ detail }) => detail.appliedAt?.getTime() ?? []);
  return {
    names,
    since: new Date(Math.min(...since)),
    rightEnds: merges.flatMap(({ detail }) => detail.rightEnd ?? []),
  };
}

/** Whose record counts, where one is the alias of another: the end of the way from alias to whoever counts. Pure. */
export function keptOf(id: string, merges: readonly Pick<PersonMerge, 'detail'>[]): string {
  const seen = new Set<string>();
  for (let at = id; ; ) {
    const next = seen.has(at) ? undefined : merges.map(({ detail }) => keptBefore(at, detail)).find(Boolean);
    if (next === undefined) return at;
    seen.add(at);
    at = next.id;
  }
}

function keptBefore(id: string, { people, keep = 'FIRST' }: PersonMerge['detail']): MergedPerson | undefined {
  const [first, second] = people;
  const [kept, alias] = keep === 'FIRST' ? [first, second] : [second, first];
  return alias?.names.includes(id) ? kept : undefined;
}

export const sideOf = (people: readonly MergedPerson[], side: 'FIRST' | 'SECOND'): MergedPerson => {
  const found = people[side === 'FIRST' ? 0 : 1];
  if (!found) throw new Error(`a merge is about two, and ${otherOf(side)} is one of them`);
  return found;
};
