import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { StepNote } from '../carrying/step-frame';
import { numberOf } from './at-place-step';

/** Nobody fetched it, and it goes to the door now: its carrier fetches it from where it stands first (handbook 2.1c). */
export function StillAtPlace({ view: { place } }: { readonly view: DeliveryView }) {
  const t = useText(pickupPlaceText);
  if (place === undefined) return null;
  const number = numberOf(place);
  return <StepNote tone="amber" words={number === undefined ? t('still-there') : t('still-on-number', { number })} />;
}
