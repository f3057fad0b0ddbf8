import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';

/**
 * What may lie on a household's device: the request without the phone and the door of anybody (words about the way may name
 * one), and without what a doctor said.
 */
export function withoutContacts(view: DeliveryView): DeliveryView {
  const { household, wayWords: _way, prescription: _photo, doctor, ...rest } = view;
  return {
    ...rest,
    ...(doctor?.nextStep && { doctor: { nextStep: doctor.nextStep } }),
    ...(household && { household: { id: household.id, name: household.name, masked: household.masked } }),
  };
}
