import type { LedgerRow } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import type * as z from '@grid-relief/shared-types/zod';
import { type Account, accountFrom, accountOf } from './account.rules';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { ledgerRepository } from './ledger.repository';

/**
 * How a carrier stands who advanced money for this delivery; undefined: nobody did. The record says who paid and how
 * much; its row in the book may be a moment behind.
 */
export async function accountFor(
  deps: Pick<DeliveryDeps, 'connection'>,
  { county, _id, detail }: Delivery,
): Promise<Account | undefined> {
  const { advancedBy, actualFen = 0 } = detail;
  if (advancedBy === undefined || actualFen === 0) return undefined;
  const rows = await ledgerRepository(deps.connection).ofDelivery(county, _id);
  return accountFrom(actualFen, accountOf(rows).repaidFen);
}

/** Whether a carrier still waits for what was advanced, or a part of it. */
export async function isOwed(deps: Pick<DeliveryDeps, 'connection'>, delivery: Delivery): Promise<boolean> {
  return ((await accountFor(deps, delivery))?.owedFen ?? 0) > 0;
}

/**
 * Whether the carrier has the money back, or some of it, while the household has still to pay: what it pays now is the
 * cashier's, all of it, so that nobody is asked by two. Reads the book only where that can be.
 */
export async function isRepaidFirst(deps: Pick<DeliveryDeps, 'connection'>, delivery: Delivery): Promise<boolean> {
  const { state, detail } = delivery;
  if (!['CONFIRMED', 'UNPAID'].includes(state) || detail.receivedTick) return false;
  return ((await accountFor(deps, delivery))?.repaidFen ?? 0) > 0;
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
