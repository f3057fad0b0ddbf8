import { ExposedDoorsScreen } from '@/features/grid/command/exposed-doors-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function ExposedDoorsPage() {
  return (
    <SignedInOnly>
      <ExposedDoorsScreen />
    </SignedInOnly>
  );
}
