import { render, screen } from '@testing-library/react';
import { useSettings } from '@/state/settings';
import { useGoodsName } from './goods-name';

type Named = { readonly name: string; readonly nameEn?: string };

function Called({ goods }: { readonly goods: Named }) {
  const { plain, shelf } = useGoodsName();
  return <p>{`${plain(goods)} | ${shelf(goods)}`}</p>;
}

const eggs = { name: '鸡蛋', nameEn: 'Eggs' };

test.each([
  ['zh', eggs, '鸡蛋 | 鸡蛋'],
  ['en', eggs, 'Eggs | Eggs (鸡蛋)'],
  ['en', { name: '二姨要的醋' }, '二姨要的醋 | 二姨要的醋'],
] as const)('in %s, %j is called so', (language, goods, words) => {
  useSettings.setState({ language });
  render(<Called goods={goods} />);
  expect(screen.getByText(words)).toBeVisible();
});

function Listed({ row }: { readonly row: { readonly summary: string; readonly summaryEn?: string } }) {
  return <p>{useGoodsName().rows(row)}</p>;
}

test.each([
  ['zh', { summary: '鸡蛋×1', summaryEn: 'Eggs ×1' }, '鸡蛋×1'],
  ['en', { summary: '鸡蛋×1', summaryEn: 'Eggs ×1' }, 'Eggs ×1'],
  ['en', { summary: '二姨要的醋×1' }, '二姨要的醋×1'],
] as const)('in %s, a row %j says so', (language, row, words) => {
  useSettings.setState({ language });
  render(<Listed row={row} />);
  expect(screen.getByText(words)).toBeVisible();
});
