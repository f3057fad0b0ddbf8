import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { openSite, takeInWalkIn } from '@grid-relief/shared-types/quarantine/site.contract';
import { beginRecord } from '../../src/lifecycle';
import { aPerson, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import type { Keyed } from './opening-operations';
import type { Plan } from './operations';

/** A building of the place in which everybody has a role. */
export const buildingOfAll = `${testGrid}-b90`;

/** Somebody who stands at the door of a site with one room. */
export async function walkInPlan(app: TestApp, others: readonly string[]): Promise<Plan> {
  const keeper = await aPerson(app).withRole('SITE_MANAGER', testGrid).saved();
  const _id = app.anId();
  const area = areaId(testGrid);
  const own = { _id, county: testCounty, kind: 'QUARANTINE_SITE', state: 'OPEN', area, scope: scopeOf(area) };
  const detail = { name: '样例隔离点', threshold: 0, labels: ['301'], openedBy: keeper.id, draftHash: 'sample' };
  const [now, room] = [app.clock.now(), app.anId()];
  const site = { ...beginRecord(own, [], now), createdAt: now, detail };
  const clean = { ...beginRecord({ ...own, _id: room, kind: 'ROOM', state: 'CLEAN' }, [], now), createdAt: now };
  await app.connection.collection<Keyed>('sites').insertOne(site);
  await app.connection
    .collection<Keyed>('rooms')
    .insertOne({ ...clean, about: _id, detail: { label: '301' } } as Keyed);
  const stays = [{ place: ['上海市'], from: new Date(now.getTime() - 86_400_000).toISOString() }];
  const body = { id: app.anId(), name: '孔门口', symptoms: false, stays };
  return {
    ...{ endpoint: takeInWalkIn, token: await app.signIn(keeper), others, params: { id: _id }, body },
    other: { ...body, symptoms: true },
    effects: () => app.connection.collection<Keyed>('returnees').countDocuments({ _id: body.id }),
  };
}

/** A site of quarantine, opened by the county. */
export function sitePlan(app: TestApp, token: string, others: readonly string[]): Plan {
  const body = { id: app.anId(), name: '样例隔离点', area: buildingOfAll, threshold: 1, rooms: ['301'] };
  return {
    ...{ endpoint: openSite, token, others, body, other: { ...body, threshold: 2 } },
    effects: () => app.connection.collection<Keyed>('sites').countDocuments({ _id: body.id }),
  };
}
