import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { fleetCollection, newVehicle } from '../../src/features/transfers';
import { beginRecord } from '../../src/lifecycle';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import type { Json } from '../bad-input/sample-input';
import type { Cast } from './cast';

type Own = Omit<Parameters<typeof beginRecord>[0], 'scope'>;

/** The trip of every passenger of the matrix: at the destination, where people are taken over. */
export const tripOfMatrix = '141122-0000000000000000000000tr1p';
const vehicles = 256;
const vehicle = (nth: number) => `141122-00000000000000000000car${String(nth).padStart(3, '0')}`;

/** Enough vehicles that each trip of a batch can have one, none of them taken. */
export async function putFleet({ connection, clock }: TestApp): Promise<void> {
  const fleet = connection.collection<{ _id: string }>(fleetCollection);
  const traits = { county: testCounty, area: testCounty, places: 6, partition: true };
  const cars = Array.from({ length: vehicles }, (_, nth) => ({
    ...newVehicle(
      { _id: vehicle(nth), ...traits, plate: `晋J${String(10_000 + nth)}`, kinds: ['RETURNEE', 'MEDICAL'] },
      clock.now(),
    ),
    seats: [],
  }));
  await fleet.deleteMany({});
  await fleet.insertMany(cars);
}

/** Going home with nobody on the list: what counts heads counts none. Its driver drives the next vehicle as well. */
export function aTrip(app: TestApp, cast: Cast, own: Own) {
  const now = app.clock.now();
  const begun = beginRecord({ ...own, scope: scopeOf(own.area as never) }, [], now);
  const detail = {
    ...{ code: 'A12B', kind: 'RETURNEE', goal: 'HOME', together: app.anId(), passengers: [], from: now, minutes: 480 },
    ...{ driver: { owner: cast.by('DRIVER').id, opId: app.anId() } },
  };
  return { ...begun, createdAt: now, detail };
}

export function aPassenger(app: TestApp, cast: Cast, own: Own) {
  const now = app.clock.now();
  const begun = beginRecord({ ...own, scope: scopeOf(own.area as never) }, [], now);
  const sealedWho = cast.cipher?.seal(JSON.stringify({ name: '王小返' }), `${own._id}/who`);
  const detail = { trip: tripOfMatrix, code: 'A12B', link: app.anId(), ...(sealedWho ? { sealedWho } : {}) };
  return { ...begun, createdAt: now, about: app.anId(), detail };
}

/** One that no trip has, under a plate of its own. */
export function aVehicle(app: TestApp, { _id, area, state }: Own) {
  const traits = { places: 6, partition: true, kinds: ['RETURNEE'] } as const;
  const plate = `晋J${_id.slice(-5).toUpperCase()}`;
  const own = newVehicle(
    { ...{ _id, county: testCounty, area: area ?? testCounty, plate }, ...traits },
    app.clock.now(),
  );
  return { ...own, state };
}

let next = 0;

/** What a sample of the schema alone does not know: a vehicle that is free, who drives it, and a time that lies ahead. */
export function transferBody(app: TestApp, cast: Cast, kind: string, action: string): Json {
  if (kind !== 'TRANSFER') return {};
  if (['dispatch', 'sendAtOnce', 'sendReplacement'].includes(action))
    return { vehicle: vehicle(next++ % vehicles), driver: cast.by('DRIVER').id };
  const expectedAt = new Date(app.clock.now().getTime() + 3_600_000).toISOString();
  if (action === 'declareSelfDrive') return { words: '走省道', expectedAt };
  return action === 'handOver' ? { heads: 0 } : {};
}
