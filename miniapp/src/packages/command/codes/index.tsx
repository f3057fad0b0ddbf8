import { CodesScreen } from '@/features/codes/codes-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function CodesPage() {
  return (
    <SignedInOnly>
      <CodesScreen />
    </SignedInOnly>
  );
}
