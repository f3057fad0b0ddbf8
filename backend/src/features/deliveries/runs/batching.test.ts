import fc from 'fast-check';
import { derivedId } from '../../../platform/ids';
import type { Line } from '../delivery';
import { batchingPolicy, walkingOrder, weightOf, windowFor } from './batching.rules';
import { pickingList } from './picking.rules';

const shanghai = (text: string) => new Date(`${text}+08:00`);

describe('windowFor', () => {
  it.each([
    ['2022-04-18T06:00:00', '2022-04-18T09:00:00'],
    ['2022-04-18T07:59:59', '2022-04-18T09:00:00'],
    ['2022-04-18T08:00:00', '2022-04-18T15:00:00'],
    ['2022-04-18T13:59:59', '2022-04-18T15:00:00'],
    ['2022-04-18T14:00:00', '2022-04-19T09:00:00'],
    ['2022-04-18T23:30:00', '2022-04-19T09:00:00'],
    ['2022-04-19T00:10:00', '2022-04-19T09:00:00'],
  ])('at %s Shanghai time gives the window of %s', (now, from) => {
    const window = windowFor(shanghai(now), batchingPolicy);
    expect(window.from).toEqual(shanghai(from));
    expect(window.cutOff.getTime()).toBe(shanghai(from).getTime() - 3_600_000);
  });
});

test('weightOf counts every piece', () => {
  expect(
    weightOf([
      { weightGrams: 5000, quantity: 2 },
      { weightGrams: 250, quantity: 3 },
    ]),
  ).toBe(10_750);
});

describe('walkingOrder', () => {
  it('goes by building, unit, floor and room as numbers', () => {
    const codes = ['12-2-0501', '2-1-0301', '2-1-1001', '12-1-0501', 'gate'];
    const doors = codes.map((doorCode) => ({ delivery: doorCode, doorCode }));
    expect(walkingOrder(doors)).toEqual(['2-1-0301', '2-1-1001', '12-1-0501', '12-2-0501', 'gate']);
  });

  it('is the same whatever order the doors come in, and loses none', () => {
    const part = fc.oneof(fc.nat(20).map(String), fc.constantFrom('a', '', 'b2'));
    const door = fc.tuple(part, part, part).map((parts) => parts.join('-'));
    const doors = fc
      .uniqueArray(door, { maxLength: 12 })
      .map((all) => all.map((doorCode) => ({ delivery: doorCode, doorCode })));
    const both = doors.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(both, ([all, other]) => {
        expect(walkingOrder(other)).toEqual(walkingOrder(all));
        expect(walkingOrder(all)).toHaveLength(all.length);
      }),
    );
  });
});

describe('pickingList', () => {
  const line = (given: Partial<Line>): Line => ({
    ...{ line: 'aaaa', name: '韭菜', unit: '把', quantity: 1, substitution: { rule: 'NONE' as const } },
    ...{ estimateFen: 300, cold: false, weightGrams: 500, outcome: 'OPEN' as const, aisle: '蔬菜' },
    ...given,
  });
  const bag = (name: string, lines: Line[]) => ({ delivery: derivedId('141122', name), code: name, lines });

  it('puts the same goods together, aisle by aisle, cold last, with the bags they belong to', () => {
    const milk = line({ sku: 'milk', name: '牛奶', aisle: '冷藏', cold: true });
    const leek = line({ sku: 'leek' });
    const rice = line({ sku: 'rice', name: '大米', aisle: '粮油' });
    const list = pickingList(
      [bag('A1', [milk, leek]), bag('B2', [rice, { ...leek, quantity: 2, estimateFen: 600 }])],
      ['粮油', '蔬菜', '冷藏'],
    );
    expect(list.map(({ name, quantity, estimateFen }) => [name, quantity, estimateFen])).toEqual([
      ['大米', 1, 300],
      ['韭菜', 3, 900],
      ['牛奶', 1, 300],
    ]);
    expect(list[1]?.bags.map(({ code, quantity }) => [code, quantity])).toEqual([
      ['A1', 1],
      ['B2', 2],
    ]);
  });

  it('never puts free words together and leaves out what was left out', () => {
    const words = line({ name: '酱油' });
    const list = pickingList([bag('A1', [words, line({ sku: 'leek', outcome: 'LEFT_OUT' })]), bag('B2', [words])]);
    expect(list.map(({ name }) => name)).toEqual(['酱油', '酱油']);
  });
});
