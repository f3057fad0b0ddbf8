import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { choose, press, show } from '@/api/testing/fake-device';
import { type Asked, serve, signInAs } from '@/api/testing/visit';
import { AreaPicker } from './area-picker';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

configure({ asyncUtilTimeout: 8_000 });

const area = (id: string, level: string, name: string) => ({ id, level, name, path: [], zone: 'NONE', adjacent: [] });
const townships = [area('141122100', 'TOWNSHIP', '天宁镇'), area('141122101', 'TOWNSHIP', '水头镇')];
const villages = [area('141122101201', 'VILLAGE', '水头社区')];
const grids = [area('141122101201-g01', 'GRID', '第一网格')];

const below: Readonly<Record<string, object>> = { '141122101': { items: villages }, '141122101201': { items: grids } };
const page = ({ query: { parent, after } }: Asked) => {
  if (parent !== undefined) return below[parent];
  return after === undefined ? { items: townships.slice(0, 1), next: 'm2' } : { items: townships.slice(1) };
};

test('a place that is not on the first page can be chosen: the list goes on', async () => {
  const server = serve({ '/areas': page });
  signInAs();
  const chosen: unknown[] = [];
  const put = (...words: unknown[]) => void chosen.push(words);
  show(<AreaPicker area={undefined} name="" onChange={put} error={undefined} />, queryClient);
  expect(await screen.findByRole('radio', { name: '天宁镇' })).toBeVisible();
  press('再看一些');
  fireEvent.click(await screen.findByRole('radio', { name: '水头镇' }));
  fireEvent.click(await screen.findByRole('radio', { name: '水头社区' }));
  await waitFor(() => choose('第一网格'));
  expect(chosen).toEqual([['141122101201-g01', '第一网格']]);
  expect(server.asked.map(({ query }) => [query.parent, query.after])).toEqual([
    [undefined, undefined],
    [undefined, 'm2'],
    ['141122101', undefined],
    ['141122101201', undefined],
  ]);
});
