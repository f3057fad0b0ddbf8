import { getTransfer, transferActions } from '@grid-relief/shared-types/transfers/transfer.contract';
import type { TransferView } from '@grid-relief/shared-types/transfers/transfer.schema';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { type Act, outbox, type Problem, refreshAll, showAnswer, useAct, useOutbox, useRead } from '@/api';
import { tripAfterUnsent } from './trip-after-unsent';

/** A shift: the list of a trip stays on the device no longer. */
const tripHours = 12;

// every action of a trip answers in the same shape; showing it at once bridges the time until the next reading
outbox.onSent(({ record, path }, value) => {
  if (!path.startsWith('/transfers/') && !path.startsWith('/passengers/')) return;
  const read = z.safeParse(transferActions.setOut.response, value);
  if (path.startsWith('/transfers/') && read.success && read.data.view)
    showAnswer(getTransfer, { params: { id: record as never } }, read.data.view);
  // who is on its list moves along with it
  refreshAll();
});

export type TripInHand = {
  readonly trip: TransferView | undefined;
  readonly at: Date | undefined;
  readonly problem: Problem | undefined;
  readonly isLoading: boolean;
  readonly refresh: () => void;
  readonly doing: Act;
};

/** One trip with what waits on this phone drawn over it; kept on the device for the road without a network. */
export function useTrip(id: string): TripInHand {
  const everySeconds = useState(() => 12 + Math.random() * 6)[0];
  const read = useRead(getTransfer, { params: { id: id as never } }, { keepHours: tripHours, everySeconds });
  const doing = useAct(id);
  const commands = useOutbox();
  const { data, at, problem, isLoading, refresh } = read;
  return { trip: data && tripAfterUnsent(data, commands), at, problem, isLoading, refresh, doing };
}
