import { SignedInOnly } from '@/features/identity/signed-in-only';
import { TransferDeskScreen } from '@/features/transfers/desk-screen';

/** Default export: Taro asks for it. */
export default function TransferDeskPage() {
  return (
    <SignedInOnly>
      <TransferDeskScreen />
    </SignedInOnly>
  );
}
