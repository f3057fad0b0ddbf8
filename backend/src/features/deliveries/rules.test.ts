import type { Good } from '@grid-relief/shared-types/shops/shop.contract';
import { plain, readChain, readLine, readNumber } from './chain-message';
import type { Line } from './delivery';
import { lineErrors, lineOf, linesAfter, needsConsent, paidFen, purchaseErrors, substitutionBy } from './line.rules';
import { bagCodeOf, flagsOf, modeOf, needsOf, priorityOf, raisedByAge } from './triage.rules';

const rice: Good = {
  sku: 'rice',
  name: '大米',
  nameEn: 'Rice',
  picture: 'rice',
  aisle: '粮油',
  unit: '袋',
  priceFen: 3000,
  cold: false,
  weightGrams: 5000,
  limitPerHousehold: 2,
  controlledFour: false,
};
const goods = new Map([['rice', rice]]);
const ask = { rule: 'ASK' } as const;
const draft = { line: 'rice1', sku: 'rice', name: '大米', unit: '袋', quantity: 1, substitution: ask };
const line = (more: Partial<Line> = {}): Line => ({ ...lineOf(draft, goods), ...more });

describe('priority (handbook 4.3)', () => {
  test.each([
    ['insulin out today', 'MEDICINE', ['DIABETIC'], 0, 0],
    ['an infant without milk', 'BABY', ['INFANT'], 0, 0],
    ['a child alone without food', 'MEAL', ['CHILD_ALONE'], 0, 0],
    ['chronic medicine for two days', 'MEDICINE', ['CHRONIC_MEDICINE'], 2, 1],
    ['an elder alone', 'GROCERY', ['ELDER_ALONE'], 5, 1],
    ['food for one day', 'GROCERY', [], 1, 2],
    ['food for a week', 'GROCERY', [], 7, 3],
    ['an errand', 'ERRAND', [], undefined, 3],
  ] as const)('%s', (_, kind, needs, daysLeft, priority) => {
    expect(priorityOf(kind, needs, daysLeft)).toBe(priority);
  });
  test('waiting never raises above P1', () => {
    expect([3, 2, 1].map(raisedByAge)).toEqual([2, 1, 1]);
  });
});

test.each([
  ['SEALED', true, [], 'HANDOVER_POINT'],
  ['CONTROLLED', false, [], 'SLOT'],
  ['CONTROLLED', true, [], 'DOOR'],
  ['CONTROLLED', false, ['DISABLED'], 'DOOR'],
  ['GUARDED', false, [], 'DOOR'],
  ['NONE', false, [], 'DOOR'],
] as const)('zone %s, quarantine %s, needs %j: %s', (zone, inQuarantine, needs, mode) => {
  expect(modeOf({ zone, inQuarantine, needs })).toBe(mode);
});

test('work in a sealed zone needs protection and its own loop; goods are carried to its edge', () => {
  const sealed = { zone: 'SEALED', inQuarantine: false, needs: [], loop: 'a' } as const;
  expect(needsOf('ERRAND', sealed)).toEqual({ skills: [], ppe: 2, loop: 'a' });
  expect(needsOf('GROCERY', sealed)).toEqual({ skills: ['HANDOVER'], ppe: 1 });
  expect(needsOf('ERRAND', { zone: 'NONE', inQuarantine: false, needs: [] })).toEqual({ skills: [], ppe: 0 });
});

describe('flags (handbook 4.8)', () => {
  const four = [line({ controlledFour: true })];
  test('fever and medicine against it go to the doctor', () => {
    expect(flagsOf({ kind: 'MEDICINE', symptoms: true }, four, 'REGISTER')).toEqual(['DOCTOR']);
    expect(flagsOf({ kind: 'MEDICINE', symptoms: false }, four, 'REGISTER')).toEqual([]);
    expect(flagsOf({ kind: 'MEDICINE' }, four, 'REGISTER')).toEqual(['SYMPTOM_QUESTION']);
    expect(flagsOf({ kind: 'MEDICINE', symptoms: false }, four, 'SUSPENDED')).toEqual(['DOCTOR']);
    expect(flagsOf({ kind: 'MEDICINE', symptoms: true }, four, 'FREE')).toEqual([]);
  });
  test('large amounts, unreadable words and medicine without prescription', () => {
    expect(flagsOf({ kind: 'GROCERY' }, [line({ estimateFen: 100_001 })], 'REGISTER')).toEqual(['LARGE_AMOUNT']);
    expect(flagsOf({ kind: 'GROCERY' }, [line({ name: '???' })], 'REGISTER')).toEqual(['UNCLEAR']);
    const free = lineOf({ ...draft, name: '降压药' }, new Map());
    const { sku: _sku, ...unlisted } = free;
    expect(flagsOf({ kind: 'MEDICINE' }, [unlisted], 'REGISTER')).toEqual(['PRESCRIPTION']);
  });
});

test('a bag code is a letter and three figures, the same for the same id', () => {
  const id = '141122-00000000000000000000000001';
  expect(bagCodeOf(id)).toMatch(/^[A-HJ-NPR-Z]\d{3}$/);
  expect(bagCodeOf(id)).toBe(bagCodeOf(id));
});

