import type { LedgerRow } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import type { z } from '@grid-relief/shared-types/zod';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { ledgerRepository } from './ledger.repository';

/**
 * Whether a carrier still waits for what was advanced for this delivery. The record says who paid; its row in the book
 * may be a moment behind.
 */
export async function isOwed(deps: Pick<DeliveryDeps, 'connection'>, delivery: Delivery): Promise<boolean> {
  const { county, _id, detail } = delivery;
  if (detail.advancedBy === undefined || (detail.actualFen ?? 0) === 0) return false;
  const rows = await ledgerRepository(deps.connection).ofDelivery(county, _id);
  return !rows.some(({ kind }) => kind === 'REPAID');
}

/**
 * Whether the carrier has the money back while the household has still to pay: what it pays now is the cashier's.
 * Reads the book only where that can be.
 */
export async function isRepaidFirst(deps: Pick<DeliveryDeps, 'connection'>, delivery: Delivery): Promise<boolean> {
  const { state, detail } = delivery;
  const isOpen = ['CONFIRMED', 'UNPAID'].includes(state) && !detail.receivedTick;
  return isOpen && detail.advancedBy !== undefined && !(await isOwed(deps, delivery));
}

type Told = NonNullable<z.infer<typeof LedgerRow>['told']>;

/** Who is told of an overdue repayment, one after the other (handbook 2.1). */
export const repayers: readonly (Told & Role)[] = ['COMMUNITY_CASHIER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
/** It climbs like urgent work (handbook 4.2). Minutes. */
export const climbAfterMinutes = 15;

/** How far an overdue repayment has climbed; undefined: it is not overdue. Pure. */
export function toldBy(dueAt: Date, now: Date): Told | undefined {
  return repayers.findLast((_, step) => addMinutes(dueAt, step * climbAfterMinutes) < now);
}
