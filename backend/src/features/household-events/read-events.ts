import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { HouseholdId } from '@grid-relief/shared-types/primitives/ids';
import { type PageQuery, pageOfRecords } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { householdsOf, type PersonActor } from '../../lifecycle';
import { type HouseholdEvent, isEventOver } from './household-event';
import type { HouseholdEventDeps } from './household-event.deps';
import { areasRead, roleFor } from './household-event.policy';
import { eventRow, eventView, type Seen } from './household-event.presenter';
import { householdEventRepository } from './household-event.repository';
import { openPoints } from './open-points';
import { welfareView } from './welfare/welfare-task.presenter';
import { welfareTaskRepository } from './welfare/welfare-task.repository';

/** What has no time any more stands at the end. */
export const last = Number.MAX_SAFE_INTEGER;

/** What views of these homes are made of. */
export async function seenBy(
  deps: HouseholdEventDeps,
  actor: PersonActor,
  households: readonly string[],
): Promise<Seen> {
  const { county } = actor;
  const [cipher, doorCodes] = await Promise.all([deps.cipherOf(county), deps.doorCodes(county, households)]);
  return { actor, now: deps.now(), areaName: deps.areaName, doorCodes, cipher };
}

/** Homes in which something has happened, what is late first. */
export async function listEvents(deps: HouseholdEventDeps, actor: PersonActor, query: PageQuery) {
  const stored = householdEventRepository(deps.connection);
  const { county } = actor;
  const open = await stored.openIn(county, areasRead(actor, deps.now()));
  return pageOfRecords(open, query, {
    placeOf: ({ dueAt, createdAt, _id }) => [dueAt?.getTime() ?? last, createdAt.getTime(), _id],
    wholeOf: (ids) => stored.byIds(county, ids),
    async draw(page: readonly HouseholdEvent[]) {
      const ids = page.map(({ _id }) => _id);
      const tasks = await welfareTaskRepository(deps.connection).ofEvents(county, ids);
      const seen = await seenBy(
        deps,
        actor,
        page.map(({ household }) => household),
      );
      return page.map((one) => eventRow(seen, one, tasks));
    },
  });
}

/** The event as this person may see it now; undefined: it is out of their sight. */
export async function viewEvent(deps: HouseholdEventDeps, actor: PersonActor, event: HouseholdEvent) {
  if (!roleFor(event, actor, deps.now())) return undefined;
  const found = await welfareTaskRepository(deps.connection).ofEvents(event.county, [event._id]);
  // as the groups were named: two may have been named in one minute
  const tasks = event.detail.behind.flatMap(({ task }) => found.find(({ _id }) => _id === task) ?? []);
  const [seen, inTheWay] = await Promise.all([seenBy(deps, actor, [event.household]), openPoints(deps, event, tasks)]);
  return eventView(seen, event, { tasks, inTheWay, welfare: tasks.map((task) => welfareView(seen, task)) });
}

/** @throws Problem not-found */
export async function getEvent(deps: HouseholdEventDeps, actor: PersonActor, id: string) {
  const event = await householdEventRepository(deps.connection).byId(actor.county, id);
  const view = event ? await viewEvent(deps, actor, event) : undefined;
  if (!view) throw new Problem('not-found');
  return view;
}

/** Homes of somebody that the community is seeing to: never why, and one answer for whatever it is. */
export async function homesInCare(deps: HouseholdEventDeps, actor: PersonActor) {
  const { county } = actor;
  const homes = householdsOf(actor);
  if (homes.length === 0) return { items: [] };
  const open = (await householdEventRepository(deps.connection).ofHomes(county, homes)).filter(
    (event) => !isEventOver(event),
  );
  const told = new Map(open.map((one) => [one.household, one]));
  const items = [...told.values()].map(async ({ household, area }) => {
    const gridPhone = await deps.gridPhone(county, areaId(area));
    // of a stored record
    return { household: household as HouseholdId, ...(gridPhone ? { gridPhone } : {}) };
  });
  return { items: await Promise.all(items) };
}
