import { HistoryScreen } from '@/features/deliveries/resident/history-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Earlier requests. */
export default function HistoryPage() {
  return (
    <SignedInOnly>
      <HistoryScreen />
    </SignedInOnly>
  );
}
