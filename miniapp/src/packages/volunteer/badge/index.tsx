import { BadgeScreen } from '@/features/badges/badge-screen';

/** My duty badge. Default export: Taro asks for it. */
export default function BadgePage() {
  return <BadgeScreen />;
}
