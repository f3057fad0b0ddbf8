import type { SupplyView } from '@grid-relief/shared-types/quarantine/episode.schema';
import { type PersonActor, permittedActions } from '../../../lifecycle';
import { type DeliveryPlan, machine } from './delivery-plan';
import { soonest } from './supply-clock.rules';

/** The supply clock for its household and its grid. Pure. */
export function presentSupply(plan: DeliveryPlan, actor: PersonActor, now: Date): SupplyView {
  const { _id: id, state, revision, detail } = plan;
  const first = soonest(detail.goods);
  return {
    id: id as SupplyView['id'], // derived in the shape of the contract
    ...{ state, revision },
    goods: detail.goods.map(({ good, runsOutAt }) => ({ good, runsOutAt: runsOutAt.toISOString() })),
    ...(first ? { soonest: first.good } : {}),
    ...(detail.silentSince ? { silentSince: detail.silentSince.toISOString() } : {}),
    actions: permittedActions(machine, plan, actor, now),
  };
}
