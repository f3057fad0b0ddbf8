import { renderHook } from '@testing-library/react';
import { readProblem } from './problem';
import { useProblemWords } from './problem-words';

const wordsOf = (fields: object) => {
  const { result } = renderHook(() => useProblemWords());
  return result.current(readProblem(409, { type: '/problems/transition-not-allowed', ...fields }, {}));
};

test('a lost race names who was quicker, with the team when it is known', () => {
  expect(wordsOf({ holder: { label: '郭**', team: 'VETERAN' } })).toBe('已经由 郭**（退役军人队）接了。');
  expect(wordsOf({ holder: { label: '郭**' } })).toBe('已经由 郭** 接了。');
  expect(wordsOf({ holder: { team: 'VETERAN' } })).toMatch(/请看最新的情况/);
});

test('a colleague who has decided first is named', () => {
  expect(wordsOf({ doneBy: '秦正阳', next: 'refresh' })).toBe('秦正阳 刚刚先定了，您这次没有记上。请看最新的情况。');
});

test('what to do instead replaces the general words; an unknown one does not', () => {
  expect(wordsOf({ next: 'cashier' })).toMatch(/交给社区收款员/);
  expect(wordsOf({ next: 'repay' })).toMatch(/还清了/);
  expect(wordsOf({ next: 'ask-anew' })).toMatch(/另下一单/);
  expect(wordsOf({ next: 'in-care' })).toMatch(/社区正在帮您家办/);
  expect(wordsOf({ next: 'toString' })).toMatch(/请看最新的情况/);
});
