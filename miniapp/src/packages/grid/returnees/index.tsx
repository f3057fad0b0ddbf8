import { SignedInOnly } from '@/features/identity/signed-in-only';
import { GridReturneesScreen } from '@/features/returnees/grid-screen';

/** Default export: Taro asks for it. */
export default function GridReturneesPage() {
  return (
    <SignedInOnly>
      <GridReturneesScreen />
    </SignedInOnly>
  );
}
