import type { NoticeView } from '@grid-relief/shared-types/notices/notice.contract';
import { gathered } from './gathered';

const missing = (id: string, change: Partial<NoticeView> = {}): NoticeView =>
  ({
    ...{ id, code: 'REPORT_MISSING', audience: 'GRID', at: '2022-04-18T02:00:00.000Z', urgent: true, values: {} },
    ...change,
  }) as NoticeView; // a change leaves nothing undefined
const always = () => true;
const ids = (items: readonly NoticeView[], hasList = always) =>
  gathered(items, hasList).map(({ all }) => all.map(({ id }) => id).join());

test('what says the same in a row is one line', () => {
  expect(ids([missing('a'), missing('b'), missing('c')])).toEqual(['a,b,c']);
});

test.each([
  ['another word', { code: 'SYMPTOM_ALERT' }],
  ['a number that can be told apart', { values: { code: 'A12B' } }],
  ['another day, Shanghai time', { at: '2022-04-17T15:00:00.000Z' }],
  ['less urgent', { urgent: false }],
  ['asked of nobody any more', { withdrawnAt: '2022-04-18T03:00:00.000Z' }],
] as const)('%s is a line of its own', (_, change) => {
  expect(ids([missing('a'), missing('b', change), missing('c')])).toEqual(['a', 'b', 'c']);
});

test('what is said to a household stays as it is, and what has no list as well', () => {
  const home = { audience: 'HOUSEHOLD' } as const;
  expect(ids([missing('a', home), missing('b', home)])).toEqual(['a', 'b']);
  expect(ids([missing('a'), missing('b')], () => false)).toEqual(['a', 'b']);
});
