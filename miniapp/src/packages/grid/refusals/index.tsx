import { SignedInOnly } from '@/features/identity/signed-in-only';
import { RefusalsScreen } from '@/features/refusals/refusals-screen';

/** Default export: Taro asks for it. */
export default function RefusalsPage() {
  return (
    <SignedInOnly>
      <RefusalsScreen />
    </SignedInOnly>
  );
}
