import { SignedInOnly } from '@/features/identity/signed-in-only';
import { DoorReportScreen } from '@/features/screening/door-report-screen';

/** Default export: Taro asks for it. */
export default function DoorReportPage() {
  return (
    <SignedInOnly>
      <DoorReportScreen />
    </SignedInOnly>
  );
}
