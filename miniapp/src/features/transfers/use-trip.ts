import {
  getTransfer,
  myTransfers,
  passengerActions,
  transferActions,
  transfersToDo,
} from '@grid-relief/shared-types/transfers/transfer.contract';
import type { PassengerView, TransferView } from '@grid-relief/shared-types/transfers/transfer.schema';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import {
  type Act,
  changeAnswers,
  outbox,
  type Problem,
  refreshAll,
  showAnswer,
  showItem,
  useAct,
  useOutbox,
  useRead,
} from '@/api';
import { tripAfterUnsent } from './trip-after-unsent';

/** A shift: the list of a trip stays on the device no longer. */
const tripHours = 12;

// every action of a trip, and of somebody on its list, answers with what it has become: shown at once, so that nothing
// steps back between "sent" and the next reading
outbox.onSent(({ path }, value) => {
  if (path.startsWith('/transfers/')) showTrip(z.safeParse(transferActions.setOut.response, value).data?.view);
  else if (path.startsWith('/passengers/'))
    showPassenger(z.safeParse(passengerActions.board.response, value).data?.view);
  else return;
  // who is on its list moves along with it
  refreshAll();
});

function showTrip(trip: TransferView | undefined): void {
  if (!trip) return;
  showAnswer(getTransfer, { params: { id: trip.id } }, trip);
  showItem(transfersToDo, trip);
  showItem(myTransfers, trip);
}

function showPassenger(passenger: PassengerView | undefined): void {
  if (!passenger) return;
  const put = (one: PassengerView) => (one.id === passenger.id ? passenger : one);
  changeAnswers(getTransfer, (trip) => (trip.passengers ? { ...trip, passengers: trip.passengers.map(put) } : trip));
}

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
