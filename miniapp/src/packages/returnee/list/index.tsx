import { SignedInOnly } from '@/features/identity/signed-in-only';
import { MyTripsScreen } from '@/features/returnees/my-trips-screen';

/** Default export: Taro asks for it. */
export default function MyTripsPage() {
  return (
    <SignedInOnly>
      <MyTripsScreen />
    </SignedInOnly>
  );
}
