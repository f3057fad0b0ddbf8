import { SignedInOnly } from '@/features/identity/signed-in-only';
import { MergesScreen } from '@/features/merges/merges-screen';

/** Default export: Taro asks for it. */
export default function MergesPage() {
  return (
    <SignedInOnly>
      <MergesScreen />
    </SignedInOnly>
  );
}
