import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { type ActingOn, actingOn, recordModel } from '../../../acting';
import { holdsRole, isOwn, isSystem, recordsIn } from '../../../lifecycle';
import type { EpisodeDeps } from '../episode.deps';
import { type DeliveryPlan, machine, type PlanAction, type PlanBody } from './delivery-plan';
import { planVerbs } from './delivery-plan.verbs';

export type DeliveryPlans = ActingOn<DeliveryPlan, PlanAction, PlanBody>;

/** Supply clocks and what is done to them (handbook 2.3). @throws Problem as the engine's `act` */
export function deliveryPlans(deps: EpisodeDeps): DeliveryPlans {
  return actingOn({
    ...{ kind: 'DELIVERY_PLAN', machine, deps, verbs: planVerbs },
    collection: recordModel(deps.connection, 'episodes').collection,
    maySee: (plan, actor, now) =>
      isSystem(actor) || isOwn(plan, actor) || holdsRole(actor, ['GRID_WORKER', 'GRID_LEADER'], plan.scope, now),
  });
}

/** Open supply clocks of these episodes. */
export function openPlansOf(
  connection: Connection,
  county: string,
  episodes: readonly string[],
): Promise<DeliveryPlan[]> {
  const records = recordsIn<DeliveryPlan>(recordModel(connection, 'episodes').collection);
  const filter = { county, about: { $in: [...episodes] }, kind: 'DELIVERY_PLAN' as const };
  return records.find({ ...filter, state: { $in: openStates(machine) } }).toArray();
}
