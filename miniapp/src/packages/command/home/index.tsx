import { CommandScreen } from '@/features/grid/command/command-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function CommandPage() {
  return (
    <SignedInOnly>
      <CommandScreen />
    </SignedInOnly>
  );
}
