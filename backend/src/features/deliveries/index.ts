import type { Route } from '../../http/mount';
import type { EntryHandler } from '../../tasks';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRoutes } from './delivery.routes';
import { ledgerIndexes } from './ledger.model';
import { deliveryHandlers, deliveryTimer } from './outbox-handlers';

export type { Delivery, DeliveryDetail, Line } from './delivery';
export type {
  AddressChange,
  CandidateRow,
  DeliveryDeps,
  DoorOf,
  HouseholdContact,
  HouseholdFacts,
} from './delivery.deps';
export { type Standing, standingOf } from './delivery.policy';
export { type DeliveryRepository, deliveryRepository } from './delivery.repository';
export { owedTo } from './ledger';
export { ledgerIndexes } from './ledger.model';
export { holdersFor } from './open-request';
export { pageOfRows } from './page-of-rows';
export { type DeliveryAction, type Performance, perform } from './perform';
export { goesToPlace } from './pickup-mode';
export { openSaid } from './sealed-words';
export { goesByPoint, type PointFact, runnerToPoint } from './sealed-zone';
export { atDoorNeeds } from './triage.rules';
export { mustView, viewFor, viewsFor } from './view-delivery';

export interface DeliveryFeature {
  readonly routes: readonly Route[];
  /** By kind of entry; `fire` and `timer` come by kind of task, in `timer`. */
  readonly outboxHandlers: Readonly<Record<string, EntryHandler>>;
  /** Of entries `fire` and `timer` of deliveries; `handleByKind` puts it beside those of other work. */
  readonly timer: EntryHandler;
  readonly indexPlans: readonly (typeof ledgerIndexes)[];
}

/** Opens the feature on what it needs from the others. */
export function deliveryFeature(deps: DeliveryDeps): DeliveryFeature {
  return {
    routes: deliveryRoutes(deps),
    outboxHandlers: deliveryHandlers(deps),
    timer: deliveryTimer(deps),
    indexPlans: [ledgerIndexes],
  };
}
