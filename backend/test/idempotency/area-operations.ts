import { prepareAreaChange } from '@grid-relief/shared-types/areas/area-change.contract';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import type { Plan } from './operations';

/** Of two drafts for one place the second is refused: each takes a village of its own. */
export const villagesToName = Array.from(
  { length: 20 },
  (_, nth) => `${testCounty}9970${String(nth).padStart(2, '0')}`,
);
let taken = 0;

/** A draft by which a village is called otherwise. */
export function areaPlan(app: TestApp, token: string, others: readonly string[]): Plan {
  const area = villagesToName[taken++ % villagesToName.length] ?? testCounty;
  const body = { id: app.anId(), what: { kind: 'RENUMBER', area, into: { area, name: '新村' } } };
  const stored = app.connection.collection<{ _id: string }>('areaChanges');
  return {
    ...{ endpoint: prepareAreaChange, token, others, body, other: { ...body, words: '再看' } },
    effects: () => stored.countDocuments({ _id: body.id }),
  };
}
