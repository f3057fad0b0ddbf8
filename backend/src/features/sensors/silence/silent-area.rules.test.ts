import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import fc from 'fast-check';
import { manyAtOnce, overlap, silentArea } from './silent-area.rules';

const county = '141122';
const grid = fc
  .record({ town: fc.integer({ min: 100, max: 103 }), village: fc.integer({ min: 201, max: 203 }), nth: fc.nat(3) })
  .map(({ town, village, nth }) => `${county}${town}${village}-g0${nth + 1}`);

test('few are never told together, many always are', () => {
  fc.assert(
    fc.property(fc.array(grid, { maxLength: 60 }), (areas) => {
      expect(silentArea(areas) !== undefined).toBe(areas.length >= manyAtOnce);
    }),
  );
});

test('the area holds nine of ten of them at least, and no area below it does', () => {
  fc.assert(
    fc.property(fc.array(grid, { minLength: manyAtOnce, maxLength: 200 }), (areas) => {
      const area = silentArea(areas) ?? '';
      const within = (place: string) =>
        areas.filter((one) => (scopeOf(areaId(one)) as string[]).includes(place)).length;
      expect(within(area)).toBeGreaterThanOrEqual(areas.length * 0.9);
      const below = new Set(areas.flatMap((one) => scopeOf(areaId(one))).filter((place) => place.length > area.length));
      for (const place of below) expect(within(place)).toBeLessThan(areas.length * 0.9);
    }),
  );
});

test('a street, a township, the county: the smallest that holds them', () => {
  const street = Array.from({ length: 12 }, () => `${county}100201-g01`);
  expect(silentArea(street)).toBe(`${county}100201-g01`);
  expect(silentArea([...street, `${county}100202-g01`])).toBe(`${county}100201-g01`);
  expect(silentArea([...street, ...street.map(() => `${county}100202-g02`)])).toBe(`${county}100`);
  expect(silentArea([...street, ...street.map(() => `${county}101202-g02`)])).toBe(county);
  expect(overlap(county, `${county}100201-g01`)).toBe(true);
  expect(overlap(`${county}100`, `${county}101`)).toBe(false);
});
