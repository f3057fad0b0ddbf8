import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { areaRepository } from '../../src/features/areas';
import { beginRecord } from '../../src/lifecycle';
import { type TestApp, testCounty } from '../../src/testing/test-app';

/** More than changes lie beside one another at once: two of the same village would be in each other's way. */
const villages = 200;
const villageOf = (nth: number) => areaId(`${testCounty}998${String(nth % villages).padStart(3, '0')}`);
let made = 0;

/** The villages whose names the changes of the matrix are about. */
export async function putVillages(app: TestApp): Promise<void> {
  const tree = Array.from({ length: villages }, (_, nth) => villageOf(nth)).map((_id) => ({
    ...{ _id, county: testCounty, level: levelOf(_id), name: `样例${_id}`, scope: scopeOf(_id), adjacent: [] },
    validFrom: new Date(0),
  }));
  await areaRepository(app.connection).addMany(tree);
}

/** A change that calls a village otherwise, prepared by nobody who tries anything here. */
export function anAreaChange(app: TestApp, own: Parameters<typeof beginRecord>[0], now: Date) {
  made += 1;
  const area = villageOf(made);
  const wanted = { kind: 'RENUMBER', area, into: { area, name: `新${made}` } };
  const detail = { wanted, names: [{ area, name: `样例${area}` }], preparedBy: app.anId(), draftHash: 'x', at: now };
  return { ...beginRecord(own, [], now), createdAt: now, detail };
}

/** What an action of a change must be told beside the sample. */
export function areaBody(app: TestApp, kind: string, action: string): object {
  const at = new Date(app.clock.now().getTime() + 3_600_000).toISOString();
  return kind === 'AREA_CHANGE' && action === 'schedule' ? { at } : {};
}
