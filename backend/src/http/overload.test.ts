import fc from 'fast-check';
import { usualDelay } from './overload';

test('one long pause turns nobody away, and neither do two', () => {
  expect(usualDelay([1, 0, 4_000, 1, 2])).toBe(1);
  expect(usualDelay([4_000])).toBe(0);
  expect(usualDelay([1, 900, 4_000, 1, 2])).toBe(2);
});

test('a loop that stays late is late, and on time again after three turns', () => {
  expect(usualDelay([0, 0, 120, 130, 125])).toBe(120);
  expect(usualDelay([120, 130, 125, 120, 128, 1, 0, 2])).toBe(2);
});

test('never more than most of the latest turns were late, and older ones do not count', () => {
  const delays = fc.array(fc.nat(1_000), { maxLength: 30 });
  fc.assert(
    fc.property(delays, fc.array(fc.nat(1_000), { minLength: 5, maxLength: 5 }), (older, latest) => {
      const usual = usualDelay([...older, ...latest]);
      expect(usual).toBe(usualDelay(latest));
      expect(latest.filter((delay) => delay >= usual).length).toBeGreaterThanOrEqual(3);
    }),
  );
});
