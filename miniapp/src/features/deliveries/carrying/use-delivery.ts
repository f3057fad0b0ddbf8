import { getDelivery, heldByMe } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { depart, startShopping } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { type Act, outbox, type Problem, type Read, useAct, useMayAsk, useRead } from '@/api';
import '../shown-answers';
import { afterUnsent } from './after-unsent';

/** A working day: doors and phones stay on the device no longer, and go with the next list that lacks them. */
export const workHours = 12;

/** About 15 seconds, each phone at its own moment. */
export function usePollSeconds(): number {
  return useState(() => 12 + Math.random() * 6)[0];
}

const reached = new Map([
  [depart.name, 'IN_TRANSIT'],
  [startShopping.name, 'SHOPPING'],
]);

// a door of a run moves by its run and by this phone; whoever comes second found what it wanted
outbox.onChange(() => {
  const late = outbox.commands().find(({ name, state, problem }) => {
    return state === 'refused' && problem?.state !== undefined && problem.state === reached.get(name);
  });
  if (late) outbox.discard(late.id);
});

type Held = Read<{ items: DeliveryView[] }>;

/** What I hold, kept on the device so that a stairwell without network still knows its doors. */
export function useHeld(): Held {
  // whoever carries for once without being a volunteer has no such list
  const enabled = useMayAsk(heldByMe);
  return useRead(heldByMe, {}, { keepHours: workHours, everySeconds: usePollSeconds(), enabled });
}

type InHand = {
  readonly view: DeliveryView | undefined;
  readonly problem: Problem | undefined;
  readonly isLoading: boolean;
  readonly refresh: () => void;
  readonly doing: Act;
};

/** One delivery with what waits on this phone drawn over it. */
export function useDelivery(id: string): InHand {
  const held = useHeld();
  const read = useRead(getDelivery, { params: { id } }, { everySeconds: usePollSeconds() });
  const doing = useAct(id);
  const listed = held.data?.items.find((each) => each.id === id);
  const newer = (read.data?.revision ?? -1) >= (listed?.revision ?? -1) ? read.data : listed;
  return {
    view: newer && afterUnsent(newer, doing.commands),
    problem: read.problem,
    isLoading: newer === undefined && read.isLoading,
    refresh: read.refresh,
    doing,
  };
}
