import { SignedInOnly } from '@/features/identity/signed-in-only';
import { DoorsScreen } from '@/features/screening/doors-screen';

/** Default export: Taro asks for it. */
export default function DoorsPage() {
  return (
    <SignedInOnly>
      <DoorsScreen />
    </SignedInOnly>
  );
}
