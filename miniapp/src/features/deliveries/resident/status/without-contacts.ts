import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';

/** What may lie on a household's device: the request without the phone and the door of anybody; words about the way may name one. */
export function withoutContacts(view: DeliveryView): DeliveryView {
  const { household, wayWords: _way, ...rest } = view;
  return {
    ...rest,
    ...(household && { household: { id: household.id, name: household.name, masked: household.masked } }),
  };
}
