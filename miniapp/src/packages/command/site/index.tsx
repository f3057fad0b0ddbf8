import { SignedInOnly } from '@/features/identity/signed-in-only';
import { SiteScreen } from '@/features/sites/site-screen';

/** Default export: Taro asks for it. */
export default function SitePage() {
  return (
    <SignedInOnly>
      <SiteScreen />
    </SignedInOnly>
  );
}
