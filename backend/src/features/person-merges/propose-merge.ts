import type { PersonMergeDraft } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../http/problem';
import { beginRecord, holdsRole, type PersonActor, untilKnown } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { tellRoles } from './entries';
import { groupOf } from './group';
import type { FoundPerson } from './merge-people';
import { type MergeDetail, machine, mergeKind, type PersonMerge } from './person-merge';
import type { PersonMergeDeps } from './person-merge.deps';
import { commonArea, deskRoles } from './person-merge.policy';
import { personMergeRepository } from './person-merge.repository';
import { personMerges } from './person-merges';

/** A pair is proposed, found to be two, and proposed again: so often it is not. */
const proposalsOfPair = 50;
const ended: readonly string[] = ['UNDONE', 'REJECTED'];

/**
 * Says that two may be one. A pair is open once, in whichever order it is named: its id is made of both, so that of any
 * number who propose it at one moment one makes it, and the others are told of that one.
 * @throws Problem not-found (also for somebody out of sight), not-allowed (nobody looks after both places), invalid-input
 * (the same one twice), already-open (they are one by way of somebody else), outcome-unknown
 */
export async function proposeMerge(
  deps: PersonMergeDeps,
  actor: PersonActor,
  { opId, people, words }: PersonMergeDraft,
): Promise<PersonMerge> {
  const { county } = actor;
  const both = await bothOf(deps, actor, people);
  const area = placeOf(deps, actor, both);
  await refuseOne(deps, county, both);
  const stored = personMergeRepository(deps.connection);
  const pair = both.map(({ id }) => id).sort();
  for (let nth = 0; nth < proposalsOfPair; nth++) {
    const id = derivedId(county, ...pair, 'merge', String(nth));
    const there = await stored.byId(county, id);
    if (there && ended.includes(there.state) && there.detail.proposedBy !== opId) continue;
    if (there) return there;
    const record = await mergeOf(deps, { county, by: actor.personId, id, nth, opId, area, both, words });
    if (await untilKnown(() => personMerges(deps).insert(record))) return record;
    const other = await stored.byId(county, id);
    if (other) return other;
  }
  throw new Problem('not-allowed');
}

type Both = readonly [FoundPerson, FoundPerson];

/** Both as their records have them, each seen by whoever proposes. @throws Problem not-found */
async function bothOf(
  { people: known, now }: PersonMergeDeps,
  actor: PersonActor,
  people: PersonMergeDraft['people'],
): Promise<Both> {
  const [first, second] = await known.find(actor.county, people);
  const isSeen = (one: FoundPerson) => holdsRole(actor, deskRoles, one.scope, now());
  if (!first || !second || !isSeen(first) || !isSeen(second)) throw new Problem('not-found');
  return [first, second];
}

/** Where both lie: whoever looks after that place decides, and nobody else (handbook 3). @throws Problem not-allowed */
function placeOf({ now }: PersonMergeDeps, actor: PersonActor, [first, second]: Both): AreaId {
  const area = commonArea(first.area, second.area);
  if (!area || !holdsRole(actor, deskRoles, scopeOf(area), now())) throw new Problem('not-allowed');
  return area;
}

/** One is not two; and who is one already, by way of somebody else, is not made one again. */
async function refuseOne(deps: PersonMergeDeps, county: string, [first, second]: Both): Promise<void> {
  const isIn = (names: readonly string[]) => second.names.some((name) => names.includes(name));
  if (isIn(await deps.people.namesOf(county, first.names))) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/people/1', detail: 'the same one' }] });
  }
  const { names, merges } = await groupOf(deps, county, first.names);
  const isOfPair = ({ detail }: PersonMerge) =>
    [first, second].every(({ id }) => detail.people.some((one) => one.id === id));
  const [other] = merges;
  if (other && isIn(names) && !merges.some(isOfPair)) throw new Problem('already-open', undefined, { open: other._id });
}

interface Proposed {
  readonly county: string;
  readonly by: string;
  readonly id: string;
  readonly nth: number;
  readonly opId: string;
  readonly area: AreaId;
  readonly both: Both;
  readonly words?: string | undefined;
}

async function mergeOf(
  deps: PersonMergeDeps,
  { county, by, id: _id, nth, opId, area, both, words }: Proposed,
): Promise<PersonMerge> {
  const now = deps.now();
  const people = both.map(({ kind, id, area: where, names }) => ({ kind, id, area: where, names: [...names] }));
  const detail: MergeDetail = {
    ...{ code: _id.slice(-4).toUpperCase(), by, proposedBy: opId, nth, people },
    ...(words ? { sealedWords: (await deps.cipherOf(county)).seal(words, `${_id}/why`) } : {}),
  };
  const [state = 'PROPOSED'] = machine.initial;
  const beginning = { _id, county, kind: mergeKind, state, area, scope: scopeOf(area) };
  const entries = [tellRoles(['GRID_LEADER'], { area, detail }, 'MERGE_PROPOSED')];
  return { ...beginRecord(beginning, entries, now), ...{ kind: mergeKind, createdAt: now, detail } };
}
