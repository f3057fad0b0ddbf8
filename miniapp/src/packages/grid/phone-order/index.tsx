import { PhoneOrderScreen } from '@/features/deliveries/grid-desk/phone-order-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function PhoneOrderPage() {
  return (
    <SignedInOnly>
      <PhoneOrderScreen />
    </SignedInOnly>
  );
}
