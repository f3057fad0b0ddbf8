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
