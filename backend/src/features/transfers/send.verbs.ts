import { Problem } from '../../http/problem';
import { holdsRole } from '../../lifecycle';
import { tellHome, tellPerson, tripMoved } from './entries';
import { fleet } from './fleet';
import { type Unfit, unfitFor } from './fleet.rules';
import { planArrival } from './keep-beds';
import type { Taken } from './transfer';
import { transferRepository } from './transfer.repository';
import { needsOf } from './trip-needs';
import type { Vehicle } from './vehicle';
import { givingBack, type TripAttempt, type TripEffects, type TripVerb, wrong } from './verb';

/** @throws Problem not-fit */
function notFit(because: Unfit | 'DRIVER' | 'OUT_OF_SERVICE'): Problem {
  return new Problem('not-fit', undefined, { because, next: 'choices' });
}

async function mustFit({ deps, record, body }: TripAttempt): Promise<Vehicle> {
  const found = await fleet(deps.connection).vehicle(record.county, body.vehicle ?? '');
  if (!found) throw wrong('vehicle', 'is no vehicle of this county');
  if (found.state !== 'IN_SERVICE') throw notFit('OUT_OF_SERVICE');
  const why = unfitFor(await needsOf(deps, record), { ...found, seats: found.places });
  if (why) throw notFit(why);
  return found;
}

async function mustDrive({ deps, record, body, now }: TripAttempt, { drivers }: Vehicle): Promise<string> {
  const actor = await deps.actorOf(body.driver ?? '');
  if (!actor || actor.county !== record.county) throw wrong('driver', 'is nobody of this county');
  if (!holdsRole(actor, 'DRIVER', record.scope, now)) throw notFit('DRIVER');
  if (drivers.length > 0 && !drivers.includes(actor.personId)) throw notFit('DRIVER');
  return actor.personId;
}

/**
 * Vehicle and driver are taken before the trip says that it has them, each under this very operation: of two desks the
 * slower one is refused, and gives back nothing that is not its own (handbook 2.4).
 */
async function withVehicleAndDriver(attempt: TripAttempt): Promise<TripEffects> {
  const { deps, record, opId, now } = attempt;
  const { county, _id: task, detail } = record;
  const vehicle = await mustFit(attempt);
  const driver = await mustDrive(attempt, vehicle);
  const { _id, plate, places: seats, partition } = vehicle;
  const book = fleet(deps.connection);
  const taken: Taken[] = [];
  const giveBack = async () => {
    for (const one of taken) await book.leave(county, one);
  };
  const seat = { task, opId, at: now };
  // who drove the vehicle that broke down may drive the next one
  const keepsDriver = detail.driver?.owner === driver;
  try {
    await book.takeVehicle(vehicle, seat);
    taken.push({ owner: _id, opId });
    if (!keepsDriver) {
      await book.takeDriver(county, driver, seat);
      taken.push({ owner: driver, opId });
    }
  } catch (error) {
    await giveBack();
    throw error;
  }
  const former = keepsDriver || !detail.driver ? [] : [detail.driver];
  return {
    ...givingBack(giveBack),
    set: {
      'assignment.assignee': driver,
      'detail.vehicle': { owner: _id, opId, plate, seats, partition },
      ...(keepsDriver ? {} : { 'detail.driver': { owner: driver, opId } }),
    },
    ...(former.length > 0 ? { push: { 'detail.formerDrivers': former } } : {}),
    emit: [tellPerson(driver, record, 'TRANSFER_TRIP'), ...tellHome(record, 'TRANSFER_COMES'), tripMoved],
  };
}

export const dispatch: TripVerb = async (attempt) => {
  const { set, ...more } = await withVehicleAndDriver(attempt);
  const { deps, record, body } = attempt;
  const { expectedAt } = body;
  if (expectedAt) {
    const list = await transferRepository(deps.connection).passengersOf(record);
    await planArrival(deps, record, new Date(expectedAt), list);
  }
  return { ...more, set: { ...set, ...(expectedAt ? { 'detail.expectedAt': new Date(expectedAt) } : {}) } };
};

/** The same before anybody has approved it: care never waits (handbook 2.3). */
export const sendAtOnce: TripVerb = async (attempt) => ({ ...(await dispatch(attempt)), unset: ['dueAt'] });

/** The same list in another vehicle; whoever drove alone is fetched from now on. */
export const sendReplacement: TripVerb = async (attempt) => {
  const { set, ...more } = await withVehicleAndDriver(attempt);
  return { ...more, set: { ...set, variant: attempt.record.detail.kind } };
};
