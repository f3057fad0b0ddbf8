import { areaId } from '@grid-relief/shared-types/primitives/areas';
import {
  addDoor,
  doorCard,
  giveDoors,
  planScreening,
  revealDoor,
} from '@grid-relief/shared-types/screening/screening.contract';
import { aHousehold, aPerson, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import { aRecord, type Player } from '../role-matrix/cast';
import type { Keyed } from './opening-operations';
import type { Plan } from './operations';

/** A plan, doors given and found, and what is opened at one: what carries an operation beside the actions. */
export async function screeningPlans(app: TestApp, others: readonly string[]): Promise<Plan[]> {
  const [township, second] = [areaId(`${testCounty}100`), areaId(`${testCounty}100201`)];
  const signIn = async (person: ReturnType<typeof aPerson>) => app.signIn(await person.saved());
  const dispatcher = await signIn(aPerson(app).withRole('TOWNSHIP_DISPATCHER', township));
  const leader = await signIn(aPerson(app).withRole('GRID_LEADER'));
  const screener = await aPerson(app).withRole('SCREENER').saved();
  const player: Player = { name: 'screener', id: screener.id, token: '', stands: [], stranger: false };
  const home = await aHousehold(app).saved();
  // whoever is excluded from a door is not sent to it
  const nobody: Player = { ...player, name: 'nobody', id: app.anId() };
  const cast = { home: home.id, players: [], by: (name: string) => (name === 'holder' ? player : nobody) };
  const campaign = aRecord(app, cast, 'SCREENING_CAMPAIGN', 'RUNNING');
  const visit = { ...aRecord(app, cast, 'HOUSEHOLD_VISIT', 'NO_ANSWER'), about: campaign._id };
  const insert = (collection: string, record: Keyed) => app.connection.collection<Keyed>(collection).insertOne(record);
  await insert('screenings', campaign);
  await insert('householdVisits', visit);
  const params = { id: campaign._id };
  const rows = (collection: string, filter: object) => () =>
    app.connection.collection<Keyed>(collection).countDocuments({ county: testCounty, ...filter } as object);
  const startsAt = app.clock.now().toISOString();
  const plan = { id: app.anId(), township, areas: [second], since: '2022-04-01', startsAt };
  const given = { opId: app.anId(), area: testGrid, screener: screener.id };
  const door = { id: app.anId(), area: testGrid, kind: 'TENANT', door: '后院' };
  const [look, card] = [
    { opId: app.anId(), why: 'CALL' },
    { opId: app.anId(), why: 'NO_PHONE' },
  ];
  const at = { id: visit._id };
  return [
    {
      ...{ endpoint: planScreening, token: dispatcher, others, body: plan, other: { ...plan, since: '2022-04-02' } },
      effects: rows('screenings', { _id: plan.id }),
    },
    {
      ...{ endpoint: giveDoors, token: leader, others, params, body: given },
      other: { ...given, area: `${testGrid}-b01` },
      effects: rows('householdVisits', { _id: visit._id, 'history.action': 'sendScreener' }),
    },
    {
      ...{ endpoint: addDoor, token: leader, others, params, body: door, other: { ...door, kind: 'SHOP' } },
      effects: rows('householdVisits', { _id: door.id }),
    },
    {
      ...{ endpoint: revealDoor, token: leader, others, params: at, body: look, other: { ...look, why: 'HELP' } },
      effects: rows('auditRows', { _id: look.opId }),
    },
    {
      ...{ endpoint: doorCard, token: leader, others, params: at, body: card, other: { ...card, why: 'PHONE_LOST' } },
      effects: rows('auditRows', { _id: card.opId }),
    },
  ];
}
