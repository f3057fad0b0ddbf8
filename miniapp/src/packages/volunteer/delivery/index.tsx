import { DeliveryScreen } from '@/features/deliveries/carrying/delivery-screen';

/** One delivery in hand. Default export: Taro asks for it. */
export default function DeliveryPage() {
  return <DeliveryScreen />;
}
