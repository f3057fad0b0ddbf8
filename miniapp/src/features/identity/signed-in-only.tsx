import type { ReactNode } from 'react';
import { useSession } from '@/api';
import { SignInScreen } from './sign-in-screen';

/** Draws the page for whoever is signed in, and the sign-in in its place for everybody else; afterwards the page is there. */
export function SignedInOnly({ children }: { readonly children: ReactNode }) {
  const isSignedIn = useSession(({ signedIn }) => signedIn !== undefined);
  return isSignedIn ? children : <SignInScreen />;
}
