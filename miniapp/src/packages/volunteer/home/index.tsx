import { DutyScreen } from '@/features/volunteers/duty-screen';

/** A volunteer on duty. Default export: Taro asks for it. */
export default function DutyPage() {
  return <DutyScreen />;
}
