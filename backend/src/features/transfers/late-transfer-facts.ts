import type { OtherWork, OtherWorks } from '../deliveries';
import { isPassengerOver, passengerKind } from './passenger';
import { isTransferOver, transferKind } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { passengers, transfers } from './transfers';

/** Facts of the road that came too late for their records: they are read and noted, and move nobody any more. */
export function lateTransferFacts(deps: TransferDeps): OtherWorks {
  const [trips, list] = [transfers(deps), passengers(deps)];
  const ofTrips: OtherWork = {
    find: (county, id) => trips.byId(county, id),
    catchesUp: ({ state }) => (isTransferOver({ state }) ? 'ENDED' : 'ALREADY_SO'),
    act: async () => undefined,
  };
  const ofPeople: OtherWork = {
    find: (county, id) => list.byId(county, id),
    catchesUp: ({ state }) => (isPassengerOver({ state }) ? 'ENDED' : 'ALREADY_SO'),
    act: async () => undefined,
  };
  return { [transferKind]: ofTrips, [passengerKind]: ofPeople };
}
