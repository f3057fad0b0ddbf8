import { HomeEventsScreen } from '@/features/household-events/home-events-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function HomeEventsPage() {
  return (
    <SignedInOnly>
      <HomeEventsScreen />
    </SignedInOnly>
  );
}
