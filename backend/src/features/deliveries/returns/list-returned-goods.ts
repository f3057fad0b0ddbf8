import type { QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import type { returnedGoods as contract } from '@grid-relief/shared-types/deliveries/returned-goods.contract';
import { type Place, pageOfRecords } from '../../../http/page-of-rows';
import { areasOf, type PersonActor } from '../../../lifecycle';
import type { Delivery } from '../delivery';
import type { DeliveryDeps } from '../delivery.deps';
import { deliveryRepository } from '../delivery.repository';
import type { DeliveryInList } from '../delivery-in-list';
import { runWindows } from '../runs/run-windows';
import { presentReturn } from './returned-goods.presenter';
import { backSince, countedForMs } from './returned-goods.rules';

type Query = QueryOf<typeof contract>;

/** A store has some dozens of bags that come back; whoever looks at more sees those that wait longest. */
const mostListed = 500;

/** Goods that come back to the stores of a keeper's areas, or those counted in there lately. */
export async function listReturnedGoods(
  deps: DeliveryDeps,
  actor: PersonActor,
  query: Query,
): Promise<ResponseOf<typeof contract>> {
  const now = deps.now();
  const areas = areasOf(actor, 'STORE_KEEPER', now);
  return pageOfRecords(await listed(deps, actor, areas, query.tab), query, {
    placeOf: placeIn(query.tab),
    wholeOf: (ids) => deliveryRepository(deps.connection).byIds(actor.county, ids),
    draw: (page) => draw(deps, actor, page, now),
  });
}

function listed(
  { connection, now }: DeliveryDeps,
  { county }: PersonActor,
  areas: readonly string[],
  tab: Query['tab'],
) {
  const { rows } = deliveryRepository(connection);
  const here = { county, scope: { $in: [...areas] } };
  if (tab === 'coming') return rows({ ...here, state: 'RETURNED' }, { priority: 1, waitingSince: 1 }, mostListed);
  const since = new Date(now().getTime() - countedForMs);
  return rows({ ...here, 'detail.countedInAt': { $gte: since } }, { 'detail.countedInAt': -1 }, mostListed);
}

/** What waits longest stands first; of what is done, what was done last. */
function placeIn(tab: Query['tab']) {
  return (delivery: DeliveryInList): Place =>
    tab === 'coming'
      ? [backSince(delivery).getTime(), delivery._id]
      : [-(delivery.detail.countedInAt?.getTime() ?? 0), delivery._id];
}

async function draw(deps: DeliveryDeps, actor: PersonActor, page: readonly Delivery[], now: Date) {
  const people = page.flatMap(({ assignment, history }) => [
    ...(assignment.assignee === undefined ? [] : [assignment.assignee]),
    ...history.flatMap(({ action, by }) => (action === 'disposeReturned' ? by : [])),
  ]);
  const runs = page.flatMap(({ run }) => run ?? []);
  const [labels, windows] = await Promise.all([
    deps.labelsOf(actor.county, [...new Set(people)]),
    runWindows(deps.connection, actor.county, [...new Set(runs)]),
  ]);
  return page.map((delivery) => presentReturn(delivery, { actor, now, labels, windows }));
}
