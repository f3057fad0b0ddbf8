import { AreasScreen } from '@/features/area-changes/areas-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function AreasPage() {
  return (
    <SignedInOnly>
      <AreasScreen />
    </SignedInOnly>
  );
}
