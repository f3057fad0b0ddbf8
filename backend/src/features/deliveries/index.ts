import type { Route } from '../../http/mount';
import type { EntryHandler } from '../../tasks';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRoutes } from './delivery.routes';
import { climbLateFact } from './late-facts/climb-late-fact';
import { followLateFact } from './late-facts/follow-late-fact';
import { lateFactIndexes } from './late-facts/late-fact.model';
import type { OtherWorks } from './late-facts/other-work';
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
export type { LeftIll } from './handover-photo';
export { lateFactIndexes } from './late-facts/late-fact.model';
export type { CatchingUp, OtherWork, OtherWorks } from './late-facts/other-work';
export { owedTo } from './ledger';
export { ledgerIndexes } from './ledger.model';
export { holdersFor } from './open-request';
export { type DeliveryAction, type Performance, perform } from './perform';
export { goesToPlace } from './pickup-mode';
export { homeEvent, sick } from './reasons';
export { openSaid } from './sealed-words';
export { goesByPoint, type PointFact, runnerToPoint } from './sealed-zone';
export { submitDelivery } from './submit-delivery';
export { atDoorNeeds } from './triage.rules';
export { mustView, viewFor, viewsFor } from './view-delivery';
export { visitedDoors } from './visited-doors';

export interface DeliveryFeature {
  readonly routes: readonly Route[];
  /** By kind of entry; `fire` and `timer` come by kind of task, in `timer`. */
  readonly outboxHandlers: Readonly<Record<string, EntryHandler>>;
  /** Of entries `fire` and `timer` of deliveries; `handleByKind` puts it beside those of other work. */
  readonly timer: EntryHandler;
  /** Entries of facts that came too late: their ladder, and what follows from a decision. */
  readonly lateFacts: { readonly timer: EntryHandler; readonly decided: EntryHandler };
  readonly indexPlans: readonly (typeof ledgerIndexes)[];
}

/**
 * Opens the feature on what it needs from the others.
 * @param others work beside deliveries whose facts may come too late
 */
export function deliveryFeature(deps: DeliveryDeps, others: OtherWorks = {}): DeliveryFeature {
  const forLateFacts = { ...deps, others };
  return {
    routes: deliveryRoutes(deps, forLateFacts),
    outboxHandlers: deliveryHandlers(deps),
    timer: deliveryTimer(deps),
    lateFacts: {
      timer: (document, entry) => climbLateFact(forLateFacts, document, entry),
      decided: (document) => followLateFact(forLateFacts, document),
    },
    indexPlans: [ledgerIndexes, lateFactIndexes],
  };
}
