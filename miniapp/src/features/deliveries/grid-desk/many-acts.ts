import type { Endpoint } from '@grid-relief/shared-types/contract';
import type { DeliveryRow, Priority } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { deliveryActions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { enqueue, type InputOf, newId, outbox, type Problem, useOutbox } from '@/api';

/** What makes sense for several requests at once; everything else needs a look at the one request. */
export const manyActs = ['triage', 'raisePriority', 'hold', 'resume', 'unbatch'] as const;
export type ManyAct = (typeof manyActs)[number];

/** The content that goes with it, the same for all. */
export type ManyInput = { readonly priority?: Priority; readonly reason?: { readonly code: string } };

export type ManyResult = {
  readonly row: DeliveryRow;
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused' | 'skipped';
  readonly problem?: Problem | undefined;
  readonly opId?: string;
};

type Sent = { readonly row: DeliveryRow; readonly opId: string | undefined };

async function sendOne(endpoint: Endpoint, row: DeliveryRow, input: ManyInput): Promise<Sent> {
  const opId = newId();
  const body = { ...input, opId, occurredAt: new Date().toISOString() };
  // an action's input is its record's id and this body; the contract's builder makes them all alike
  await enqueue(endpoint, { params: { id: row.id }, body } as unknown as InputOf<Endpoint>, row.id);
  return { row, opId };
}

/**
 * Acts on several requests, each by itself: every one has its own id, goes through the outbox and shows its own
 * result, so nothing is ever half applied in silence. Requests that cannot take the action now are left alone and named.
 */
export function useManyActs() {
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const commands = useOutbox();
  const results = sent.map(({ row, opId }): ManyResult => {
    if (opId === undefined) return { row, state: 'skipped' };
    const command = commands.find(({ id }) => id === opId);
    return { row, opId, state: command?.state ?? 'sent', problem: command?.problem };
  });
  const send = async (act: ManyAct, rows: readonly DeliveryRow[], input: ManyInput) => {
    const endpoint = deliveryActions[act];
    const tries = rows.map((row) =>
      row.actions.includes(act) ? sendOne(endpoint, row, input) : { row, opId: undefined },
    );
    setSent(await Promise.all(tries));
  };
  const retry = () => {
    for (const { state, opId } of results) if (state === 'refused' && opId !== undefined) outbox.retry(opId);
  };
  /** The person has seen the results; refused acts have changed nothing and are dropped. */
  const finish = () => {
    for (const { state, opId } of results) if (state === 'refused' && opId !== undefined) outbox.discard(opId);
    setSent([]);
  };
  return { results, send, retry, finish };
}
