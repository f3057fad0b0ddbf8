import { SignedInOnly } from '@/features/identity/signed-in-only';
import { PersonScreen } from '@/features/returnees/person-screen';

/** Default export: Taro asks for it. */
export default function PersonPage() {
  return (
    <SignedInOnly>
      <PersonScreen />
    </SignedInOnly>
  );
}
