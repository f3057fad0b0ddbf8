import { DutyScreen } from '@/features/grid/duty-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function DutyPage() {
  return (
    <SignedInOnly>
      <DutyScreen />
    </SignedInOnly>
  );
}
