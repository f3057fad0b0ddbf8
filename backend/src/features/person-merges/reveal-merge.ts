import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { FoundPerson } from './merge-people';
import { mergeKind } from './person-merge';
import type { PersonMergeDeps } from './person-merge.deps';
import { roleFor } from './person-merge.policy';
import { personMergeRepository } from './person-merge.repository';

const sides = ['FIRST', 'SECOND'] as const;
/** As what a look at somebody is kept with their own record. */
const keptAs = { TRAVELLER: 'returnee', EPISODE: 'episode', PERSON: 'person' } as const;

/**
 * Opens names and numbers of both, side by side. The looks are stored before anything is answered, one with the merge and
 * one with each of the two: when they cannot be stored, nothing is shown.
 * @throws Problem not-found (also for one elsewhere), op-id-reused
 */
export async function revealMerge(
  deps: PersonMergeDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { readonly opId: string; readonly why: string },
) {
  const at = deps.now();
  const { county, personId: who } = actor;
  const record = await personMergeRepository(deps.connection).byId(county, id);
  const role = record && roleFor(record.scope, actor, at);
  if (!record || !role) throw new Problem('not-found');
  const look = { county, at, who, role, did: 'reveal', why };
  const recordedAt = await deps.recordLook({ ...look, id: opId, kind: 'merge', record: id });
  for (const one of record.detail.people) {
    const ownId = derivedId(county, opId, mergeKind, one.id);
    await deps.recordLook({ ...look, id: ownId, kind: keptAs[one.kind], record: one.id });
  }
  const found = await deps.people.find(county, record.detail.people);
  return {
    people: sides.map((of, place) => ({ of, ...openedOf(found[place]) })),
    recordedAt: recordedAt.toISOString(),
  };
}

function openedOf(found: FoundPerson | undefined) {
  const { name, phone, idNumber, birthYear } = found?.who ?? {};
  return {
    ...(name ? { name } : {}),
    ...(phone ? { phone } : {}),
    ...(idNumber ? { idNumber } : {}),
    ...(birthYear ? { birthYear } : {}),
  };
}
