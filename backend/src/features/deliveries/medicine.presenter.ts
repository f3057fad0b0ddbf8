import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { type Around, iso } from './around';
import { type Delivery, known } from './delivery';
import { asksRegister, isRegistered } from './register.rules';

/** In whose hands the household's card is: for the household, its grid, the carrier, and whoever has it. Pure. */
export function custodyOf({ detail }: Delivery, { standing, labels, actor }: Around): DeliveryView['custody'] {
  const { custody } = detail;
  if (!custody) return undefined;
  const self = custody.heldBy === actor.personId;
  if (!self && !['HOUSEHOLD', 'HOLDER', 'GRID'].includes(standing)) return undefined;
  const heldBy = labels.get(custody.heldBy) ?? { label: 'STAFF' };
  return {
    items: [...custody.items],
    takenAt: custody.takenAt.toISOString(),
    heldBy: self ? { ...heldBy, self } : heldBy,
    ...known({ returnedAt: iso(custody.returnedAt) }),
  };
}

/** That somebody has said whom it is for, and that the pharmacy has it; a doctor phones whoever asks. Pure. */
export function registerOf(delivery: Delivery, { standing, fourClass = 'FREE' }: Around): DeliveryView['register'] {
  const { detail } = delivery;
  if (standing === 'DOCTOR' || !asksRegister(detail.lines, fourClass)) return undefined;
  const registered = isRegistered(delivery) ? detail.registered : undefined;
  // who it was for is forgotten with the purchase; that it was said is not
  return {
    given: detail.patient !== undefined || registered !== undefined,
    ...known({ registeredAt: iso(registered?.at) }),
  };
}
