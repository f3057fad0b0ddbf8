import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { orderStatusText } from '@/text/order-status';
import { Button } from '@/ui';

/** The order that brings it again, or the one it goes back to. */
export function LinkedOrder({ view: { linkedTo, linkedFrom } }: { readonly view: DeliveryView }) {
  const t = useText(orderStatusText);
  const id = linkedTo ?? linkedFrom;
  if (id === undefined) return null;
  const open = () => void openPage('/pages/delivery/index', { id });
  return <Button icon="link" label={t(linkedTo ? 'seeAgain' : 'seeFirst')} onPress={open} />;
}
