import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { TransferGoal } from '@grid-relief/shared-types/transfers/transfer.schema';
import { derivedId } from '../../platform/ids';
import type { EntryHandler } from '../../tasks';
import { atHome } from '../quarantine';
import { askAgain } from './ask-again';
import { callOff } from './call-off';
import { fleet } from './fleet';
import { giveUnneededBeds } from './keep-beds';
import { isComing, isPassengerOver, type Passenger, whyNot } from './passenger';
import { whoIn } from './sealed-words';
import { isByAmbulance, isTransferOver, machine, type Taken, type Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { transferRepository } from './transfer.repository';
import { openTrip } from './transfer-desk';
import { passengers, transfers } from './transfers';

/** What the relay delivers of trips and of who is on their lists. */
export interface TransferHandlers {
  readonly timer: EntryHandler;
  readonly passengerTimer: EntryHandler;
  readonly transferMoved: EntryHandler;
  readonly passengerMoved: EntryHandler;
}

/** Every delivery reads the records as they are now; what has followed already follows no second time. */
export function transferHandlers(deps: TransferDeps): TransferHandlers {
  const stored = transferRepository(deps.connection);
  return {
    timer: transfers(deps).timer,
    passengerTimer: passengers(deps).timer,
    async transferMoved({ county, _id }) {
      const trip = await stored.byId(county, _id);
      if (!trip) return;
      const list = await stored.passengersOf(trip);
      await freeWhatIsNotNeeded(deps, trip);
      await giveUnneededBeds(deps, trip, list);
      for (const passenger of list) await comeAlong(deps, trip, passenger);
      if (trip.state === 'DISINFECTED') await transfers(deps).follow(trip, 'close');
    },
    async passengerMoved({ county, _id }) {
      const passenger = await stored.passenger(county, _id);
      if (!passenger) return;
      await tellChain(deps, passenger);
      await tellQuarantine(deps, passenger);
      await recordRefusal(deps, passenger);
      // of a chain's link the link asks
      if (passenger.state === 'REFUSED' && !passenger.detail.link) await askForLiving(deps, passenger);
      const trip = await stored.byId(county, passenger.detail.trip);
      if (!trip) return;
      const list = await stored.passengersOf(trip);
      await giveUnneededBeds(deps, trip, list);
      await comeAlong(deps, trip, passenger);
      await cancelEmpty(deps, trip, list, _id);
    },
  };
}

/** A vehicle is free once it is disinfected, its driver once the trip is closed; of a trip that was not made, both at once. */
async function freeWhatIsNotNeeded({ connection }: TransferDeps, { county, state, detail }: Transfer): Promise<void> {
  const { vehicle, driver, formerDrivers = [] } = detail;
  const isOver = isTransferOver({ state });
  const free: readonly Taken[] = [
    ...formerDrivers,
    ...(vehicle && (isOver || state === 'DISINFECTED') ? [vehicle] : []),
    ...(driver && isOver ? [driver] : []),
  ];
  for (const { owner, opId } of free) await fleet(connection).leave(county, { owner, opId });
}

/** Who drives and where to is known to the list as well; of a trip that ends otherwise the list ends with it. */
async function comeAlong(deps: TransferDeps, trip: Transfer, passenger: Passenger): Promise<void> {
  if (isPassengerOver(passenger)) return;
  const list = passengers(deps);
  if (trip.state === 'CANCELLED') return void (await list.follow(passenger, 'dropOut', { reason: 'TRIP_CANCELLED' }));
  const isUntended = trip.variant === 'SELF_DRIVE' || isByAmbulance(trip);
  if (isUntended && ['EN_ROUTE', 'AT_DEST', 'CLOSED'].includes(trip.state)) {
    await list.follow(passenger, 'board');
    if (trip.state === 'CLOSED') await list.follow(passenger, 'handOver');
    return;
  }
  const { assignee } = trip.assignment;
  const isSame = passenger.assignment.assignee === assignee && passenger.scope.join() === trip.scope.join();
  if (isSame) return;
  const body = { scope: trip.scope, ...(assignee === undefined ? {} : { assignee }) };
  await list.follow(passenger, 'join', { because: String(trip.revision), body });
}

/** The link begins with the passenger, is done when taken over, and fails when the person does not go (handbook 2.2). */
async function tellChain(deps: TransferDeps, { county, about, state, detail, _id, history }: Passenger): Promise<void> {
  if (!detail.link) return;
  const move = { county, about, link: 'TRANSFER', linkId: detail.link, because: _id } as const;
  if (['LISTED', 'BOARDED'].includes(state)) await deps.moveLink({ ...move, how: 'start' });
  else if (['TAKEN_OVER', 'TO_120'].includes(state)) await deps.moveLink({ ...move, how: 'finish' });
  else {
    const last = history.at(-1);
    const reason = state === 'DROPPED_OUT' ? (last?.reason ?? state) : state;
    // taken off the list by the link itself, which may have begun again meanwhile
    if (last?.by === 'SYSTEM' && (reason.startsWith('LINK_') || reason === atHome)) return;
    await deps.moveLink({ ...move, how: 'fail', reason });
  }
}

async function tellQuarantine(deps: TransferDeps, { county, about, state, detail, _id }: Passenger): Promise<void> {
  if (state !== 'NOT_THERE' && state !== 'TO_120') return;
  await deps.turned({ county, about, how: state, tried: detail.tried ?? [], because: _id });
}

/** Asked for anew, unless they have died since: also in this very moment, when whoever calls off has not found it. */
async function askForLiving(deps: TransferDeps, passenger: Passenger): Promise<void> {
  const { county, about } = passenger;
  if (!(await deps.hasDied(county, about))) await askAgain(deps, passenger, openTrip);
  if (!(await deps.hasDied(county, about))) return;
  await callOff(deps, { county, about, goals: TransferGoal.options, until: deps.now(), reason: 'NOT_NEEDED' });
}

/** Village secretary and doctor go there, then the police; never a breach by itself (handbook 2.4, 2.11). */
async function recordRefusal(deps: TransferDeps, passenger: Passenger): Promise<void> {
  const { county, _id, about, area, state } = passenger;
  if (state !== 'REFUSED') return;
  const who = whoIn(await deps.cipherOf(county), passenger);
  // nothing is left of somebody whose key was destroyed
  if (!who) return;
  const id = derivedId(county, _id, 'refusal');
  await deps.refusals.record({ id, county, kind: 'BOARDING', area: areaId(area), who, about });
}

/** Nobody goes: the bed, the vehicle and the driver are free again (handbook 2.4). */
async function cancelEmpty(
  deps: TransferDeps,
  trip: Transfer,
  list: readonly Passenger[],
  because: string,
): Promise<void> {
  const mayBeCancelled: readonly string[] = machine.actions.cancel.from;
  if (!mayBeCancelled.includes(trip.state)) return;
  // one that is listed and not stored yet is still to come
  if (list.length < trip.detail.passengers.length || list.some(isComing)) return;
  // one more may be listed in the same moment: then this trip is decided about anew
  const guard = { revision: trip.revision };
  const reason = list.every((one) => whyNot(one) === atHome) ? atHome : 'NOBODY_GOES';
  await transfers(deps).follow(trip, 'cancel', { because, reason, guard });
}
