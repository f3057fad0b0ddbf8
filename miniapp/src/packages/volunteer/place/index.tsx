import { PlaceScreen } from '@/features/deliveries/pickup-slot/place-screen';

/** Bags at a pick-up place. Default export: Taro asks for it. */
export default function PlacePage() {
  return <PlaceScreen />;
}
