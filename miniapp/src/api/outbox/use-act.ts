import type { Endpoint } from '@grid-relief/shared-types/contract';
import type * as z from '@grid-relief/shared-types/zod';
import { useSyncExternalStore } from 'react';
import { useIsOnline } from '@/ui/state/network';
import type { InputOf } from '../call';
import type { Problem } from '../problem';
import { newId } from '../session';
import type { Command } from './command';
import { outbox } from './device-outbox';
import { enqueue, type FileToSend } from './enqueue';
import { type Deed, isSecondTap, isUnderWay, signOf } from './outbox-rules';

/** Everything the outbox holds, oldest first. */
export function useOutbox(): readonly Command[] {
  return useSyncExternalStore(outbox.onChange, outbox.commands, outbox.commands);
}

/** What the person did on a record that the server may not know yet: drawn over the last known state. */
export function usePendingFor(record: string): readonly Command[] {
  return useOutbox().filter((each) => each.record === record && each.state !== 'sent');
}

/** How many acts wait or were refused, for the badge. Photos count with their act. */
export function useUnsentCount(): number {
  return useOutbox().filter(({ state, file }) => state !== 'sent' && file === undefined).length;
}

/** `offline`: kept on the phone until there is a network. */
export type SendingState = 'idle' | 'offline' | 'waiting' | 'sending' | 'sent' | 'refused';

/** The truth about the sending of one record's acts, worst first: nothing hides a refusal. */
export function sendingState(commands: readonly Command[], isOnline: boolean): SendingState {
  const has = (state: Command['state']) => commands.some((each) => each.state === state);
  if (has('refused')) return 'refused';
  if (has('waiting') && !has('sending')) return isOnline ? 'waiting' : 'offline';
  if (has('sending') || has('waiting')) return isOnline ? 'sending' : 'offline';
  return commands.length > 0 ? 'sent' : 'idle';
}

type ActFields<E extends Endpoint> = z.input<E['body']> & object;
/** Fields the table asks for or not, action by action; the contract's types cannot tell, the server does. */
type AskedByTable = 'reason' | 'revision';
type ActBody<E extends Endpoint> = Omit<ActFields<E>, 'opId' | 'occurredAt' | AskedByTable> &
  Partial<Pick<ActFields<E>, Extract<keyof ActFields<E>, AskedByTable>>>;

export type Act = {
  /** Does an action of the record: opId and the time of the press are made here, once. A double tap does it once. */
  readonly act: <E extends Endpoint>(
    endpoint: E,
    body: ActBody<E>,
    files?: readonly FileToSend[],
  ) => Promise<{ readonly kept: boolean }>;
  readonly state: SendingState;
  /** Something done here is on its way or waits for the network. */
  readonly isUnderWay: boolean;
  /** Being sent now: the button that was pressed says so. */
  readonly isSending: (endpoint: Endpoint) => boolean;
  /** What was done here and how far it came, oldest first. */
  readonly commands: readonly Command[];
  /** The refusal to tell, with its command. */
  readonly refused: { readonly command: Command; readonly problem: Problem } | undefined;
  readonly retry: () => void;
  readonly discard: () => void;
};

/** Deeds whose photos are being kept: they are not in the outbox yet. */
const beingKept = new Set<string>();

/** Hands a deed to the outbox, unless this is the second half of a double tap. */
async function once(deed: Deed, files: readonly FileToSend[], send: () => ReturnType<typeof enqueue>) {
  const sign = signOf(deed);
  if (beingKept.has(sign) || isSecondTap(outbox.commands(), deed, Date.now())) return { kept: true };
  if (files.length === 0) return send();
  beingKept.add(sign);
  try {
    return await send();
  } finally {
    beingKept.delete(sign);
  }
}

/** The hook of every screen that acts on a record. Draw `state` with `<SendingNote>`, never a bare spinner. */
export function useAct(record: string): Act {
  const commands = useOutbox().filter((each) => each.record === record);
  const isOnline = useIsOnline();
  const command = commands.find(({ state }) => state === 'refused');
  const refused = command?.problem && { command, problem: command.problem };
  return {
    act: (endpoint, body, files = []) => {
      const stamped = { ...body, opId: newId(), occurredAt: new Date().toISOString() };
      // an action's input is its record's id and this body; the contract's builder makes them all alike
      const input = { params: { id: record }, body: stamped } as unknown as InputOf<typeof endpoint>;
      return once({ record, name: endpoint.name, body }, files, () => enqueue(endpoint, input, record, files));
    },
    isUnderWay: commands.some(isUnderWay),
    isSending: ({ name }) => commands.some((each) => each.name === name && each.state === 'sending'),
    state: sendingState(commands, isOnline),
    commands,
    refused,
    retry: () => command && outbox.retry(command.id),
    discard: () => command && outbox.discard(command.id),
  };
}
