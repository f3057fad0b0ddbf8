import { ProxiesScreen } from '@/features/identity/proxies-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Consent to act for others. */
export default function ProxiesPage() {
  return (
    <SignedInOnly>
      <ProxiesScreen />
    </SignedInOnly>
  );
}
