import { askTransfer, revealPassenger } from '@grid-relief/shared-types/transfers/transfer.contract';
import { addVehicle, vehicleDisinfected } from '@grid-relief/shared-types/transfers/vehicle.contract';
import { fleetCollection, newVehicle, transferCollection } from '../../src/features/transfers';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import { aRecord, type Player } from '../role-matrix/cast';
import type { Keyed } from './opening-operations';
import type { Plan } from './operations';

/** Whoever is fetched is called, and a vehicle that was stranded is clean again. */
export async function transferPlans(app: TestApp, token: string, others: readonly string[]): Promise<Plan[]> {
  const cipher = await app.deps.vault.of(testCounty, 'epidemic');
  const nobody: Player = { name: 'nobody', id: app.anId(), token: '', stands: [], stranger: false };
  const cast = { home: app.anId(), players: [], by: () => nobody, cipher };
  const [passenger, trip] = [
    aRecord(app, cast, 'PASSENGER', 'LISTED'),
    aRecord(app, cast, 'TRANSFER', 'EN_ROUTE', 'RETURNEE'),
  ];
  const [car, seat] = [app.anId(), { task: trip._id, opId: app.anId(), at: app.clock.now() }];
  const stranded = { owner: car, opId: seat.opId };
  const records = app.connection.collection<Keyed>(transferCollection);
  const lost: Keyed & { readonly detail: object } = {
    ...trip,
    detail: { ...Object(trip).detail, strandedVehicles: [stranded] },
  };
  await records.insertMany([passenger, lost]);
  const fleet = app.connection.collection<Keyed>(fleetCollection);
  const traits = { plate: '晋J90001', area: testCounty, places: 6, partition: true, kinds: [] };
  const lostCar = newVehicle({ ...{ _id: car, county: testCounty }, ...traits }, app.clock.now());
  await fleet.insertOne({ ...lostCar, seats: [seat] } as Keyed);
  const look = { opId: app.anId(), why: 'CALL' };
  const clean = { opId: app.anId(), trip: trip._id };
  const vehicle = {
    ...{
      id: app.anId(),
      plate: `晋J${app.anId().slice(-5).toUpperCase()}`,
      seats: 6,
      partition: true,
      kinds: ['MEDICAL'],
      carries: [],
      drivers: [],
    },
  };
  const asked = {
    ...{ id: app.anId(), kind: 'MEDICAL', goal: 'HOSPITAL', byAmbulance: true, from: app.clock.now().toISOString() },
    people: [{ person: passenger._id, needs: [] }],
  };
  return [
    {
      ...{ endpoint: revealPassenger, token, others, params: { id: passenger._id }, body: look },
      other: { ...look, why: 'IDENTITY' },
      effects: () => app.connection.collection<Keyed>('auditRows').countDocuments({ record: passenger._id } as object),
    },
    {
      ...{ endpoint: vehicleDisinfected, token, others, params: { id: car }, body: clean },
      other: { ...clean, trip: app.anId() },
      effects: () => fleet.countDocuments({ _id: car, seats: [] } as object),
    },
    {
      ...{ endpoint: addVehicle, token, others, params: {}, body: vehicle },
      other: { ...vehicle, seats: 7 },
      effects: () => fleet.countDocuments({ _id: vehicle.id } as object),
    },
    {
      ...{ endpoint: askTransfer, token, others, params: {}, body: asked },
      other: { ...asked, isTaken: true },
      effects: () => records.countDocuments({ _id: asked.id } as object),
    },
  ];
}
