import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { deliveryPlanLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/delivery-plan.lifecycle';
import type { SupplyGood } from '@grid-relief/shared-types/quarantine/supply.schema';
import type { TrackedRecord } from '../../../acting';

/** The states and actions of handbook 2.3, "Delivery plan". */
export const machine = deliveryPlanLifecycle;
export type PlanAction = ActionOf<typeof deliveryPlanLifecycle>;

/** When something of a household runs out. */
export interface Need {
  readonly good: SupplyGood;
  readonly runsOutAt: Date;
}

export interface PlanDetail {
  readonly goods: readonly Need[];
  readonly silentSince?: Date;
  readonly calls: readonly { readonly at: Date; readonly by: string; readonly answered: boolean }[];
}

/** What the contracts of its actions carry. */
export interface PlanBody {
  readonly needs?: readonly { readonly good: SupplyGood; readonly runsOutOn: string }[];
  readonly good?: SupplyGood;
  readonly answered?: boolean;
}

/** The supply clock of a household in quarantine; `about` is the episode it belongs to. */
export interface DeliveryPlan extends TrackedRecord<PlanDetail> {
  readonly kind: 'DELIVERY_PLAN';
}
