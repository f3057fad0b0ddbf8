import type {
  FourClassPlace,
  listFourClass as listContract,
  setFourClass as setContract,
} from '@grid-relief/shared-types/areas/four-class.contract';
import type { BodyOf, QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import { type AreaId, areaId, areaLevels, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { latest } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, fingerprintOf, holdsRole, type PersonActor } from '../../lifecycle';
import type { AreaRecord } from './area.record';
import { inForce } from './area-book';
import type { ListAreasDeps } from './list-areas';

const setters: readonly Role[] = ['TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];
const readers: readonly Role[] = ['DOCTOR', 'GRID_WORKER', 'GRID_LEADER', ...setters];
/** More than lies directly below a place. */
const belowAtMost = 500;

type Deps = ListAreasDeps;

/**
 * How four-class medicine is sold (handbook 4.8): in the places a reader has a role for, or in one of them and what lies
 * directly below it.
 * @throws Problem not-found for a place that the reader has no role for
 */
export async function listFourClass(
  deps: Deps,
  actor: PersonActor,
  { place, ...page }: QueryOf<typeof listContract>,
): Promise<ResponseOf<typeof listContract>> {
  const now = deps.now();
  const own = [...new Set(readers.flatMap((role) => areasOf(actor, role, now)))];
  if (place !== undefined && !scopeOf(place).some((above) => own.includes(above))) throw new Problem('not-found');
  const wanted = place === undefined ? own : [place];
  const found = await Promise.all(wanted.map((id) => deps.areas.byId(actor.county, id)));
  const below = place === undefined ? [] : await directlyBelow(deps, actor.county, place, now);
  const records = [...found.flatMap((record) => record ?? []), ...below];
  const { rows, ...more } = pageOfRows(records, ({ _id }) => [_id], page);
  return { items: rows.map((record) => present(deps, actor, record, now)), ...more };
}

async function directlyBelow(deps: Deps, county: string, parent: AreaId, now: Date): Promise<AreaRecord[]> {
  const level = areaLevels[areaLevels.indexOf(levelOf(parent)) + 1];
  return level ? deps.areas.below({ county, parent, level, now, limit: belowAtMost }) : [];
}

/**
 * From an instant on it is sold otherwise in a place of one's own; what is over by then begins now. Safe to repeat. Other
 * processes know it with their next reading of the tree.
 * @throws Problem not-found for a place outside one's own, op-id-reused
 */
export async function setFourClass(
  deps: Deps,
  actor: PersonActor,
  id: AreaId,
  { opId, mode, from }: BodyOf<typeof setContract>,
): Promise<FourClassPlace> {
  const now = deps.now();
  const { county, personId: by } = actor;
  if (!holdsRole(actor, setters, scopeOf(id), now)) throw new Problem('not-found');
  const inputHash = fingerprintOf(actor, 'setFourClass', { id, mode, from });
  await deps.areas.addFourClass(county, id, { mode, from: latest(new Date(from), now), by, opId, inputHash });
  const record = await deps.areas.byId(county, id);
  const kept = record?.fourClass?.find((rule) => rule.opId === opId);
  if (!record || !kept) throw new Problem('not-found');
  if (kept.inputHash !== inputHash) throw new Problem('op-id-reused');
  await deps.book.refresh();
  return present(deps, actor, record, now);
}

function present({ book }: Deps, actor: PersonActor, record: AreaRecord, now: Date): FourClassPlace {
  const { _id, level, fourClass: rules = [] } = record;
  const own = inForce(rules, now);
  const planned = rules.filter(({ from }) => from > now).sort((a, b) => a.from.getTime() - b.from.getTime());
  return {
    area: _id,
    areaName: book.areaName(areaId(_id)),
    level,
    mode: own?.mode ?? book.fourClassOf(_id, now),
    ...(own ? { since: own.from.toISOString() } : {}),
    planned: planned.map(({ mode, from }) => ({ mode, from: from.toISOString() })),
    maySet: holdsRole(actor, setters, scopeOf(_id), now),
  };
}
