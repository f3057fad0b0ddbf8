import { PrivacyScreen } from '@/features/identity/privacy-screen';

/** How a person's data are used; for everybody, signed in or not. */
export default function PrivacyPage() {
  return <PrivacyScreen />;
}
