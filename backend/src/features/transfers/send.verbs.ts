import { Problem } from '../../http/problem';
import { holdsRole } from '../../lifecycle';
import { tellHome, tellPerson, tripMoved } from './entries';
import { fleet, type Vehicle } from './fleet';
import { type Unfit, unfitFor } from './fleet.rules';
import { isComing } from './passenger';
import type { Taken } from './transfer';
import { transferRepository } from './transfer.repository';
import { givingBack, type TripAttempt, type TripEffects, type TripVerb, wrong } from './verb';

/** @throws Problem not-fit */
function notFit(because: Unfit | 'DRIVER'): Problem {
  return new Problem('not-fit', undefined, { because, next: 'choices' });
}

async function mustFit({ deps, record, body }: TripAttempt): Promise<Vehicle> {
  const found = await fleet(deps.connection).vehicle(record.county, body.vehicle ?? '');
  if (!found) throw wrong('vehicle', 'is no vehicle of this county');
  const people = (await transferRepository(deps.connection).passengersOf(record)).filter(isComing).length;
  const why = unfitFor({ kind: record.detail.kind, people }, { ...found, seats: found.places });
  if (why) throw notFit(why);
  return found;
}

async function mustDrive({ deps, record, body, now }: TripAttempt): Promise<string> {
  const actor = await deps.actorOf(body.driver ?? '');
  if (!actor || actor.county !== record.county) throw wrong('driver', 'is nobody of this county');
  if (!holdsRole(actor, 'DRIVER', record.scope, now)) throw notFit('DRIVER');
  return actor.personId;
}

/**
 * Vehicle and driver are taken before the trip says that it has them, each under this very operation: of two desks the
 * slower one is refused, and gives back nothing that is not its own (handbook 2.4).
 */
async function withVehicleAndDriver(attempt: TripAttempt): Promise<TripEffects> {
  const { deps, record, opId, now } = attempt;
  const { county, _id: task, detail } = record;
  const [{ _id, plate, places: seats, partition }, driver] = [await mustFit(attempt), await mustDrive(attempt)];
  const book = fleet(deps.connection);
  const taken: Taken[] = [];
  const giveBack = async () => {
    for (const one of taken) await book.leave(county, one);
  };
  const take = async (what: 'VEHICLE' | 'DRIVER', owner: string) => {
    await book.take(county, what, { owner, task, opId, at: now });
    taken.push({ owner, opId });
  };
  // who drove the vehicle that broke down may drive the next one
  const keepsDriver = detail.driver?.owner === driver;
  try {
    await take('VEHICLE', _id);
    if (!keepsDriver) await take('DRIVER', driver);
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
  const { expectedAt } = attempt.body;
  return { ...more, set: { ...set, ...(expectedAt ? { 'detail.expectedAt': new Date(expectedAt) } : {}) } };
};

/** The same list in another vehicle; whoever drove alone is fetched from now on. */
export const sendReplacement: TripVerb = async (attempt) => {
  const { set, ...more } = await withVehicleAndDriver(attempt);
  return { ...more, set: { ...set, variant: attempt.record.detail.kind } };
};
