import { RunsScreen } from '@/features/grid/runs-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function RunsPage() {
  return (
    <SignedInOnly>
      <RunsScreen />
    </SignedInOnly>
  );
}
