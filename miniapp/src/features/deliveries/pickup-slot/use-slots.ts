import {
  getPickupSlot,
  myPickupSlots,
  PickupSlotView,
  pickupSlotActions,
  pickupSlotOfDelivery,
  reservePickupSlot,
} from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import * as z from '@grid-relief/shared-types/zod';
import { useEffect, useReducer } from 'react';
import {
  type Act,
  enqueue,
  knownAnswer,
  newId,
  outbox,
  type Problem,
  queryClient,
  type Read,
  refreshAll,
  refreshRecord,
  showAnswer,
  useAct,
  useOutbox,
  useRead,
} from '@/api';
import { usePollSeconds, workHours } from '../carrying/use-delivery';
import { slotAfterUnsent } from './slot-after-unsent';

const { call } = pickupSlotActions;

/** Puts a turn where every screen reads it, and lets its request be read again: the two go together. */
function show(slot: PickupSlotView): void {
  showAnswer(getPickupSlot, { params: { id: slot.id } }, slot);
  showAnswer(pickupSlotOfDelivery, { params: { id: slot.delivery } }, slot);
  refreshRecord(slot.delivery);
}

// every action of a turn answers in the same shape; showing it at once bridges the time until the next reading
outbox.onSent(({ name, path }, value) => {
  if (name === reservePickupSlot.name) {
    const read = z.safeParse(PickupSlotView, value);
    if (read.success) show(read.data);
    return;
  }
  if (!path.startsWith('/pickup-slots/')) return;
  const read = z.safeParse(call.response, value);
  if (read.success && read.data.view) show(read.data.view);
  else refreshAll();
});

export type SlotInHand = {
  /** The newest turn of the request, with what waits on this phone drawn over it. */
  readonly slot: PickupSlotView | undefined;
  /** The server has said that there is none. */
  readonly hasNone: boolean;
  readonly problem: Problem | undefined;
  readonly isLoading: boolean;
  readonly refresh: () => void;
  /** Acts on the turn. */
  readonly doing: Act;
  /** Keeps a time for a request that has none; an act on the request. */
  readonly reserve: (at: string) => void;
};

/** When and where a request is fetched; kept on the device, since it names nobody. */
export function useSlotOf(delivery: string, isWanted = true): SlotInHand {
  const everySeconds = usePollSeconds();
  const options = { keepHours: 24, everySeconds, enabled: isWanted };
  const { data, problem, isLoading, refresh } = useRead(pickupSlotOfDelivery, { params: { id: delivery } }, options);
  const commands = useOutbox();
  const doing = useAct(data?.id ?? '');
  const slot = isWanted ? data : undefined;
  const hasNone = slot === undefined && problem?.type === 'not-found';
  return {
    slot: slot && slotAfterUnsent(slot, commands),
    hasNone,
    problem: hasNone ? undefined : problem,
    isLoading: isWanted && isLoading,
    refresh,
    doing,
    reserve: (at) => void reserveFor(delivery, at),
  };
}

/** Choosing a time for a request that has none: no act of a turn yet, so it carries its intent alone. */
async function reserveFor(delivery: string, at: string): Promise<void> {
  await enqueue(reservePickupSlot, { params: { id: delivery }, body: { opId: newId(), at } }, delivery);
}

/**
 * Turns of a list as they are by now: with what was answered since the list was read, and what waits on this phone,
 * drawn over them, so that nothing steps back until the next reading.
 */
export function useDrawnOver(slots: readonly PickupSlotView[]): readonly PickupSlotView[] {
  const commands = useOutbox();
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe(({ type, query }) => {
        if (type === 'updated' && query.queryKey[0] === getPickupSlot.name) redraw();
      }),
    [],
  );
  return slots.map((slot) => {
    const answer = knownAnswer(getPickupSlot, { params: { id: slot.id } });
    const isNewer = answer !== undefined && answer.part === slot.part && answer.revision > slot.revision;
    return slotAfterUnsent(isNewer ? answer : slot, commands);
  });
}

/**
 * At the places of a grid, or, without one, at all where this volunteer may help: what stands there, whoever comes next
 * first, then whose bag is still to come.
 */
export function usePlaceSlots(grid: AreaId | undefined, isWanted = true): Read<{ items: PickupSlotView[] }> {
  const query = grid === undefined ? {} : { area: grid };
  const options = { keepHours: workHours, everySeconds: usePollSeconds(), enabled: isWanted };
  const read = useRead(myPickupSlots, { query }, options);
  const items = useDrawnOver(read.data?.items ?? []);
  return { ...read, data: read.data && { items: [...items] } };
}
