import { SignedInOnly } from '@/features/identity/signed-in-only';
import { SitesScreen } from '@/features/sites/sites-screen';

/** Default export: Taro asks for it. */
export default function SitesPage() {
  return (
    <SignedInOnly>
      <SitesScreen />
    </SignedInOnly>
  );
}
