import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../http/problem';
import { holdsRole, type PersonActor } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { inLanes } from '../../platform/in-lanes';
import { campaignFor, mustBeSmall } from './read-doors';
import type { ScreeningDeps } from './screening.deps';
import { isVisitOver } from './visit';
import { visitRepository } from './visit.repository';
import { visits } from './visits';

/** Of a building, given beside one another. */
const width = 6;

/**
 * Gives all open doors of a grid or a building to one screener, each by an act of its own named after this operation: what
 * a crash leaves undone, a repeat does.
 * @throws Problem not-found (also for a place elsewhere), invalid-input
 */
export async function giveDoors(
  deps: ScreeningDeps,
  actor: PersonActor,
  id: string,
  { opId, area, screener }: { readonly opId: string; readonly area: AreaId; readonly screener: string },
): Promise<{ doors: number }> {
  const campaign = await campaignFor(deps, actor, id);
  mustBeSmall(area);
  if (!holdsRole(actor, 'GRID_LEADER', scopeOf(area), deps.now())) throw new Problem('not-found');
  if (!(await deps.screenersOf(actor.county, area)).includes(screener))
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/screener', detail: 'a screener here' }] });
  const all = await visitRepository(deps.connection).at(campaign, area);
  // whoever was at a door that is visited anew is not sent there again
  const open = all.filter((visit) => !isVisitOver(visit) && !visit.assignment.excluded.includes(screener));
  await inLanes(open.entries(), width, ([i, { _id, county }]) => {
    const body = { screener, doors: i === 0 ? open.length : 0 };
    const act = { county, id: _id, actor, opId: derivedId(county, opId, _id), body };
    return overtaken(() => visits(deps).act({ ...act, action: 'sendScreener' }));
  });
  return { doors: open.length };
}

/** A door that got its result in between needs nobody any more. */
async function overtaken(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isOver = error instanceof Problem && ['transition-not-allowed', 'changed-meanwhile'].includes(error.type);
    if (!isOver) throw error;
  }
}
