import { LooksScreen } from '@/features/households/looks-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Who looked at our data. */
export default function LooksPage() {
  return (
    <SignedInOnly>
      <LooksScreen />
    </SignedInOnly>
  );
}
