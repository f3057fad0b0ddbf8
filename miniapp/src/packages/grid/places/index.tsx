import { GridPlacesScreen } from '@/features/deliveries/pickup-slot/grid-places-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function GridPlacesPage() {
  return (
    <SignedInOnly>
      <GridPlacesScreen />
    </SignedInOnly>
  );
}
