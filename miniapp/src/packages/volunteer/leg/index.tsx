import { LegScreen } from '@/features/deliveries/handover-leg/leg-screen';

/** Bags at the edge of a sealed zone. Default export: Taro asks for it. */
export default function LegPage() {
  return <LegScreen />;
}
