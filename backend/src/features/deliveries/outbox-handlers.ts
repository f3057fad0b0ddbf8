import { Problem } from '../../http/problem';
import { fire, firingOf } from '../../lifecycle';
import { type OutboxEntry, stillMeans, type WithOutbox } from '../../outbox';
import { derivedId } from '../../platform/ids';
import type { EntryHandler } from '../../tasks';
import { bookEntry } from './book-entry';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';
import { householdOf } from './entries';
import { redeliver } from './linked-delivery';
import { freeOpenRequest } from './open-request';
import { type DeliveryAction, perform } from './perform';

/** Fires a due timer of a delivery; one whose time has passed fires into nothing. */
export function deliveryTimer(deps: DeliveryDeps): EntryHandler {
  return async (document, entry) => {
    if (!stillMeans(entry, document)) return;
    const { id, action, actor, opId, guard } = firingOf(document, entry);
    const reason = timerReasons[action];
    await fire(() =>
      perform(deps, {
        action: action as DeliveryAction, // written by our own verbs and the table alone
        county: document.county,
        id,
        actor,
        opId,
        guard,
        ...(reason ? { reason } : {}),
      }),
    );
  };
}

/** Actions that need a reason have one when time takes them. */
const timerReasons: Readonly<Record<string, string>> = { giveBack: 'NOT_BEGUN', cancel: 'NO_ANSWER' };

/** Kinds of outbox entries only deliveries have. Each is safe to deliver twice. */
export function deliveryHandlers(deps: DeliveryDeps): Readonly<Record<string, EntryHandler>> {
  const reads = (work: (delivery: Delivery, entry: OutboxEntry) => Promise<unknown>): EntryHandler => {
    return async (document: WithOutbox, entry) => {
      const delivery = await deliveryRepository(deps.connection).byId(document.county, document._id);
      if (delivery) await work(delivery, entry);
    };
  };
  return {
    follow: reads((delivery, entry) => followUp(deps, delivery, entry)),
    tellHousehold: reads((delivery, entry) =>
      deps.tell(delivery, { id: entry.id, payload: householdOf(delivery, entry) }),
    ),
    freeReservation: reads((delivery) => freeOpenRequest(deps.connection, delivery)),
    ledger: reads((delivery, entry) => bookEntry(deps, delivery, entry)),
    // first the new one has the household's place, then the old one may end
    redeliver: reads(async (delivery, entry) => {
      await redeliver(deps, delivery);
      await followUp(deps, delivery, { ...entry, payload: { action: 'closeResolved' } });
    }),
  };
}

/** The product's own next act. It is done when the record has moved on by itself. */
async function followUp(deps: DeliveryDeps, delivery: Delivery, entry: OutboxEntry): Promise<void> {
  const { action } = entry.payload;
  if (typeof action !== 'string') throw new Error('a following action is named');
  const { county, _id: id } = delivery;
  const opId = derivedId(county, id, entry.id);
  const system = action === 'triage' ? 'policy' : 'outbox';
  try {
    // written by our own verbs alone
    await perform(deps, { action: action as DeliveryAction, county, id, actor: { system, county }, opId });
  } catch (error) {
    const over = error instanceof Problem && ['transition-not-allowed', 'changed-meanwhile'].includes(error.type);
    if (!over) throw error;
  }
}
