import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { type AreaRecord, heirOf } from '../areas';
import type { AreaChange } from './area-change';
import type { AreaChangeDeps } from './area-changes.deps';
import { areaMoveRepository, type MoveRow } from './area-move.repository';
import type { Because, Holding, Lying } from './holding';
import { type AreaPlan, backwards, onwards, planOf } from './plan.rules';

/** So many are looked up and meant together; a walk that has to end ends between two such parts. */
const partSize = 50;

/**
 * Brings everything to where it lies by the state of a change, and says whether all of it is done. First the areas are
 * there to which things go, then rights reach them, then everything goes along, and only then do the old ones end: at no
 * instant does free work lie in an area that does not count, or in one its people cannot see. Every step finds what is
 * done and leaves it, so that a walk that died is walked again from its beginning.
 * @param isOver says when to stop; the rest is left to the next walk
 */
export async function walk(deps: AreaChangeDeps, change: AreaChange, isOver: () => boolean): Promise<boolean> {
  const plan = planOf(change, await deps.areas.ofCounty(change.county));
  const isBack = change.state === 'REVERTED';
  const passage = isBack ? backwards(plan) : onwards(plan);
  const because: Because = {
    ...{ change: change._id, county: change.county, now: deps.now(), passage },
    by: (isBack ? change.detail.reverted?.by : change.detail.scheduledBy) ?? change.detail.preparedBy,
  };
  await (isBack ? reopen(deps, change, plan) : begin(deps, change, plan));
  for (const holding of deps.holdings) {
    if (passage.from.length > 0 && !(await bringOn(deps, holding, because, isBack, isOver))) return false;
  }
  await (isBack ? endMade(deps, change, plan) : endOld(deps, change, plan));
  await deps.refreshBook();
  return true;
}

/** @returns false when it had to stop before the last one */
async function bringOn(
  deps: Pick<AreaChangeDeps, 'connection'>,
  holding: Holding,
  because: Because,
  isBack: boolean,
  isOver: () => boolean,
): Promise<boolean> {
  const { county, passage } = because;
  const ending = [...passage.heirs.keys()];
  for (let after = ''; ; ) {
    const found = await holding.find({ county, roots: passage.from, ending, after, limit: partSize });
    const last = found.at(-1);
    if (!last) return true;
    after = last._id;
    const moved = await bringPart(deps, holding, found, because, isBack);
    // a leg that has moved nothing yet does not end: the next one would begin at the same place
    if (moved > 0 && isOver()) return false;
  }
}

/** Where each goes is written down first, so that it comes back to exactly where it was. @returns how many went */
async function bringPart(
  { connection }: Pick<AreaChangeDeps, 'connection'>,
  holding: Holding,
  found: readonly Lying[],
  because: Because,
  isBack: boolean,
): Promise<number> {
  const { county, change, passage, now } = because;
  const moves = areaMoveRepository(connection);
  const place = { county, change, what: holding.name };
  const ids = found.map(({ _id }) => _id);
  const earlier: ReadonlyMap<string, MoveRow> = isBack ? await moves.of(place, ids) : new Map();
  const meant = found.flatMap((one) => {
    const row = earlier.get(one._id);
    // only what still lies where it was brought
    const to = row?.to === one.area ? areaId(row.from) : heirOf(passage.heirs, areaId(one.area));
    return to === undefined ? [] : [{ one, to }];
  });
  if (!isBack) await moves.meant(place, meant.map(asRow));
  let moved = 0;
  for (const { one, to } of meant) {
    if (!(await holding.move(one, to, because))) continue;
    moved += 1;
    if (!isBack) await moves.done(place, one._id, now);
  }
  return moved;
}

const asRow = ({ one: { _id, area }, to }: { one: Lying; to: string }) => ({ one: _id, from: area, to });

/** The new areas are there, also when nobody has written them down yet. */
async function begin({ areas }: AreaChangeDeps, change: AreaChange, plan: AreaPlan): Promise<void> {
  const { county, detail } = change;
  const made = madeAt(plan, beginningOf(change));
  await areas.addMany(made);
  await areas.link(county, made);
  if (plan.renamed && detail.at) await areas.rename(county, plan.renamed, change._id, detail.at);
}

async function endOld({ areas }: AreaChangeDeps, change: AreaChange, { heirs }: AreaPlan): Promise<void> {
  await areas.endAll(change.county, { heirs, change: change._id, at: beginningOf(change) });
}

async function reopen({ areas }: AreaChangeDeps, { county, _id }: AreaChange, { renamed }: AreaPlan): Promise<void> {
  await areas.reopen(county, _id);
  if (renamed) await areas.renameBack(county, renamed, _id);
}

async function endMade({ areas }: AreaChangeDeps, { county, _id, detail }: AreaChange, plan: AreaPlan): Promise<void> {
  const at = detail.reverted?.at;
  if (!at) throw new Error('nobody has taken this change back');
  await areas.endAll(county, { heirs: backwards(plan).heirs, change: _id, at });
  await areas.unlink(
    county,
    plan.made.map((one) => one._id),
    _id,
  );
}

/** The areas that a change makes, from an instant on. Pure. */
export function madeAt({ made }: AreaPlan, validFrom: Date): AreaRecord[] {
  return made.map((one) => ({ ...one, validFrom }));
}

/** @throws when nobody has scheduled it: such an entry is parked, where it is seen */
export function beginningOf({ detail: { at } }: Pick<AreaChange, 'detail'>): Date {
  if (!at) throw new Error('nobody has scheduled this change');
  return at;
}
