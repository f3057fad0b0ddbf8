import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import type { Role } from '@grid-relief/shared-types/roles';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import { type AreaChange, nameIn } from './area-change';
import { madeRootsOf, rootsOf } from './plan.rules';

/** Who works in an area: whose list looks otherwise afterwards. */
const told: readonly Role[] = [
  'GRID_WORKER',
  'GRID_LEADER',
  'VILLAGE_SECRETARY',
  'COMMUNITY_WORKER',
  'TOWNSHIP_DISPATCHER',
];

/** The heads of the county hear that something waits for them. */
export function tellHeads({ area, _id }: AreaChange): NewEntry {
  return notice({ role: 'COUNTY_HEAD', area }, 'AREA_TO_SCHEDULE', {}, { record: _id });
}

/** Whoever works in the areas concerned hears what becomes of them, by their names, and from when on. */
export function tellGrids({ detail }: AreaChange, code: NoticeCode, at: Date): NewEntry {
  const { wanted } = detail;
  const roots = rootsOf(wanted);
  const before = roots.map((area) => nameIn(detail, area)).join('、');
  const into = wanted.kind === 'RENUMBER' ? [wanted.into] : madeRootsOf(wanted);
  const after = into.map(({ name }) => name).join('、');
  const to = roots.flatMap((area) => told.map((role) => ({ role, area })));
  return notice(to, code, { areas: `${before} → ${after}`, from: at.toISOString() });
}
