import type { TripNeeds } from './fleet.rules';
import { isComing } from './passenger';
import { needsIn } from './sealed-words';
import type { Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { transferRepository } from './transfer.repository';

/** What a trip asks of a vehicle, by whoever is still coming. */
export async function needsOf(deps: TransferDeps, trip: Transfer): Promise<TripNeeds> {
  const coming = (await transferRepository(deps.connection).passengersOf(trip)).filter(isComing);
  const cipher = await deps.cipherOf(trip.county);
  const needs = [...new Set(coming.flatMap((one) => needsIn(cipher, one)))];
  return { kind: trip.detail.kind, people: coming.length, needs };
}
