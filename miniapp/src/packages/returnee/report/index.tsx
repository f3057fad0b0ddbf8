import { SignedInOnly } from '@/features/identity/signed-in-only';
import { ReportScreen } from '@/features/returnees/report-screen';

/** Default export: Taro asks for it. */
export default function ReportPage() {
  return (
    <SignedInOnly>
      <ReportScreen />
    </SignedInOnly>
  );
}
