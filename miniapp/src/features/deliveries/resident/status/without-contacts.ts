import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';

/** What may lie on a household's device: the request without the phones and the door of anybody. */
export function withoutContacts(view: DeliveryView): DeliveryView {
  const { household, carrier, ...rest } = view;
  return {
    ...rest,
    ...(household && { household: { id: household.id, name: household.name, masked: household.masked } }),
    ...(carrier && { carrier: { label: carrier.label, ...(carrier.team && { team: carrier.team }) } }),
  };
}
