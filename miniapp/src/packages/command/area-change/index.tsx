import { AreaChangeScreen } from '@/features/area-changes/area-change-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function AreaChangePage() {
  return (
    <SignedInOnly>
      <AreaChangeScreen />
    </SignedInOnly>
  );
}
