import fc from 'fast-check';
import type { HealthWords } from './episode';
import { alarmsIn, doubtsAbout } from './report-doubts.rules';

const feverTenths = 373;
const well: HealthWords = { temperatureTenths: 365, symptoms: [] };
const asked = { feverTenths, before: [], how: 'SELF', enteredLately: 0 } as const;

test('the same words for the sixth time are doubted, one tenth of a degree more is not', () => {
  const before = Array.from({ length: 5 }, () => well);
  expect(doubtsAbout({ ...asked, words: well, before })).toEqual(['SAME_EVERY_TIME']);
  expect(doubtsAbout({ ...asked, words: well, before: before.slice(1) })).toEqual([]);
  expect(doubtsAbout({ ...asked, words: { ...well, temperatureTenths: 366 }, before })).toEqual([]);
});

test('a fever is taken as it came, the sixth time and from whoever enters many as well', () => {
  const words: HealthWords = { temperatureTenths: 385, symptoms: [] };
  expect(doubtsAbout({ ...asked, words, before: Array.from({ length: 9 }, () => words) })).toEqual([]);
  expect(doubtsAbout({ ...asked, words, how: 'PHONE', enteredLately: 40 })).toEqual([]);
});

test('whatever alarms is never doubted', () => {
  const reports = fc.record({
    temperatureTenths: fc.integer({ min: 340, max: 420 }),
    symptoms: fc.subarray(['COUGH', 'SORE_THROAT'] as const),
    selfTest: fc.constantFrom('NEGATIVE' as const, 'POSITIVE' as const),
  });
  fc.assert(
    fc.property(
      reports,
      fc.constantFrom('SELF' as const, 'PHONE' as const),
      fc.nat(50),
      (words, how, enteredLately) => {
        const doubts = doubtsAbout({
          feverTenths,
          words,
          how,
          enteredLately,
          before: Array.from({ length: 8 }, () => words),
        });
        const alarms = alarmsIn(words, feverTenths);
        expect(alarms.length > 0 && doubts.length > 0).toBe(false);
        // and what does not alarm is, here, always doubted or has not been entered too often
        expect(alarms.length > 0 || doubts.length > 0 || (how === 'PHONE' && enteredLately < 5)).toBe(true);
      },
    ),
  );
});
