import type { AreaChangePreview } from '@grid-relief/shared-types/areas/area-change.schema';
import { type AreaId, areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { recordsIn } from '../../lifecycle';
import { heirOf } from '../areas';
import type { AreaChange } from './area-change';
import type { AreaChangeDeps } from './area-changes.deps';
import { goesAlong, isWidened } from './grant-holding';
import type { Because } from './holding';
import { madeRootsOf, onwards, planOf, rootsOf } from './plan.rules';
import { countWork } from './work-holding';

/** Looked through at one time. */
const partSize = 200;

/** What a change would move, as it is now; numbers alone (handbook 2.11). */
export async function previewOf(deps: AreaChangeDeps, change: AreaChange): Promise<AreaChangePreview> {
  const { county, detail, _id } = change;
  const passage = onwards(planOf(change, await deps.areas.ofCounty(county)));
  const because: Because = { change: _id, county, by: detail.preparedBy, now: deps.now(), passage };
  const into = new Map(madeRootsOf(detail.wanted).map((one) => [one.area, { ...one, ...nothing }]));
  const intoOf = (area: string) => {
    const heir = heirOf(passage.heirs, areaId(area));
    return heir && scopeOf(heir).flatMap((above) => into.get(above) ?? [])[0];
  };
  // an area that is only called otherwise moves nothing, but its people are told
  const roots = rootsOf(detail.wanted);
  const [homes, work, volunteers, grants] = await Promise.all([
    countHomes(deps, change, intoOf),
    countKinds(deps, county, roots, intoOf),
    countVolunteers(deps, county, roots, because.now),
    countGrants(deps, because),
  ]);
  const begins = [...into.values()].map(({ area, name, people, households, free }) => ({
    area,
    name,
    people,
    households,
    free,
  }));
  return { ...homes, work, ...volunteers, grants, into: begins };
}

const nothing = { people: 0, households: 0, free: 0 };
type Counts = { people: number; households: number; free: number };
type IntoOf = (area: string) => Counts | undefined;

/** Homes that hang at the old area itself are counted: at a split nobody has said into which part they go. */
async function countHomes({ homesIn }: AreaChangeDeps, { county, detail }: AreaChange, intoOf: IntoOf) {
  const roots = rootsOf(detail.wanted);
  const all = { people: 0, households: 0 };
  let withoutPart = 0;
  for await (const { area, people } of homesIn(county, roots)) {
    if (people === undefined) continue;
    if (roots.some((root) => root === area)) withoutPart += 1;
    for (const counted of [all, intoOf(area)]) {
      if (!counted) continue;
      counted.people += people;
      counted.households += 1;
    }
  }
  return detail.wanted.kind === 'SPLIT' ? { ...all, withoutPart } : all;
}

async function countKinds(deps: AreaChangeDeps, county: string, roots: readonly AreaId[], intoOf: IntoOf) {
  const kinds: AreaChangePreview['work'] = [];
  for (const one of deps.work) {
    const counts = await countWork(deps.connection, one, county, roots);
    for (const { area, free } of counts) {
      const counted = intoOf(area);
      if (counted) counted.free += free;
    }
    const sum = (of: 'held' | 'free') => counts.reduce((total, count) => total + count[of], 0);
    if (counts.length > 0) kinds.push({ kind: one.kind, held: sum('held'), free: sum('free') });
  }
  return kinds;
}

async function countVolunteers({ connection }: AreaChangeDeps, county: string, roots: readonly AreaId[], now: Date) {
  const people = recordsIn<object>(connection.collection('volunteers'));
  const where = { county, scope: { $in: [...roots] } };
  const [volunteers, onDuty] = await Promise.all([
    people.countDocuments(where as object),
    people.countDocuments({ ...where, 'duty.on': true, 'duty.until': { $gt: now } } as object),
  ]);
  return { volunteers, onDuty };
}

async function countGrants({ grants }: AreaChangeDeps, because: Because): Promise<AreaChangePreview['grants']> {
  const ending = [...because.passage.heirs.keys()];
  const byRole = new Map<string, { count: number; wider: number }>();
  for (let after = ''; ending.length > 0; ) {
    const found = await grants.holdersIn(because.county, ending, after, partSize);
    const last = found.at(-1);
    if (!last) break;
    after = last.person;
    for (const grant of found.flatMap((one) => one.grants.filter((each) => goesAlong(each, because)))) {
      const { count, wider } = byRole.get(grant.role) ?? { count: 0, wider: 0 };
      const isWider = isWidened(grant.area, because.passage);
      byRole.set(grant.role, { count: count + 1, wider: wider + (isWider ? 1 : 0) });
    }
  }
  return [...byRole].map(([role, counts]) => ({ role, ...counts }));
}
