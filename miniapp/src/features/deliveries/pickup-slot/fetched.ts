import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';

type Shown = Pick<DeliveryView, 'kind'> & { readonly mode?: DeliveryView['mode'] | undefined };

/** What is done at the door is not fetched at a place, whatever the zone says of goods. */
const atDoor: readonly string[] = ['ERRAND', 'WASTE_PICKUP'];

/** Goods that the household fetches from a numbered place in its own time (handbook 4.9). */
export const isFetched = ({ mode, kind }: Shown): boolean => mode === 'SLOT' && !atDoor.includes(kind);

/** From the carrier on, until the household has it: the server is asked for a time only then. */
const carried: readonly string[] = [
  'ACCEPTED',
  'SHOPPING',
  'SUBSTITUTION_PENDING',
  'CANCEL_ASKED',
  'COLLECTED',
  'PURCHASED',
  'IN_TRANSIT',
  'HANDOVER_PENDING',
  'READY_FOR_PICKUP',
];

/** Whether a time to fetch it may be known by now. */
export const mayHaveTurn = (shown: Shown & Pick<DeliveryView, 'state'>): boolean =>
  isFetched(shown) && carried.includes(shown.state);

/** Before anybody carries it: a time comes later. */
export const waitsForTurn = (shown: Shown & Pick<DeliveryView, 'state'>): boolean =>
  isFetched(shown) && ['SUBMITTED', 'TRIAGED', 'BATCHED', 'OFFERED', 'ON_HOLD'].includes(shown.state);
