import { ChainScreen } from '@/features/deliveries/grid-desk/chain-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function ChainPage() {
  return (
    <SignedInOnly>
      <ChainScreen />
    </SignedInOnly>
  );
}
