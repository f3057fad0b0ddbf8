import { RunScreen } from '@/features/deliveries/carrying/run/run-screen';

/** One run, several doors. Default export: Taro asks for it. */
export default function RunPage() {
  return <RunScreen />;
}
