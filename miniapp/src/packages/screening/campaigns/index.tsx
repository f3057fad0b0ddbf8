import { SignedInOnly } from '@/features/identity/signed-in-only';
import { CampaignsScreen } from '@/features/screening/campaigns-screen';

/** Default export: Taro asks for it. */
export default function CampaignsPage() {
  return (
    <SignedInOnly>
      <CampaignsScreen />
    </SignedInOnly>
  );
}
