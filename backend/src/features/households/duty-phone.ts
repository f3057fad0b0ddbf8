import { type AreaId, ancestorAt } from '@grid-relief/shared-types/primitives/areas';
import type { Clock } from '../../platform/clock';
import type { IdentityService } from '../identity';

interface Knowing {
  readonly identity: Pick<IdentityService, 'open' | 'holdersOf'>;
  readonly now: Clock;
}

/**
 * Whom a household calls: the worker of its grid or, while there is none, the leader of its village. Theirs is a duty
 * phone, known to every door of the grid, so reading it is no look at a person.
 */
export async function dutyPhoneOf(
  { identity, now }: Knowing,
  county: string,
  area: AreaId,
): Promise<string | undefined> {
  const grid = ancestorAt(area, 'GRID');
  const village = ancestorAt(area, 'VILLAGE');
  const [worker] = grid ? await identity.holdersOf(county, 'GRID_WORKER', [grid], now()) : [];
  const [leader] = !worker && village ? await identity.holdersOf(county, 'GRID_LEADER', [village], now()) : [];
  const person = worker ?? leader;
  return person === undefined ? undefined : (await identity.open(county, [person])).get(person)?.phone;
}
