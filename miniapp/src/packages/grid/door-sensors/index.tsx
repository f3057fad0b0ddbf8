import { SignedInOnly } from '@/features/identity/signed-in-only';
import { DoorSensorsScreen } from '@/features/sensors/door-sensors-screen';

/** Default export: Taro asks for it. */
export default function DoorSensorsPage() {
  return (
    <SignedInOnly>
      <DoorSensorsScreen />
    </SignedInOnly>
  );
}
