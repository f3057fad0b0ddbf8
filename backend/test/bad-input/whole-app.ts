import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { roles } from '@grid-relief/shared-types/roles';
import type { AppParts } from '../../src/app';
import { openFeatures } from '../../src/features';
import { newVolunteer, volunteerRepository } from '../../src/features/volunteers';
import { inLanes } from '../../src/platform/in-lanes';
import { aHousehold, aPerson, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';

/** The whole product without its workers: nothing moves but what a request moves. */
export const openStill: AppParts['openFeatures'] = async (deps) =>
  (await openFeatures(deps)).map((feature) => ({ ...feature, workers: [] }));

/** Somebody who passes the door of every endpoint: all roles in one grid, a household, one spoken for. */
export async function somebodyWithEveryRole(app: TestApp) {
  const home = await aHousehold(app).saved();
  const parents = await aHousehold(app).saved();
  const builder = aPerson(app).livingIn(home).speakingFor(parents);
  for (const role of roles) builder.withRole(role, testGrid, role === 'VOLUNTEER' ? { team: 'VETERAN' } : {});
  const person = await builder.saved();
  await enrol(app, person.id);
  return { ...person, home, parents, token: await app.signIn(person) };
}

/** On duty for ten hours, with every skill that the samples ask for. */
export async function enrol(app: TestApp, person: string, area: string = testGrid): Promise<void> {
  const now = app.clock.now();
  const enrolment = { person, county: testCounty, area: areaId(area), team: 'VETERAN' as const };
  const dutyUntil = new Date(now.getTime() + 600 * 60_000);
  await volunteerRepository(app.connection).addMany([
    newVolunteer({ ...enrolment, skills: ['HANDOVER'], ppe: 2, dutyUntil }, now),
  ]);
}

/** Whose turn it is to seal the audit chain: the sealer takes and gives it back in its own time, whatever is asked. */
const ofBackgroundWork = new Set(['auditLeases', 'auditBatches']);
/** How many documents each collection holds, of those that only requests change. */
export async function countAll(app: TestApp): Promise<Record<string, number>> {
  const all = ((await app.connection.db?.listCollections().toArray()) ?? []).map(({ name }) => name);
  const names = all.filter((name) => !ofBackgroundWork.has(name)).sort();
  const counts = await Promise.all(names.map((name) => app.connection.collection(name).countDocuments()));
  return Object.fromEntries(names.map((name, i) => [name, counts[i] ?? 0]));
}

/** Does something for every item, a few at a time. */
export async function forEachOf<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 8): Promise<void> {
  await inLanes(items, atOnce, work);
}

const wantsAll = process.env.GRID_RELIEF_BAD_INPUT === 'all';
/** One in so many is sent over HTTP; a number without a factor in common with how many ways most fields are spoilt in. */
const share = 7;

/** Whether this one is sent: GRID_RELIEF_BAD_INPUT=all sends everything, otherwise each field gets its ways in turn. */
export const isTurn = (place: number): boolean => wantsAll || place % share === 0;
