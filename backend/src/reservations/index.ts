export {
  type HolderState,
  type Holders,
  longestWriteMs,
  passOn,
  type Reservation,
  reserve,
  sweepReservations,
  unreserve,
} from './one-at-a-time';
export {
  consumeQuantity,
  type Holding,
  type ResourcePlace,
  reserveQuantity,
  unreserveQuantity,
} from './quantities';
export { leaveSeat, type Seat, type SeatPlace, sweepSeats, takeSeat } from './seats';
