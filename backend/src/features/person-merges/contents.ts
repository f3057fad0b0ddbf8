import { heldEnd, type JoinedEnd } from '../quarantine';
import { contentText, fieldsOf, type HeldThing, thingsOf } from './contents.rules';
import { groupOf, sideOf } from './group';
import type { FoundPerson } from './merge-people';
import type { PersonMerge } from './person-merge';
import type { PersonMergeDeps } from './person-merge.deps';

/** What both have now, whoever looks. */
export interface Contents {
  readonly people: readonly [FoundPerson | undefined, FoundPerson | undefined];
  readonly things: readonly HeldThing[];
  readonly fields: ReturnType<typeof fieldsOf>;
  /** Keyed, so that nothing about anybody can be read or guessed from it. */
  readonly mark: string;
}

/** Everything that both have at this moment; of whoever is one with somebody else already, that one's as well. */
export async function contentsOf(
  deps: PersonMergeDeps,
  { _id, county, detail }: Pick<PersonMerge, '_id' | 'county' | 'detail'>,
): Promise<Contents> {
  const { people, keep = 'FIRST', picks = [] } = detail;
  const [first, second] = [sideOf(people, 'FIRST'), sideOf(people, 'SECOND')];
  const [one, other] = await deps.people.find(county, people);
  const holdings = [first, second].map(async ({ names }) => {
    const group = await groupOf(deps, county, names, _id);
    return deps.people.holdingsOf(county, group.names);
  });
  const [mine = [], theirs = []] = await Promise.all(holdings);
  const things = thingsOf(mine, theirs, keep);
  const fields = fieldsOf(one?.who, other?.who, keep, picks);
  const cipher = await deps.cipherOf(county);
  const said = JSON.stringify(fields.map(({ field, ...known }) => [field, known.first, known.second]));
  return {
    people: [one, other],
    things,
    fields,
    mark: cipher.blindIndex('merge-content', `${contentText(things)}${said}`),
  };
}

/** The open quarantines of both, and which of them decides. Pure. */
export function openEndsOf(things: readonly HeldThing[], { rightEnd }: PersonMerge['detail']) {
  const open = things.filter(({ kind, endsAt }) => kind === 'EPISODE' && endsAt !== undefined);
  const all = open.map(({ id, endsAt }): JoinedEnd => ({ id, endsAt: endsAt ?? new Date(0), standing: 'OPEN' }));
  return open.map((one) => ({
    ...one,
    holds: heldEnd(one.id, all, rightEnd ? [rightEnd] : []).how === 'OWN',
  }));
}

/** Two quarantines are open, and nobody has said which end is right. Pure. */
export function isEndOpen(things: readonly HeldThing[], detail: PersonMerge['detail']): boolean {
  const ends = openEndsOf(things, detail);
  return ends.length > 1 && !ends.some(({ id }) => id === detail.rightEnd?.episode);
}
