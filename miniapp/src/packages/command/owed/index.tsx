import { OwedScreen } from '@/features/grid/owed-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function OwedPage() {
  return (
    <SignedInOnly>
      <OwedScreen />
    </SignedInOnly>
  );
}
