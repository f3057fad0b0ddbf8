import { SignedInOnly } from '@/features/identity/signed-in-only';
import { TripScreen } from '@/features/transfers/trip-screen';

/** Default export: Taro asks for it. */
export default function TripPage() {
  return (
    <SignedInOnly>
      <TripScreen />
    </SignedInOnly>
  );
}
