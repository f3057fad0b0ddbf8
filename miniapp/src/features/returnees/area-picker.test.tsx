import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { queryClient } from '@/api';
import { choose, press, show } from '@/api/testing/fake-device';
import { type Asked, serve, signInAs, staff } from '@/api/testing/visit';
import { AreaPicker } from './area-picker';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

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

test.each([
  ['141122101201-g01-b02', [['141122101201-g01', '第一网格']]],
  ['141122101201', []],
  ['141122', []],
])('whoever works in %s begins there', async (where, chosenAtOnce) => {
  const server = serve({ '/areas': page });
  signInAs(staff('GRID_WORKER', where));
  const chosen: unknown[] = [];
  const put = (...words: unknown[]) => void chosen.push(words);
  show(<AreaPicker nearby area={undefined} name="" onChange={put} error={undefined} />, queryClient);
  const first = where === '141122' ? '天宁镇' : '第一网格';
  expect(await screen.findByRole('radio', { name: first })).toBeVisible();
  await waitFor(() => expect(chosen.slice(0, 1)).toEqual(chosenAtOnce));
  expect(server.asked[0]?.query.parent).toBe(where === '141122' ? undefined : '141122101201');
});

function Sheet() {
  const [area, setArea] = useState<string | undefined>('141122101201-g01');
  return <AreaPicker nearby area={area} name="第一网格" onChange={setArea} error={undefined} />;
}

test('whoever means another place begins from the top, and is not led back', async () => {
  serve({ '/areas': ({ query: { parent } }: Asked) => (parent === undefined ? { items: townships } : below[parent]) });
  signInAs(staff('GRID_WORKER', '141122101201-g01'));
  show(<Sheet />, queryClient);
  press('重选地方');
  fireEvent.click(await screen.findByRole('radio', { name: '水头镇' }));
  fireEvent.click(await screen.findByRole('radio', { name: '水头社区' }));
  // the own grid is among these, and is chosen by nobody but the person
  expect(await screen.findByRole('radio', { name: '第一网格' })).toBeVisible();
  expect(screen.queryByText('在 第一网格')).toBeNull();
});
