import { transferMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/transfer.lifecycle';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes, latest } from '@grid-relief/shared-types/primitives/instants';
import { beginRecord, timerAt } from '../../lifecycle';
import type { TransferDesk, TransferOpening } from '../quarantine';
import { passengerMoved, tellRoles } from './entries';
import { type Passenger, passengerKind, passengerMachine } from './passenger';
import { sealPickup, sealWho } from './sealed-words';
import { machine, type Transfer, transferIdOf, transferKind } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { approver, desk } from './transfer.policy';
import { type TransferRepository, transferRepository } from './transfer.repository';
import { passengers, transfers } from './transfers';
import { hoursTimers } from './verb';

/** Trips of one report to one kind of place: the first, and those of whoever could not go with it. Ours. */
const tripsOfReport = 40;

/** Opens trips and lists people on them in consequence of something else: once, however often it is delivered. */
export function transferDesk(deps: TransferDeps): TransferDesk {
  const stored = transferRepository(deps.connection);
  return {
    async open(opening) {
      const there = await stored.passenger(opening.county, opening.id);
      if (there) return retime(deps, stored, opening, there);
      const open = await stored.openPassengersOf(opening.county, opening.about);
      // on a list already, under an earlier asking: nobody has two seats
      if (open.length > 0) return;
      const trip = await tripFor(deps, stored, opening);
      await passengers(deps).insert(await passengerOf(deps, opening, trip));
    },
    async withdraw({ county, id, reason }) {
      await passengers(deps).follow({ county, _id: id }, 'dropOut', { reason });
    },
  };
}

/** A family travels together: the first trip of the report that is still being put together, or a new one. */
async function tripFor(deps: TransferDeps, stored: TransferRepository, opening: TransferOpening): Promise<Transfer> {
  const { county, report, kind, goal, id } = opening;
  for (let nth = 0; nth < tripsOfReport; nth++) {
    const _id = transferIdOf(county, report, kind, goal, nth);
    // of two who are listed at one moment one makes the trip, and the other joins it
    if (!(await stored.byId(county, _id))) await transfers(deps).insert(await tripOf(deps, opening, _id));
    const there = await stored.byId(county, _id);
    if (there && !there.detail.passengers.includes(id)) {
      await transfers(deps).follow(there, 'listPassenger', { because: id, body: { passenger: id } });
    }
    const now = await stored.byId(county, _id);
    if (now?.detail.passengers.includes(id)) return now;
  }
  throw new Error(`${tripsOfReport} trips of report ${report}`);
}

async function retime(
  deps: TransferDeps,
  stored: TransferRepository,
  { from }: TransferOpening,
  { county, detail }: Passenger,
): Promise<void> {
  const trip = await stored.byId(county, detail.trip);
  if (!trip || trip.detail.from.getTime() === from.getTime()) return;
  await transfers(deps).follow(trip, 'retime', { because: from.toISOString(), body: { from } });
}

const placed = ({ area, household, parties }: TransferOpening) => ({
  ...{ area, scope: scopeOf(area) },
  ...(household ? { household } : {}),
  ...(parties.length > 0 ? { parties } : {}),
});

async function tripOf(deps: TransferDeps, opening: TransferOpening, _id: string): Promise<Transfer> {
  const { id, county, kind: variant, goal, report, area, from, minutes, pickup } = opening;
  const now = deps.now();
  const [state = 'REQUESTED'] = machine.initial;
  const dueAt = addMinutes(now, transferMinutes.approve);
  const detail = {
    ...{ code: _id.slice(-4).toUpperCase(), kind: variant, goal, report, passengers: [id], from, minutes },
    ...(pickup ? { sealedPickup: sealPickup(await deps.cipherOf(county), { _id }, pickup) } : {}),
  };
  const beginning = { ...{ _id, county, kind: transferKind, variant, state }, ...placed(opening) };
  const emit = [
    tellRoles([approver, desk], { area, detail }, 'TRANSFER_WAITS'),
    timerAt('approveOverdue', dueAt, { states: [state] }),
    ...hoursTimers(detail, latest(now, from)),
  ];
  return {
    ...beginRecord(beginning, emit, now),
    ...{ kind: transferKind, variant, createdAt: now, dueAt, detail },
  };
}

async function passengerOf(deps: TransferDeps, opening: TransferOpening, trip: Transfer): Promise<Passenger> {
  const { id: _id, county, about, code, link, who } = opening;
  const now = deps.now();
  const [state = 'LISTED'] = passengerMachine.initial;
  const beginning = { ...{ _id, county, kind: passengerKind, state }, ...placed(opening) };
  return {
    ...beginRecord(beginning, [passengerMoved], now),
    ...{ kind: passengerKind, about, createdAt: now },
    detail: {
      ...{ trip: trip._id, code, link },
      ...(who ? { sealedWho: sealWho(await deps.cipherOf(county), { _id }, who) } : {}),
    },
  };
}
