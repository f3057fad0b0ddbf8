import { HomeScreen } from '@/features/deliveries/resident/home-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** The way in. */
export default function HomePage() {
  return (
    <SignedInOnly>
      <HomeScreen />
    </SignedInOnly>
  );
}
