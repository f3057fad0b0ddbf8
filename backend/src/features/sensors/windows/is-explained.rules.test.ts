import type { DoorReason } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import fc from 'fast-check';
import type { DoorWindow } from '../sensor.deps';
import { deliveryWindow, explanationOf, isExplained, ownWindow } from './is-explained.rules';

const day = new Date('2022-04-18T00:00:00Z').getTime();
const minute = 60_000;
const at = (minutes: number) => new Date(day + minutes * minute);
const instant = fc.integer({ min: 0, max: 24 * 60 * minute }).map((ms) => new Date(day + ms));
const why = fc.constantFrom<DoorReason>('DELIVERY', 'WASTE', 'SAMPLING', 'MEDICAL', 'OWN');
const window: fc.Arbitrary<DoorWindow> = fc
  .record({ why, from: instant, minutes: fc.option(fc.integer({ min: 0, max: 240 }), { nil: undefined }) })
  .map(({ minutes, ...one }) =>
    minutes === undefined ? one : { ...one, to: new Date(one.from.getTime() + minutes * minute) },
  );
const windows = fc.array(window, { maxLength: 8 });

test('an opening is explained exactly when some window holds its instant', () => {
  fc.assert(
    fc.property(instant, windows, (openedAt, all) => {
      const t = openedAt.getTime();
      const byHand = all.some(({ from, to }) => t >= from.getTime() && !(to && t >= to.getTime()));
      expect(isExplained(openedAt, all)).toBe(byHand);
    }),
  );
});

test('one more window never takes an explanation away, and their order decides nothing', () => {
  fc.assert(
    fc.property(instant, windows, window, (openedAt, all, more) => {
      if (isExplained(openedAt, all)) expect(isExplained(openedAt, [...all, more])).toBe(true);
      const began = (list: readonly DoorWindow[]) => explanationOf(openedAt, list)?.from.getTime();
      expect(began([...all].reverse())).toBe(began(all));
    }),
  );
});

test('without a window nothing is explained', () => {
  fc.assert(fc.property(instant, (openedAt) => expect(isExplained(openedAt, [])).toBe(false)));
});

test('five minutes for who lives there, ten after a delivery, to the instant', () => {
  const own = ownWindow('WASTE', at(0));
  expect([-0.001, 0, 4.999, 5].map((m) => isExplained(at(m), [own]))).toEqual([false, true, true, false]);
  const brought = deliveryWindow(at(0), at(20));
  expect([-1, 0, 20, 29.999, 30].map((m) => isExplained(at(m), [brought]))).toEqual([false, true, true, true, false]);
  expect(isExplained(at(600), [deliveryWindow(at(0), undefined)])).toBe(true);
});
