import { prepareAreaChange } from '@grid-relief/shared-types/areas/area-change.contract';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import type { Plan } from './operations';

/** A draft by which a grid is called otherwise. */
export function areaPlan(app: TestApp, token: string, others: readonly string[]): Plan {
  const area = `${testCounty}100201-g03`;
  const body = { id: app.anId(), what: { kind: 'RENUMBER', area, into: { area, name: '新网格' } } };
  const stored = app.connection.collection<{ _id: string }>('areaChanges');
  return {
    ...{ endpoint: prepareAreaChange, token, others, body, other: { ...body, words: '再看' } },
    effects: () => stored.countDocuments({ _id: body.id }),
  };
}
