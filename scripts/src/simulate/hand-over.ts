import { handoverLegActions, myHandoverLegs } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import type { FileId } from '@grid-relief/shared-types/primitives/ids';
import type * as z from '@grid-relief/shared-types/zod';
import type { SimulatedPerson } from './client';

const { leaveAtPoint, takeInside } = handoverLegActions;

/**
 * Bags for a sealed zone (handbook 2.1b): whoever brings them leaves them at its point with a photo, whoever is inside
 * counts the same number and takes them in. The door then comes with what is held.
 */
export async function handOver(
  person: SimulatedPerson,
  photograph: () => Promise<z.infer<typeof FileId>>,
): Promise<void> {
  const mine = await person.call(myHandoverLegs);
  if (!mine.ok) return;
  for (const { id, bags = 1, actions } of mine.value.items) {
    const params = { id: id as never }; // a task id is a record id
    const opId = person.newOpId();
    if (actions.includes('leaveAtPoint')) {
      await person.call(leaveAtPoint, { params, body: { opId, bags, photo: await photograph() } });
    } else if (actions.includes('takeInside')) {
      await person.call(takeInside, { params, body: { opId, bags } });
    }
  }
}
