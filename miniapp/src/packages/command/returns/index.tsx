import { ReturnedGoodsScreen } from '@/features/deliveries/returns/returned-goods-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function ReturnsPage() {
  return (
    <SignedInOnly>
      <ReturnedGoodsScreen />
    </SignedInOnly>
  );
}
