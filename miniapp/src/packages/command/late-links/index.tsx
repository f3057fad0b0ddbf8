import { SignedInOnly } from '@/features/identity/signed-in-only';
import { LateLinksScreen } from '@/features/returnees/late-links-screen';

/** Default export: Taro asks for it. */
export default function LateLinksPage() {
  return (
    <SignedInOnly>
      <LateLinksScreen />
    </SignedInOnly>
  );
}
