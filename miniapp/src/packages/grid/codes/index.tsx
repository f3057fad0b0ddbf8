import { GridCodesScreen } from '@/features/codes/grid-codes-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function GridCodesPage() {
  return (
    <SignedInOnly>
      <GridCodesScreen />
    </SignedInOnly>
  );
}
