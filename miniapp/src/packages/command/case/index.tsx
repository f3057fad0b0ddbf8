import { SignedInOnly } from '@/features/identity/signed-in-only';
import { InvestigationScreen } from '@/features/investigations/investigation-screen';

/** Default export: Taro asks for it. */
export default function CasePage() {
  return (
    <SignedInOnly>
      <InvestigationScreen />
    </SignedInOnly>
  );
}
