import { type Act, SendingNote } from '@/api';

/** What the server does not have yet, or has refused. Nothing once it has it: the turn itself says what became of it. */
export function UnsentNote({ of }: { readonly of: Act }) {
  return of.state === 'sent' ? null : <SendingNote of={of} />;
}
