import fc from 'fast-check';
import { inOrderOfRoom, isLow, type Stock, stockMove } from './stock.rules';

const aStock = (more: Partial<Stock> = {}): Stock => ({ state: 'OPEN', free: 10, rooms: 12, threshold: 4, ...more });

describe('when clean rooms become few', () => {
  test.each([
    ['as many as the threshold', { free: 4 }, undefined],
    ['one fewer', { free: 3 }, 'runLow'],
    ['told already, and fewer still', { state: 'LOW', free: 1 }, undefined],
    ['told already, and at the threshold again', { state: 'LOW', free: 4 }, undefined],
    ['told already, and one more than that', { state: 'LOW', free: 5 }, 'recover'],
    [
      'told already, and every room is clean, though there are no more than the threshold',
      { state: 'LOW', free: 12, threshold: 12 },
      'recover',
    ],
    ['told already, and nobody wants to be told any more', { state: 'LOW', free: 0, threshold: 0 }, 'recover'],
    ['nobody wants to be told', { free: 0, threshold: 0 }, undefined],
    ['closed', { state: 'CLOSED', free: 0 }, undefined],
  ] as const)('%s', (_what, more, expected) => {
    expect(stockMove(aStock(more))).toBe(expected);
  });
});

const walk = fc.record({
  rooms: fc.integer({ min: 1, max: 12 }),
  threshold: fc.integer({ min: 1, max: 12 }),
  counts: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 }),
});

const after: Readonly<Record<string, string>> = { runLow: 'LOW', recover: 'OPEN' };

test('whatever happens to the rooms, a warning is never given twice without a recovery between them', () => {
  fc.assert(
    fc.property(walk, ({ rooms, threshold, counts }) => {
      let state = 'OPEN';
      const told: string[] = [];
      for (const count of counts) {
        const stock = { state, free: Math.min(count, rooms), rooms, threshold };
        const move = stockMove(stock);
        if (move) told.push(move);
        state = after[move ?? ''] ?? state;
        const then = { ...stock, state };
        // told, it says nothing more about the same rooms, and is as low as it was shown to be
        expect(stockMove(then)).toBeUndefined();
        expect(isLow(then)).toBe(isLow(stock));
        // without a word nobody is below the threshold
        if (state === 'OPEN' && stock.free < threshold) throw new Error('nobody was told');
      }
      expect(told.every((move, at) => move === (at % 2 === 0 ? 'runLow' : 'recover'))).toBe(true);
    }),
  );
});

test('sites under their threshold come last, and the fullest last of each', () => {
  const named = (name: string, more: Partial<Stock>) => ({ ...aStock(more), name });
  const order = inOrderOfRoom([
    named('full', { free: 0 }),
    named('at the threshold', { free: 4 }),
    named('half', { free: 6 }),
    named('empty', { free: 12 }),
    named('no rooms yet', { free: 0, rooms: 0, threshold: 0 }),
  ]);
  expect(order.map(({ name }) => name)).toEqual(['empty', 'half', 'at the threshold', 'full', 'no rooms yet']);
});
