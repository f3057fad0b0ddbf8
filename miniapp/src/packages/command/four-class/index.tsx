import { FourClassScreen } from '@/features/four-class/four-class-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function FourClassPage() {
  return (
    <SignedInOnly>
      <FourClassScreen />
    </SignedInOnly>
  );
}
