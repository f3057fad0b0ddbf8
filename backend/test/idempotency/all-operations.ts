import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Deps, Feature } from '../../src/feature';
import { areaRepository } from '../../src/features/areas';
import { testGrid } from '../../src/testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../src/testing/test-app';
import { forEachOf, openStill, somebodyWithEveryRole } from '../bad-input/whole-app';
import { aCast, type Cast } from '../role-matrix/cast';
import { moves } from '../role-matrix/cells';
import { startAfresh } from '../role-matrix/try-moves';
import { accountPlans } from './account-operations';
import { villagesToName } from './area-operations';
import { type Operation, operationOf, operationOfMove } from './operations';
import { creationPlans, plainPlans } from './plain-operations';
import { buildingOfAll } from './site-operations';

/** The whole product, and people for every operation. */
export interface Stage {
  readonly app: TestApp;
  readonly cast: Cast;
}

/** The grid of the tests with everything above it, a building where a site can be opened, villages: places that are known. */
export const knownPlaces = [...scopeOf(areaId(testGrid)), ...[buildingOfAll, ...villagesToName].map(areaId)].map(
  (_id) => {
    const about = { _id, county: testCounty, level: levelOf(_id), name: '样例', scope: scopeOf(_id) };
    return { ...about, adjacent: [], validFrom: new Date(0) };
  },
);

/**
 * @param beside a feature of the test's own, beside the product's
 * @param start how the app is started
 */
export async function openStage(beside?: (deps: Deps) => Feature, start = startTestApp): Promise<Stage> {
  const app = await start({
    async openFeatures(deps) {
      await areaRepository(deps.connection).addMany(knownPlaces);
      return [...(await openStill(deps)), ...(beside ? [beside(deps)] : [])];
    },
  });
  const cast = await aCast(app);
  await app.connection.collection('volunteers').updateMany({}, { $set: { seats: [], seatLimit: 1000 } });
  return { app, cast };
}

/** So many actions are tried before their records are cleared away. */
const together = 32;

/**
 * A fresh operation of every kind, each handed to a check; what the check complains about, by endpoint.
 * @returns also the names of all endpoints that were checked
 */
export async function eachOperation(
  { app, cast }: Stage,
  check: (operation: Operation) => Promise<string | undefined>,
): Promise<{ readonly wrong: string[]; readonly names: string[] }> {
  const wrong: string[] = [];
  const names: string[] = [];
  const examine = async (operation: Operation) => {
    const complaint = await check(operation);
    names.push(operation.name);
    if (complaint !== undefined) wrong.push(`${operation.name}: ${complaint}`);
  };
  const inTurn = [...moves.entries()];
  for (let at = 0; at < inTurn.length; at += together) {
    // what piles up in the one home of all of them is read by every act
    await startAfresh(app, cast);
    const some = inTurn.slice(at, at + together);
    await forEachOf(some, async ([turn, move]) => examine(await operationOfMove(app, cast, move, turn)), 4);
  }
  for (const operation of await plainOperations(app)) await examine(operation);
  return { wrong, names };
}

/** A fresh operation of every endpoint that belongs to no lifecycle. */
async function plainOperations(app: TestApp): Promise<Operation[]> {
  const asker = await somebodyWithEveryRole(app);
  const others = [(await somebodyWithEveryRole(app)).token];
  const plans = [
    ...(await accountPlans(app, asker, others)),
    ...(await plainPlans(app, asker, others)),
    ...(await creationPlans(app, others)),
  ];
  return plans.map((plan) => operationOf(app, plan));
}

/** A fresh operation of every kind, none of them sent yet. */
export async function freshOperations({ app, cast }: Stage): Promise<Operation[]> {
  const acts: Operation[] = [];
  await forEachOf(moves, async (move) => void acts.push(await operationOfMove(app, cast, move)), 4);
  return [...acts, ...(await plainOperations(app))];
}

/** What is wrong when another body comes under an operation that is done. */
export async function otherBody({ name, send, effects }: Operation): Promise<string | undefined> {
  const first = await send();
  const second = await send({ other: true });
  const problem = creations.has(name) ? 'id-taken' : 'op-id-reused';
  if (first.status !== 200) return `first ${first.status} ${JSON.stringify(first.body)}`;
  const refused = second.status >= 409 && second.status <= 422 && String(second.body.type).endsWith(`/${problem}`);
  if (!refused) return `answered ${second.status} ${second.body.type ?? ''}`;
  const times = await effects();
  return times === 1 ? undefined : `${times} effects`;
}

/** Endpoints whose operation is the creation of a record under a client-made id. */
const creations: ReadonlySet<string> = new Set([
  ...['submitDelivery', 'submitReturnees', 'uploadFile', 'preparePolicyChange', 'prepareAreaChange', 'openSite'],
  ...['addDoorSensor', 'askToOpenDoor', 'announceDoorWindow', 'planScreening', 'addDoor'],
  ...['openInvestigation', 'recordRefusal', 'addVehicle', 'askTransfer', 'takeInWalkIn'],
]);