describe('lines and money', () => {
  test('the catalogue says what a line costs; scarce goods have a limit', () => {
    expect(line().estimateFen).toBe(3000);
    const three = lineOf({ ...draft, quantity: 3 }, goods);
    const [{ sku = '' }] = [three];
    const shares = new Map([[sku, { left: 2 }]]);
    expect(lineErrors([three], shares)).toEqual([{ pointer: '/lines/0/quantity', detail: 'at most 2' }]);
    expect(lineErrors([line(), line()], shares)[0]?.pointer).toBe('/lines/1/line');
    const closed = new Map([[sku, { left: 5, turn: { day: '2022-04-21', isOpen: false } }]]);
    expect(lineErrors([three], closed)).toEqual([{ pointer: '/lines/0/sku', detail: 'turn 2022-04-21' }]);
    expect(lineErrors([three], closed, [three])).toEqual([]);
  });
  test.each([
    [{ rule: 'SIMILAR', maxExtraPercent: 10 }, 3300, 'TAKE'],
    [{ rule: 'SIMILAR', maxExtraPercent: 10 }, 3301, 'ASK'],
    [{ rule: 'ASK' }, 100, 'ASK'],
    [{ rule: 'NEVER' }, 100, 'LEAVE_OUT'],
    [{ rule: 'NONE' }, 100, 'LEAVE_OUT'],
  ] as const)('rule %j, offered %i fen: %s', (substitution, offered, verdict) => {
    expect(substitutionBy(line({ substitution }), offered)).toBe(verdict);
  });
  test('what nobody mentions was left out, and costs nothing', () => {
    const lines = [line(), line({ line: 'rice2' })];
    const after = linesAfter(lines, [{ line: 'rice1', outcome: 'FOUND', actualFen: 2900 }]);
    expect(after.map(({ outcome }) => outcome)).toEqual(['FOUND', 'LEFT_OUT']);
    expect(paidFen(after)).toBe(2900);
  });
  test('ten per cent more is free, above it the household is asked', () => {
    expect(needsConsent(3300, 3000)).toBe(false);
    expect(needsConsent(3301, 3000)).toBe(true);
    expect(needsConsent(50_001, 60_000)).toBe(true);
    const bought = [{ line: 'rice1', outcome: 'FOUND', actualFen: 4000 }] as const;
    expect(purchaseErrors({ estimateFen: 3000 }, [line()], bought)).toHaveLength(1);
    const consent = { neededFen: 4000, givenAt: new Date() };
    expect(purchaseErrors({ estimateFen: 3000, consent }, [line()], bought)).toEqual([]);
  });
  test('nothing bought is not a purchase', () => {
    const none = [{ line: 'rice1', outcome: 'LEFT_OUT' }] as const;
    expect(purchaseErrors({ estimateFen: 3000 }, [line()], none)[0]?.detail).toBe('at least one line is bought');
  });
});

describe('chain messages', () => {
  test.each([
    ['3-2-501 王 鸡蛋2斤 西红柿3斤', '3-2-501', '王', ['鸡蛋2斤', '西红柿3斤']],
    ['1. 3-2-501 王 鸡蛋2斤,西红柿3斤', '3-2-501', '王', ['鸡蛋2斤', '西红柿3斤']],
    ['12、3号楼2单元501室 王阿姨 鸡蛋两斤、西红柿三斤', '3-2-501', '王阿姨', ['鸡蛋2斤', '西红柿3斤']],
    ['3-2-501 王 鸡蛋2斤西红柿3斤', '3-2-501', '王', ['鸡蛋2斤', '西红柿3斤']],
    ['🍅 3－2－501 王 土豆十斤', '3-2-501', '王', ['土豆10斤']],
    ['(4)3栋2单元501 李 2袋面粉', '3-2-501', '李', ['面粉2袋']],
    ['5) 3#2-501 大米x2', '3-2-501', '', ['大米2份']],
    ['03-2-501 赵 牛奶1箱/鸡蛋一板', '3-2-501', '赵', ['牛奶1箱', '鸡蛋1板']],
    ['王 3-2-501 鸡蛋2斤', '3-2-501', '王', ['鸡蛋2斤']],
    ['3-2-501 王 10000001234 鸡蛋2斤', '3-2-501', '王', ['鸡蛋2斤']],
    ['3-2-501 孙 油1桶+盐2袋', '3-2-501', '孙', ['油1桶', '盐2袋']],
  ])('%s', (source, door, name, wanted) => {
    const read = readLine(source);
    expect(read).toMatchObject({ door, name });
    const found = read && 'goods' in read ? read.goods : [];
    expect(found.map((item) => `${item.name}${item.quantity}${item.unit}`)).toEqual(wanted);
  });
  test.each([
    ['鸡蛋2斤', 'NO_DOOR'],
    ['+1', 'UNREADABLE'],
    ['3-2-501 王 3-2-502 李 鸡蛋2斤', 'TWO_HOUSEHOLDS'],
    ['3-2-501 王 +1', 'NO_GOODS'],
    ['3-2-501 王', 'NO_GOODS'],
  ])('%s is doubtful: %s', (source, why) => {
    expect(readLine(source)).toEqual({ source, why });
  });
  test('headings and empty lines say nothing', () => {
    expect(['#接龙', '', '   ', '截止今晚8点'].map(readLine)).toEqual([undefined, undefined, undefined, undefined]);
  });
  test.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['两', 2],
    ['0.5', 1],
    ['半', 1],
    ['许多', undefined],
  ])('the number %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
  test('full-width figures become plain', () => {
    expect(plain('３－２－５０１　王')).toBe('3-2-501 王');
  });
  test('doors are matched, and the card has no names', () => {
    const doors = [{ household: 'h', doorCode: '3-2-501', nameMasked: '王*', surname: '王' }];
    const read = readChain('#接龙\n1. 3-2-501 王芳 鸡蛋2斤\n2. 3-2-999 李 油1桶', doors);
    expect(read.drafts).toMatchObject([{ household: 'h', lines: [{ name: '鸡蛋', quantity: 2 }] }]);
    expect(read.doubtful).toEqual([{ source: '2. 3-2-999 李 油1桶', why: 'UNKNOWN_DOOR' }]);
    expect(read.card).toBe('3-2-501 ×1 ✓');
  });
});
