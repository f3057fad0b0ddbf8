import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Good } from '@grid-relief/shared-types/shops/shop.contract';
import type { Delivery, Line } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';

/** A household is served every two to three days (handbook 4.5); so long what it had counts towards its limit. Minutes. */
const rotationMinutes = 2 * 24 * 60;
/** More requests than a household makes in that time. */
const readAtMost = 60;
const neverBrought: readonly string[] = ['CANCELLED', 'MERGED', 'REJECTED', 'VOID'];

/** For whom something is asked, and by which request; `joined` is another that this one takes over. */
type Asking = Pick<Delivery, '_id' | 'county' | 'household'> & { readonly joined?: string | undefined };

/**
 * How much of each scarce good a household has asked for or had lately by other requests. Reads nothing when no line
 * is scarce.
 */
export async function hadLately(
  { connection }: Pick<DeliveryDeps, 'connection'>,
  { _id, county, household, joined }: Asking,
  lines: readonly Pick<Line, 'sku'>[],
  goods: ReadonlyMap<string, Good>,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const scarce = lines.some(({ sku = '' }) => goods.get(sku)?.limitPerHousehold !== undefined);
  if (!scarce) return new Map();
  const since = addMinutes(now, -rotationMinutes);
  const filter = { county, household, createdAt: { $gte: since }, state: { $nin: [...neverBrought] } };
  const found = await deliveryRepository(connection).list(filter, { createdAt: -1 }, readAtMost);
  return countBySku(found.filter((other) => other._id !== _id && other._id !== joined));
}

/** What is brought a second time because the first was wrong is not had twice. Pure. */
export function countBySku(deliveries: readonly Pick<Delivery, 'detail'>[]): ReadonlyMap<string, number> {
  const had = new Map<string, number>();
  for (const { detail } of deliveries) {
    if (detail.linkedFrom !== undefined) continue;
    for (const { sku, outcome, quantity, boughtQuantity = quantity } of detail.lines) {
      if (sku !== undefined && outcome !== 'LEFT_OUT') had.set(sku, (had.get(sku) ?? 0) + boughtQuantity);
    }
  }
  return had;
}
