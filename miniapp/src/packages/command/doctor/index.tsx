import { DoctorScreen } from '@/features/grid/doctor/doctor-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function DoctorPage() {
  return (
    <SignedInOnly>
      <DoctorScreen />
    </SignedInOnly>
  );
}
