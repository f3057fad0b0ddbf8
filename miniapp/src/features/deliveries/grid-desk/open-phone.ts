import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { revealHousehold } from '@grid-relief/shared-types/households/household.contract';
import { call, newId, type Outcome } from '@/api';

/** Opens the number of the household behind a request; the server writes the look down. Nothing is kept. */
export async function openPhone(delivery: string): Promise<Outcome<string>> {
  const read = await call(getDelivery, { params: { id: delivery } });
  if (!read.ok) return read;
  const { household } = read.value;
  if (household === undefined) return { ok: false, problem: { type: 'not-found', status: 404, errors: [] } };
  const outcome = await call(revealHousehold, { params: { id: household.id }, body: { opId: newId(), why: 'CALL' } });
  return outcome.ok ? { ok: true, value: outcome.value.phone } : outcome;
}
