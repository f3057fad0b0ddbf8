import { openHouseholdEvent } from '@grid-relief/shared-types/household-events/household-event.contract';
import { revealWelfareTask } from '@grid-relief/shared-types/household-events/welfare-task.contract';
import { aHousehold, aPerson, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import { aRecord, type Player } from '../role-matrix/cast';
import type { Keyed } from './opening-operations';
import type { Plan } from './operations';

/** Something happens in a home, once; and the names of somebody left behind are opened once. */
export async function homePlans(app: TestApp, others: readonly string[]): Promise<Plan[]> {
  const home = await aHousehold(app).in(testGrid).saved();
  const token = await app.signIn(await aPerson(app).withRole('GRID_WORKER', testGrid).saved());
  const cipher = await app.deps.vault.of(testCounty, 'epidemic');
  const nobody: Player = { name: 'nobody', id: app.anId(), token: '', stands: [], stranger: false };
  const task = aRecord(app, { home: home.id, players: [], by: () => nobody, cipher }, 'WELFARE_TASK', 'OPEN');
  const records = app.connection.collection<Keyed>('householdEvents');
  await records.insertOne(task);
  const [fire, look] = [
    { opId: app.anId(), kind: 'FIRE', household: home.id },
    { opId: app.anId(), why: 'CALL' },
  ];
  return [
    {
      ...{ endpoint: openHouseholdEvent, token, others, body: fire, other: { ...fire, words: '厨房' } },
      effects: () =>
        records.countDocuments({ county: testCounty, household: home.id, kind: 'HOUSEHOLD_EVENT' } as object),
    },
    {
      ...{ endpoint: revealWelfareTask, token, others, params: { id: task._id }, body: look },
      other: { ...look, why: 'VISIT' },
      effects: () => app.connection.collection<Keyed>('auditRows').countDocuments({ record: task._id } as object),
    },
  ];
}
