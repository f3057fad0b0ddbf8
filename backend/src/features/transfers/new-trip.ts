import { ambulance, transferMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/transfer.lifecycle';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes, latest } from '@grid-relief/shared-types/primitives/instants';
import { beginRecord, timerAt } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import type { TransferOpening } from '../quarantine';
import { passengerMoved, tellRoles } from './entries';
import { type Passenger, passengerKind, passengerMachine } from './passenger';
import { sealNeeds, sealPickup, sealRoute, sealTo, sealWho } from './sealed-words';
import { machine, type Transfer, type TransferDetail, transferKind } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { approver, desk } from './transfer.policy';
import { hoursTimers } from './verb';

/** Who keeps the site they are fetched from sees the trip as well, and nothing else of the site's surroundings does. */
const placed = ({ area, household, parties, pickupArea }: TransferOpening) => ({
  ...{ area, scope: [...new Set([...scopeOf(area), ...(pickupArea ? [pickupArea] : [])])] },
  ...(household ? { household } : {}),
  ...(parties.length > 0 ? { parties } : {}),
});

const urgent: readonly string[] = ['MEDICAL', 'CASE'];
/** So long somebody may take to approve a trip, or to send a car to whoever needs care (handbook 2.4, 4.2). Pure. */
const decideMinutes = (kind: string) => (urgent.includes(kind) ? transferMinutes.sendToCare : transferMinutes.approve);

/** A trip as it is asked for: who decides about it hears, and its hours run; of an ambulance nobody decides anything. */
export async function newTrip(
  deps: TransferDeps,
  opening: TransferOpening,
  _id: string,
  more: Partial<TransferDetail> = {},
): Promise<Transfer> {
  const { id, county, kind, goal, together, area, from, minutes, pickupArea, ownWay } = opening;
  const now = deps.now();
  const [state = 'REQUESTED'] = machine.initial;
  const isByAmbulance = opening.byAmbulance === true;
  const variant = isByAmbulance ? ambulance : ownWay ? 'SELF_DRIVE' : kind;
  const detail = {
    ...{ code: _id.slice(-4).toUpperCase(), kind, goal, together, passengers: [id], from, minutes },
    ...(pickupArea ? { pickupArea } : {}),
    // they are expected when they said that they come
    ...(ownWay ? { ownWay, expectedAt: from } : {}),
    ...(await wordsOf(deps, opening, _id)),
    ...more,
  };
  const dueAt = addMinutes(now, decideMinutes(kind));
  const beginning = { ...{ _id, county, kind: transferKind, variant, state }, ...placed(opening) };
  const decided: readonly NewEntry[] = [
    tellRoles(ownWay ? [approver] : [approver, desk], { area, detail }, 'TRANSFER_WAITS'),
    timerAt('approveOverdue', dueAt, { states: [state] }),
  ];
  const emit = [...(isByAmbulance ? [] : decided), ...hoursTimers(detail, latest(now, from))];
  return {
    ...beginRecord(beginning, emit, now),
    ...{ kind: transferKind, variant, createdAt: now, detail },
    ...(isByAmbulance ? {} : { dueAt }),
  };
}

async function wordsOf(deps: TransferDeps, { county, pickup, to, ownWay }: TransferOpening, _id: string) {
  if (!pickup && !to) return {};
  const cipher = await deps.cipherOf(county);
  // nobody fetches them: by what they come, and where into the county, is the way they declare (handbook 2.4)
  if (ownWay) return pickup ? { sealedRoute: sealRoute(cipher, { _id }, { words: pickup }) } : {};
  return {
    ...(pickup ? { sealedPickup: sealPickup(cipher, { _id }, pickup) } : {}),
    ...(to ? { sealedTo: sealTo(cipher, { _id }, to) } : {}),
  };
}

/** Somebody on the list of a trip. */
export async function newPassenger(deps: TransferDeps, opening: TransferOpening, trip: string): Promise<Passenger> {
  const { id: _id, county, about, code, link, who, needs = [] } = opening;
  const now = deps.now();
  const [state = 'LISTED'] = passengerMachine.initial;
  const beginning = { ...{ _id, county, kind: passengerKind, state }, ...placed(opening) };
  const cipher = await deps.cipherOf(county);
  return {
    ...beginRecord(beginning, [passengerMoved], now),
    ...{ kind: passengerKind, about, createdAt: now },
    detail: {
      ...{ trip, code },
      ...(link ? { link } : {}),
      ...(who ? { sealedWho: sealWho(cipher, { _id }, who) } : {}),
      ...(needs.length > 0 ? { sealedNeeds: sealNeeds(cipher, { _id }, needs) } : {}),
    },
  };
}
