import { submitDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { addLines } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { enqueue, type InputOf, newId, outbox, type Problem, useOutbox } from '@/api';
import type { Line } from './goods-words';

export type Order = InputOf<typeof submitDelivery>['body'];
export type SubmitState = 'waiting' | 'sending' | 'sent' | 'refused' | 'adding' | 'added';
export type Submitted = { readonly state: SubmitState; readonly problem?: Problem | undefined };

/**
 * Hands orders to the outbox under ids made here and tells how far each one came. A household that has one open
 * already may have the goods added to that one.
 */
export function useSubmits() {
  const commands = useOutbox();
  const [added, setAdded] = useState<Readonly<Record<string, string>>>({});
  const [given, setGiven] = useState<readonly string[]>([]);
  const commandOf = (id: string) => commands.find((each) => each.id === id);
  const resultOf = (id: string): Submitted => {
    const opId = added[id];
    const command = commandOf(opId ?? id);
    // the outbox forgets what has arrived; what it was never given has not
    const state = command?.state ?? (given.includes(id) ? 'sent' : 'waiting');
    if (opId === undefined || state === 'refused') return { state, problem: command?.problem };
    return { state: state === 'sent' ? 'added' : 'adding' };
  };
  const submit = async (order: Order) => {
    await enqueue(submitDelivery, { body: order }, order.id);
    setGiven((before) => [...before, order.id]);
  };
  const addToOpen = async (id: string, open: string, lines: readonly Line[]) => {
    const opId = newId();
    // stored first: the goods stand in the outbox before the refused order leaves it
    await enqueue(addLines, { params: { id: open }, body: { opId, lines: [...lines] } }, open);
    setAdded({ ...added, [id]: opId });
    outbox.discard(id);
  };
  const retry = (id: string) => outbox.retry(added[id] ?? id);
  const drop = (id: string) => outbox.discard(added[id] ?? id);
  return { submit, resultOf, addToOpen, retry, drop };
}
