import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { derivedId } from '../../platform/ids';
import type { TransferOpening } from '../quarantine';
import type { Passenger } from './passenger';
import { needsIn, pickupIn, toIn, whoIn } from './sealed-words';
import { isByAmbulance, type Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { transferRepository } from './transfer.repository';

/**
 * Asks once more for somebody who did not go: who refused at the door at once (handbook 2.4), who was not there once
 * found again. However often, it is one new place on one trip.
 */
export async function askAgain(
  deps: TransferDeps,
  passenger: Passenger,
  open: (deps: TransferDeps, opening: TransferOpening) => Promise<void>,
): Promise<void> {
  const { county, detail } = passenger;
  const stored = transferRepository(deps.connection);
  const trip = await stored.byId(county, detail.trip);
  if (!trip || isByAmbulance(trip)) return;
  const opening = await sameAgain(deps, passenger, trip);
  // its hours run from the first asking, whichever delivery this is
  if (!(await stored.passenger(county, opening.id))) await open(deps, opening);
}

async function sameAgain(deps: TransferDeps, passenger: Passenger, trip: Transfer): Promise<TransferOpening> {
  const { county, _id, about, area, household, parties = [], detail } = passenger;
  const { kind, goal, together, minutes, pickupArea } = trip.detail;
  const cipher = await deps.cipherOf(county);
  return {
    ...{ id: derivedId(county, _id, 'again'), county, about, area: areaId(area), parties, code: detail.code },
    ...(household ? { household } : {}),
    ...{ together, goal, minutes, from: deps.now() },
    kind: kind as TransferOpening['kind'], // SELF_DRIVE stands in the variant alone
    ...{ who: whoIn(cipher, passenger), needs: needsIn(cipher, passenger) },
    ...{ pickup: pickupIn(cipher, trip), to: toIn(cipher, trip) },
    ...(pickupArea ? { pickupArea: areaId(pickupArea) } : {}),
  };
}
