import { SignedInOnly } from '@/features/identity/signed-in-only';
import { InvestigationsScreen } from '@/features/investigations/investigations-screen';

/** Default export: Taro asks for it. */
export default function CasesPage() {
  return (
    <SignedInOnly>
      <InvestigationsScreen />
    </SignedInOnly>
  );
}
