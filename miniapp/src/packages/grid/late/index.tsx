import { LateFactsScreen } from '@/features/grid/late-facts-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function LateFactsPage() {
  return (
    <SignedInOnly>
      <LateFactsScreen />
    </SignedInOnly>
  );
}
