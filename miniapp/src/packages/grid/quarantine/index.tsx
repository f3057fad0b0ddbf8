import { SignedInOnly } from '@/features/identity/signed-in-only';
import { QuarantineScreen } from '@/features/quarantine/quarantine-screen';

/** Default export: Taro asks for it. */
export default function QuarantinePage() {
  return (
    <SignedInOnly>
      <QuarantineScreen />
    </SignedInOnly>
  );
}
