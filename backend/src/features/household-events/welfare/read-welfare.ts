import { type PageQuery, pageOfRecords } from '../../../http/page-of-rows';
import { Problem } from '../../../http/problem';
import type { PersonActor } from '../../../lifecycle';
import type { HouseholdEventDeps } from '../household-event.deps';
import { areasRead, roleFor } from '../household-event.policy';
import { last, seenBy } from '../read-events';
import type { WelfareTask } from './welfare-task';
import { welfareRow, welfareView } from './welfare-task.presenter';
import { welfareTaskRepository } from './welfare-task.repository';

/** People who were left behind, those without anybody first. */
export async function listWelfare(deps: HouseholdEventDeps, actor: PersonActor, query: PageQuery) {
  const stored = welfareTaskRepository(deps.connection);
  const { county } = actor;
  const open = await stored.openIn(county, areasRead(actor, deps.now()));
  return pageOfRecords(open, query, {
    placeOf: ({ dueAt, createdAt, _id }) => [dueAt?.getTime() ?? last, createdAt.getTime(), _id],
    wholeOf: (ids) => stored.byIds(county, ids),
    async draw(page: readonly WelfareTask[]) {
      const homes = page.map(({ household }) => household);
      const seen = await seenBy(deps, actor, homes);
      return page.map((one) => welfareRow(seen, one));
    },
  });
}

/** The task as this person may see it now; undefined: it is out of their sight. */
export async function viewWelfare(deps: HouseholdEventDeps, actor: PersonActor, task: WelfareTask) {
  if (!roleFor(task, actor, deps.now())) return undefined;
  return welfareView(await seenBy(deps, actor, [task.household]), task);
}

/** @throws Problem not-found */
export async function getWelfare(deps: HouseholdEventDeps, actor: PersonActor, id: string) {
  const task = await welfareTaskRepository(deps.connection).byId(actor.county, id);
  const view = task ? await viewWelfare(deps, actor, task) : undefined;
  if (!view) throw new Problem('not-found');
  return view;
}
