import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { SupplyGood } from '@grid-relief/shared-types/quarantine/supply.schema';
import { derivedId } from '../../../platform/ids';
import type { EntryHandler } from '../../../tasks';
import type { EpisodeDeps } from '../episode.deps';
import { deliveryPlans } from './delivery-plans';

/** Nobody brings it in time: it becomes a request of the household with a clock of its own (handbook 2.3). */
export function needsDelivery(deps: EpisodeDeps): EntryHandler {
  return async ({ county, _id }, { payload }) => {
    const plan = await deliveryPlans(deps).byId(county, _id);
    if (!plan?.household || plan.state === 'CLOSED') return;
    const [good, by] = [SupplyGood.parse(payload.good), new Date(String(payload.by))]; // written by our own verb
    const id = derivedId(county, _id, 'needs', String(payload.opId));
    await deps.bringToHousehold({ id, county, household: plan.household, area: areaId(plan.area), good, by });
  };
}
