import { cashStep, heldFen, keptByFirstFen, passedCash } from './handover-cash.rules';

const from = 'first';

describe('what whoever carries the run answers for', () => {
  const passed = { from, heldFen: 5000, statedFen: 3000, floatFen: 5000 };
  test.each([
    ['no change of carrier: all that went out', { floatFen: 5000 }, 5000],
    ['passed on, not counted yet: as stated', { floatFen: 5000, handoverCash: passed }, 3000],
    ['counted otherwise: as counted', { floatFen: 5000, handoverCash: { ...passed, countedFen: 2000 } }, 2000],
    ['agreed', { floatFen: 5000, handoverCash: { ...passed, countedFen: 2000, agreedFen: 2500 } }, 2500],
    ['what was given since is the next one’s', { floatFen: 6000, handoverCash: { ...passed, agreedFen: 3000 } }, 4000],
  ])('%s', (_, detail, fen) => {
    expect(heldFen(detail)).toBe(fen);
  });
});

test('passed on in a chain, nothing is lost and nothing comes from nowhere', () => {
  const first = passedCash({ floatFen: 5000 }, from, 3000);
  if (!first) throw new Error('a float is out');
  expect(keptByFirstFen({ ...first, agreedFen: 3000 })).toBe(2000);
  const second = passedCash({ floatFen: 5000, handoverCash: { ...first, agreedFen: 3000 } }, 'second', 0);
  if (!second) throw new Error('a float is out');
  expect(second).toMatchObject({ heldFen: 3000, statedFen: 0 });
  const third = { floatFen: 5000, handoverCash: { ...second, agreedFen: 0 } };
  expect(heldFen(third)).toBe(0);
  // who has none passes none on, and nobody need count it
  const last = passedCash(third, 'third', 0);
  expect(last).toMatchObject({ heldFen: 0, agreedFen: 0 });
  expect(last && cashStep({ handoverCash: last })).toBeUndefined();
});

test('what is still missing, in its order; without a float nothing', () => {
  expect(passedCash({ floatFen: 0 }, from, 0)).toBeUndefined();
  expect(cashStep({})).toBeUndefined();
  const passed = { from, heldFen: 500, statedFen: 300, floatFen: 500 };
  expect(cashStep({ handoverCash: passed })).toBe('count-cash');
  expect(cashStep({ handoverCash: { ...passed, countedFen: 200 } })).toBe('agree-cash');
  expect(cashStep({ handoverCash: { ...passed, countedFen: 200, agreedFen: 300 } })).toBeUndefined();
});
