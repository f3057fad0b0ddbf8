import { SettingsScreen } from '@/features/identity/settings-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Settings of person and device. */
export default function SettingsPage() {
  return (
    <SignedInOnly>
      <SettingsScreen />
    </SignedInOnly>
  );
}
