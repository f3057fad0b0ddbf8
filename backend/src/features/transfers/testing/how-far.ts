import { aVehicle, type Crew, goes } from './fleet-scene';

/** How far a trip has come when something happens; a vehicle is named where it matters which. */
type HowFar = (crew: Crew, trip: string, vehicle?: string) => Promise<unknown>;

export const asked: HowFar = async () => undefined;
export const approved: HowFar = (crew, trip) => goes(crew.township, trip, 'approve');
export const dispatched: HowFar = async (crew, trip, vehicle) => {
  await approved(crew, trip);
  const car = vehicle ?? (await aVehicle());
  await goes(crew.desk, trip, 'dispatch', { vehicle: car, driver: crew.driver.id });
};
export const waiting: HowFar = async (crew, trip, vehicle) => {
  await dispatched(crew, trip, vehicle);
  await goes(crew.driver, trip, 'reach-pickup');
};

/** Why a record is as it is. */
export const why = (record: unknown) => (record as { history: { reason?: string }[] }).history.at(-1)?.reason; // as stored
