import { SignedInOnly } from '@/features/identity/signed-in-only';
import { DoorAlertsScreen } from '@/features/sensors/door-alerts-screen';

/** Default export: Taro asks for it. */
export default function DoorAlertsPage() {
  return (
    <SignedInOnly>
      <DoorAlertsScreen />
    </SignedInOnly>
  );
}
