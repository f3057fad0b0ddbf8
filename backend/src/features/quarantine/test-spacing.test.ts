import fc from 'fast-check';
import type { Swab } from './swab-days.rules';
import { nextSwabFrom, spacedSwabs } from './test-spacing.rules';
import { at } from './testing/shanghai';

const swab = (takenAt: string, value?: 'NEGATIVE' | 'INVALID'): Swab => ({
  ...{ id: takenAt, takenAt: at(takenAt) },
  ...(value ? { result: { value, at: at(takenAt) } } : {}),
});
const evening = at('2022-05-15 20:00');
const counted = (swabs: readonly Swab[]) => spacedSwabs(swabs, 24, evening).map(({ id }) => id);

test('two dates are not 24 hours', () => {
  expect(counted([swab('2022-05-12 18:00'), swab('2022-05-13 08:00')])).toEqual(['2022-05-12 18:00']);
  expect(counted([swab('2022-05-12 18:00'), swab('2022-05-13 17:59')])).toHaveLength(1);
  expect(counted([swab('2022-05-12 18:00'), swab('2022-05-13 18:00')])).toHaveLength(2);
});

test('a swab that came too early does not put off the next one', () => {
  const swabs = [swab('2022-05-12 08:00'), swab('2022-05-12 20:00'), swab('2022-05-13 08:00')];
  expect(counted(swabs)).toEqual(['2022-05-12 08:00', '2022-05-13 08:00']);
});

test('a void swab counts as not taken, and what is not known yet as taken', () => {
  expect(counted([swab('2022-05-12 08:00', 'INVALID'), swab('2022-05-12 20:00')])).toEqual(['2022-05-12 20:00']);
});

test('the next one counts at once, or 24 hours after the last', () => {
  expect(nextSwabFrom([], 24, evening)).toEqual(evening);
  expect(nextSwabFrom([swab('2022-05-15 09:00')], 24, evening)).toEqual(at('2022-05-16 09:00'));
  expect(nextSwabFrom([swab('2022-05-13 09:00')], 24, evening)).toEqual(evening);
});

/** The most swabs of a list that lie 24 hours apart, by trying every choice. */
function mostByTrying([first, ...rest]: readonly number[], after = Number.NEGATIVE_INFINITY): number {
  if (first === undefined) return 0;
  const without = mostByTrying(rest, after);
  return first < after ? without : Math.max(without, 1 + mostByTrying(rest, first + 24 * 60));
}

test('nobody could have counted more of them', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 5 * 24 * 60 }), { maxLength: 9 });
  fc.assert(
    fc.property(minutes, (times) => {
      const start = at('2022-05-10');
      const swabs = times.map((time, i) => ({ id: `s${i}`, takenAt: new Date(start.getTime() + time * 60_000) }));
      const most = mostByTrying([...times].sort((a, b) => a - b));
      expect(spacedSwabs(swabs, 24, at('2022-05-20'))).toHaveLength(most);
    }),
  );
});
