import type { AreaChangeDraft } from '@grid-relief/shared-types/areas/area-change.schema';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { storeDraft } from '../../acting';
import { Problem } from '../../http/problem';
import { areasOf, beginRecord, inputHash, type PersonActor } from '../../lifecycle';
import { type AreaChange, areaChangeKind, machine } from './area-change';
import { areaChangeRepository } from './area-change.repository';
import { areaChanges } from './area-changes';
import type { AreaChangeDeps } from './area-changes.deps';
import { faultsNow } from './ground';
import { madeRootsOf, rootsOf } from './plan.rules';

/** What is said beside a draft is sealed for its record alone. */
export const wordsPurpose = (id: string) => `${id}/words`;

/**
 * Stores a draft of a change of the tree. The same draft again answers the stored one.
 * @throws Problem not-found (a dispatcher of less than the county), invalid-input, id-taken, outcome-unknown
 */
export async function prepareAreaChange(
  deps: AreaChangeDeps,
  actor: PersonActor,
  draft: AreaChangeDraft,
): Promise<AreaChange> {
  const { county } = actor;
  const now = deps.now();
  if (!areasOf(actor, 'COUNTY_DISPATCHER', now).includes(areaId(county))) throw new Problem('not-found');
  const stored = areaChangeRepository(deps.connection);
  const hash = actor.asked ?? inputHash('prepareAreaChange', draft);
  const change = await storeDraft({
    find: () => stored.byId(county, draft.id),
    async make() {
      await mustMakeSense(deps, county, draft);
      return newChange(deps, actor, draft, hash);
    },
    insert: areaChanges(deps).insert,
    isSame: ({ detail }) => detail.draftHash === hash && detail.preparedBy === actor.personId,
  });
  if (change.state === 'DRAFT') await mustBeAlone(deps, change, draft);
  return change;
}

/** @throws Problem invalid-input */
async function mustMakeSense(deps: AreaChangeDeps, county: string, { id, what }: AreaChangeDraft): Promise<void> {
  const errors = await faultsNow(deps, county, id, what);
  if (errors.length > 0) throw new Problem('invalid-input', undefined, { errors });
}

/** Two drafts of one moment see each other only once both are stored; then neither stays. */
async function mustBeAlone(deps: AreaChangeDeps, change: AreaChange, draft: AreaChangeDraft): Promise<void> {
  try {
    await mustMakeSense(deps, change.county, draft);
  } catch (problem) {
    await areaChangeRepository(deps.connection).withdraw(change);
    throw problem;
  }
}

async function newChange(
  { areas, cipherOf, now }: AreaChangeDeps,
  { county, personId }: PersonActor,
  { id: _id, what: wanted, words }: AreaChangeDraft,
  draftHash: string,
): Promise<AreaChange> {
  const area = areaId(county);
  const [state = 'DRAFT'] = machine.initial;
  const at = now();
  const concerned: readonly string[] = [
    ...rootsOf(wanted),
    ...(wanted.kind === 'SPLIT' ? wanted.into.flatMap(({ parts }) => parts) : []),
  ];
  const known = (await areas.ofCounty(county)).filter((one) => concerned.includes(one._id));
  const names = [...madeRootsOf(wanted), ...known.map((one) => ({ area: one._id, name: one.name }))].map(
    ({ area: one, name }) => ({ area: one, name }),
  );
  const sealed = words === undefined ? {} : { words: (await cipherOf(county)).seal(words, wordsPurpose(_id)) };
  return {
    ...beginRecord({ _id, county, kind: areaChangeKind, state, area, scope: scopeOf(area) }, [], at),
    ...{ kind: areaChangeKind, createdAt: at, detail: { wanted, names, preparedBy: personId, draftHash, ...sealed } },
  };
}
