import { OrderScreen } from '@/features/deliveries/resident/order/order-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Asking for goods or help. */
export default function OrderPage() {
  return (
    <SignedInOnly>
      <OrderScreen />
    </SignedInOnly>
  );
}
