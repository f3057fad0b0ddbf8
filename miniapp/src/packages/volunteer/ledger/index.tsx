import { LedgerScreen } from '@/features/volunteers/ledger-screen';

/** What I paid and what is owed to me. Default export: Taro asks for it. */
export default function LedgerPage() {
  return <LedgerScreen />;
}
