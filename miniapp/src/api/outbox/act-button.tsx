import type { Endpoint } from '@grid-relief/shared-types/contract';
import { Button, type ButtonProps } from '@/ui';
import type { Act } from './use-act';

type ActButtonProps = Omit<ButtonProps, 'onPress' | 'busy'> & {
  readonly of: Act;
  /** The action of the record. */
  readonly does: Endpoint;
  /** What is said beside the tap; nothing unless given. */
  readonly body?: object;
};

/**
 * A button that does an action of a record once: busy while it is being sent, and away while anything of the record
 * waits for the network or is refused, which `SendingNote` tells.
 */
export function ActButton({ of, does, body = {}, ...looks }: ActButtonProps) {
  const isSending = of.isSending(does);
  if (!isSending && (of.isUnderWay || of.refused !== undefined)) return null;
  // what an action asks for beside the tap is known to whoever draws its button
  return <Button {...looks} busy={isSending} onPress={() => void of.act(does, body as never)} />;
}
