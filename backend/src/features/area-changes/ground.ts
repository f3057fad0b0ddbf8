import type { AreaChangeWish } from '@grid-relief/shared-types/areas/area-change.schema';
import { areaChangeRepository } from './area-change.repository';
import type { AreaChangeDeps } from './area-changes.deps';
import { doMeet, type Fault, faultsOf } from './wish.rules';

type Deps = Pick<AreaChangeDeps, 'areas' | 'now' | 'waysOf' | 'connection'>;

/**
 * What speaks against a wish by the tree as it is now, and by other changes that are not over: of two that touch the same
 * part each sees the other, so that neither comes through beside it.
 */
export async function faultsNow(deps: Deps, county: string, id: string, wanted: AreaChangeWish): Promise<Fault[]> {
  const tree = await deps.areas.ofCounty(county);
  const faults = faultsOf(wanted, {
    tree: tree.filter(({ madeBy }) => madeBy !== id),
    now: deps.now(),
    ways: deps.waysOf,
  });
  const open = await areaChangeRepository(deps.connection).open(county);
  const isMet = open.some(({ _id, detail }) => _id !== id && doMeet(detail.wanted, wanted));
  const pointer = wanted.kind === 'MERGE' ? '/what/areas' : '/what/area';
  return isMet ? [...faults, { pointer, detail: 'part of another change that is not over' }] : faults;
}
