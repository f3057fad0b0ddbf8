import { waitOf } from './desk-words';
import { fenOf } from './dispute-form';
import { linesFromWords } from './goods-words';

const said = (words: string) => linesFromWords(words).map(({ name, quantity, unit }) => `${name} ${quantity} ${unit}`);

test.each([
  ['大米2袋', ['大米 2 袋']],
  ['鸡蛋一斤、盐', ['鸡蛋 1 斤', '盐 1 份']],
  ['2袋面粉，酱油×3', ['面粉 2 袋', '酱油 3 份']],
  ['苹果十个;牛奶x2', ['苹果 10 个', '牛奶 2 份']],
  ['  ', []],
])('reads "%s"', (words, lines) => {
  expect(said(words)).toEqual(lines);
});

test('every line has an id of its own that the contract takes', () => {
  const lines = linesFromWords('米 面 油');
  expect(new Set(lines.map(({ line }) => line)).size).toBe(3);
  for (const { line } of lines) expect(line).toMatch(/^[a-z0-9]{4,16}$/);
});

test('waiting is told in one unit', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  expect(waitOf(new Date('2026-11-24T11:01:00Z'), now)).toEqual({ unit: 'minutes', count: 59 });
  expect(waitOf(new Date('2026-11-24T09:30:00Z'), now)).toEqual({ unit: 'hours', count: 2 });
  expect(waitOf(new Date('2026-11-21T12:00:00Z'), now)).toEqual({ unit: 'days', count: 3 });
  expect(waitOf(new Date('2026-11-24T12:05:00Z'), now)).toEqual({ unit: 'minutes', count: 0 });
});

test.each([
  ['12.5', 1250],
  ['3', 300],
  ['0.07', 7],
  ['12.555', undefined],
  ['十元', undefined],
])('yuan "%s" is %p fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen);
});
